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

/** In milliseconds: how long a gradient check keeps to itself, and how often it says how far it is. */
const CHUNK = 4;
const SAYS_AFTER = 80;

const brokenBy = (thrown: unknown): Fault => ({
  error: `The calculation broke off: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  where: 'engine',
});

/** The worker without the worker: it owns the plan and the numbers, and answers through `post`. */
export function createSession(post: Post, yieldToHost: () => Promise<void>): Session {
  const pool = createPool();
  let newest = -1;
  let run: Run | undefined;
  let checks = 0;

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

  /** A few at a time, so that an edit is heard within milliseconds; what is done so far is sent now and then. */
  async function postDifferences(revision: number, epsilon: number, { differences }: Run) {
    checks += 1;
    const own = checks;
    const { total, compute, ...found } = differences(epsilon);
    let sent = 0;
    let sentAt = performance.now();
    for (let done = 0; done < total; ) {
      const until = performance.now() + CHUNK;
      while (done < total && performance.now() < until) {
        compute(done, Math.min(total, done + 4));
        done = Math.min(total, done + 4);
      }
      if (done === total || performance.now() - sentAt >= SAYS_AFTER) {
        const difference = found.difference.slice(sent, done);
        const kinkNode = found.kinkNode.slice(sent, done);
        const kinkEntry = found.kinkEntry.slice(sent, done);
        post(
          {
            kind: 'checked',
            revision,
            epsilon,
            from: sent,
            total,
            difference,
            kinkNode,
            kinkEntry,
          },
          [difference.buffer, kinkNode.buffer, kinkEntry.buffer],
        );
        sent = done;
        sentAt = performance.now();
      }
      await yieldToHost();
      if (revision !== newest || own !== checks) return;
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
    load: ({ revision, calculation, stream }) =>
      answer(revision, () => {
        run = undefined;
        run = createRun(calculation);
        return (stream ? postParts : postSnapshot)(revision, run);
      }),
    edit: ({ revision, changes }) =>
      answer(revision, () => {
        if (!run) return failed(revision, NOTHING_LOADED);
        for (const change of changes) run.change(change);
        postSnapshot(revision, run);
      }),
    check: ({ revision, epsilon }) => {
      if (run && revision === newest) return postDifferences(revision, epsilon, run);
    },
    recycle: ({ buffer }) => pool.give(buffer),
  };

  return {
    async handle(request) {
      await dispatch(handlers, request);
    },
  };
}
