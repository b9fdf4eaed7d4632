import type { EngineEvent, EngineRequest, WorkerLike } from '../worker';
import { createSession } from '../worker/session';

/**
 * The real session where a worker would be. Requests are heard and answers arrive in tasks of their own, and
 * what is posted is cloned or transferred, as it would be; a test may hold the answers back.
 */
export class FakeEngine extends EventTarget implements WorkerLike {
  readonly asked: EngineRequest['kind'][] = [];
  private alive = true;
  private held: EngineEvent[] | undefined;
  private readonly session = createSession(
    (event, transfer) => this.emit(structuredClone(event, { transfer: transfer as ArrayBuffer[] })),
    nextTask,
  );

  constructor() {
    super();
    this.emit({ kind: 'ready' });
  }

  postMessage(message: EngineRequest, transfer: Transferable[]) {
    if (!this.alive) return;
    this.asked.push(message.kind);
    const copy = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
    setTimeout(() => this.session.handle(copy));
  }

  terminate() {
    this.alive = false;
  }

  hold() {
    this.held = [];
  }

  /** What was held comes now, one event each so many milliseconds. */
  release(apart = 0) {
    const events = this.held ?? [];
    this.held = undefined;
    events.forEach((event, i) => {
      this.emit(event, i * apart);
    });
  }

  private emit(data: EngineEvent, delay = 0) {
    if (this.held) this.held.push(data);
    else {
      const deliver = () => this.dispatchEvent(new MessageEvent('message', { data }));
      setTimeout(() => this.alive && deliver(), delay);
    }
  }
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
