import { compile } from '../compile';
import type { Fault } from '../problem';
import { createPool } from './pool';
import { dispatch, type EngineEvent, type EngineRequest, type Handlers } from './protocol';
import { createRun, type Run } from './run';

type Post = (event: EngineEvent, transfer: Transferable[]) => void;

export interface Session {
  /** Settles when the request is answered, or has become out of date. */
  handle(request: EngineRequest): Promise<void>;
}

const NOTHING_LOADED: Fault = { error: 'No problem is loaded', where: 'engine' };

const brokenBy = (thrown: unknown): Fault => ({
  error: `The calculation broke off: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  where: 'engine',
});

/** The worker without the worker: it owns the plan and the numbers, and answers through `post`. */
export function createSession(post: Post, yieldToHost: () => Promise<void>): Session {
  const pool = createPool();
  let newest = -1;
  let run: Run | undefined;

  const failed = (revision: number, fault: Fault) => post({ kind: 'failed', revision, fault }, []);

  function postSnapshot(revision: number, { memory, stages, fill }: Run) {
    for (const stage of stages) fill(stage);
    const buffer = pool.take(memory.byteLength);
    new Float64Array(buffer).set(memory);
    post({ kind: 'snapshot', revision, buffer }, [buffer]);
  }

  /** Gives way after each part, and ends where a newer request has come meanwhile. */
  async function postParts(revision: number, { memory, stages, fill }: Run) {
    for (const stage of stages) {
      fill(stage);
      const { phase, start, end } = stage;
      const { buffer } = memory.slice(start, end);
      const last = stage === stages.at(-1);
      post({ kind: 'part', revision, phase, start, end, last, buffer }, [buffer]);
      if (last) return;
      await yieldToHost();
      if (revision !== newest) return;
    }
  }

  /** Whatever goes wrong in it is an answer too, and the session goes on. */
  async function answer(revision: number, work: () => void | Promise<void>) {
    if (revision < newest) return;
    newest = revision;
    try {
      await work();
    } catch (thrown) {
      run = undefined;
      failed(revision, brokenBy(thrown));
    }
  }

  const handlers: Handlers<EngineRequest, void | Promise<void>> = {
    load: ({ revision, problem, stream }) =>
      answer(revision, () => {
        run = undefined;
        const compiled = compile(problem);
        if (!compiled.ok) return failed(revision, compiled.fault);
        run = createRun(compiled.value);
        return (stream ? postParts : postSnapshot)(revision, run);
      }),
    edit: ({ revision, changes }) =>
      answer(revision, () => {
        if (!run) return failed(revision, NOTHING_LOADED);
        for (const change of changes) run.change(change);
        postSnapshot(revision, run);
      }),
    recycle: ({ buffer }) => pool.give(buffer),
  };

  return {
    async handle(request) {
      await dispatch(handlers, request);
    },
  };
}
