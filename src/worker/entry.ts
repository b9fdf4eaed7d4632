import type { EngineEvent, EngineRequest } from './protocol';
import { createSession } from './session';

const host = self as unknown as DedicatedWorkerGlobalScope;

/** A task of its own, so that requests are heard in between; a timer would wait 4 ms. */
const { port1, port2 } = new MessageChannel();
port1.start();
const yieldToHost = () =>
  new Promise<void>((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port2.postMessage(null);
  });

const post = (event: EngineEvent, transfer: Transferable[]) => host.postMessage(event, transfer);
const session = createSession(post, yieldToHost);
host.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  void session.handle(data);
});
post({ kind: 'ready' }, []);
