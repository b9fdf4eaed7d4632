import { type Problem, readProblem } from '../../problem';
import { envelopeIn, isFromAudience } from './check';
import { withLeaves } from './leaves';
import {
  CHANNEL_VERSION,
  type Envelope,
  type FromAudience,
  type FromPresenter,
  type Look,
  type Standing,
} from './message';

export interface AudiencePort {
  readonly post: (envelope: Envelope<FromAudience>) => void;
  /** Another problem, with the place in it. */
  readonly open: (problem: Problem, standing: Standing) => void;
  /** The same problem with other numbers. */
  readonly edit: (problem: Problem) => void;
  /** As soon as that problem has its numbers; until then all stays as it is. */
  readonly stand: (
    problem: Problem,
    now: { readonly standing: Standing; readonly look: Look; readonly title: string },
  ) => void;
  readonly point: (at: readonly [number, number] | null) => void;
  /** What the presenter is to know of the picture. */
  readonly seen: () => Omit<Extract<FromAudience, { kind: 'here' }>, 'kind'>;
  readonly onEnd: (ended: boolean) => void;
}

export interface AudienceSession {
  /** Asks for everything, until it has come. */
  ask(): void;
  /** The picture has changed. */
  report(): void;
  leave(): void;
  receive(data: unknown): void;
  /** Whether a presenter has answered. */
  readonly isFollowing: () => boolean;
}

/** The audience's half of the conversation; it knows nothing but what it is told, and holds no window. */
export function createAudience(session: string, port: AudiencePort): AudienceSession {
  let count = 0;
  /** The presenter's session, and the last that was heard of it. */
  let presenter: string | null = null;
  let heard = 0;
  let problem: Problem | null = null;
  let number = -1;

  function send(message: FromAudience): void {
    count += 1;
    port.post({ version: CHANNEL_VERSION, session, count, message });
  }
  const ask = () => send({ kind: 'hello' });
  const report = () => send({ kind: 'here', ...port.seen() });

  type Take = {
    readonly [K in FromPresenter['kind']]: (
      message: Extract<FromPresenter, { readonly kind: K }>,
    ) => void;
  };
  const take: Take = {
    state(message) {
      const { standing, look, title } = message;
      if (message.problem !== undefined && message.number !== number) {
        const read = readProblem(message.problem);
        // A presenter does not open what cannot be read; somebody else may post anything.
        if (!read.ok) return;
        problem = read.value;
        number = message.number;
        port.open(problem, standing);
      }
      if (!problem || message.number !== number) return ask();
      port.onEnd(false);
      port.stand(problem, { standing, look, title });
    },
    leaves({ base, leaves, number: next }) {
      const changed = problem && base === number ? withLeaves(problem, leaves) : undefined;
      if (!changed) return ask();
      problem = changed;
      number = next;
      port.edit(changed);
    },
    pointer: ({ at }) => port.point(at),
    ping: report,
    presenting: ask,
    end: () => port.onEnd(true),
  };

  return {
    ask,
    report,
    leave: () => send({ kind: 'gone' }),
    receive(data) {
      const envelope = envelopeIn(data);
      if (!envelope || isFromAudience(envelope.message)) return;
      const { message } = envelope;
      if (presenter === null || message.kind === 'presenting') {
        const isOther = presenter !== envelope.session;
        presenter = envelope.session;
        if (isOther) {
          heard = 0;
          // Its numbers are its own.
          number = -1;
        }
      }
      if (envelope.session !== presenter || envelope.count <= heard) return;
      heard = envelope.count;
      (take[message.kind] as (message: FromPresenter) => void)(message);
    },
    isFollowing: () => problem !== null,
  };
}
