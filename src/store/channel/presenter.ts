import { type Problem, writeProblem } from '../../problem';
import { envelopeIn, isFromAudience } from './check';
import { leavesBetween } from './leaves';
import {
  CHANNEL_VERSION,
  type Envelope,
  type FromAudience,
  type FromPresenter,
  type Look,
  type Standing,
} from './message';

/** What the presenter's page is now. */
export interface Presented {
  readonly problem: Problem;
  /** Null while the numbers of the problem have not come: what stands is of the one before. */
  readonly standing: Standing | null;
  readonly look: Look;
  readonly title: string;
}

/** `none` was never there, `gone` said so, `silent` does not answer any more. */
export type Presence = 'none' | 'here' | 'gone' | 'silent';
export type Seen = Omit<Extract<FromAudience, { kind: 'here' }>, 'kind'>;

export interface PresenterPort {
  readonly post: (envelope: Envelope<FromPresenter>) => void;
  /** Null while nothing is open. */
  readonly now: () => Presented | null;
  readonly onPresence: (presence: Presence) => void;
  readonly onSeen: (seen: Seen) => void;
  /** Another window has become the presenter's, or this one again. */
  readonly onActive: (active: boolean) => void;
}

export interface PresenterSession {
  /** Takes over from any other presenter of this channel. */
  present(): void;
  /** Something of the page has changed. */
  changed(): void;
  point(at: readonly [number, number] | null): void;
  /** Asks whether anybody is there; called every second. */
  beat(): void;
  end(): void;
  receive(data: unknown): void;
}

/** So many questions without an answer are silence. */
const PATIENCE = 3;

/** The presenter's half of the conversation; it is the truth, and holds no window. */
export function createPresenter(session: string, port: PresenterPort): PresenterSession {
  let count = 0;
  let isActive = false;
  let presence: Presence = 'none';
  let unanswered = 0;
  /** The problem that was sent or announced last, and its number. */
  let last: Problem | null = null;
  let number = 0;
  /** The audience may not have it. */
  let isOwed = true;

  function send(message: FromPresenter): void {
    if (!isActive) return;
    count += 1;
    port.post({ version: CHANNEL_VERSION, session, count, message });
  }

  function setPresence(next: Presence): void {
    unanswered = 0;
    if (presence === next) return;
    presence = next;
    port.onPresence(next);
  }

  function setActive(active: boolean): void {
    if (isActive === active) return;
    isActive = active;
    port.onActive(active);
  }

  /** Numbers that were edited go ahead of everything, so that the audience calculates them meanwhile. */
  function announce(problem: Problem): void {
    if (problem === last) return;
    const leaves = last && !isOwed ? leavesBetween(last, problem) : undefined;
    const base = number;
    number += 1;
    last = problem;
    if (leaves) send({ kind: 'leaves', number, base, leaves });
    else isOwed = true;
  }

  function changed(): void {
    const now = port.now();
    if (!now || !isActive) return;
    const { problem, standing, look, title } = now;
    announce(problem);
    if (!standing) return;
    const whole = isOwed ? { problem: writeProblem(problem) } : {};
    isOwed = false;
    send({ kind: 'state', number, ...whole, standing, look, title });
  }

  const take: { readonly [K in FromAudience['kind']]: (message: FromAudience) => void } = {
    hello: () => {
      isOwed = true;
      changed();
    },
    here: (message) => {
      if (message.kind !== 'here') return;
      const { kind: _, ...seen } = message;
      setPresence('here');
      port.onSeen(seen);
    },
    gone: () => {
      setPresence('gone');
      // There may be a second window.
      send({ kind: 'ping' });
    },
  };

  return {
    present() {
      setActive(true);
      isOwed = true;
      send({ kind: 'presenting' });
      send({ kind: 'ping' });
      changed();
    },
    changed,
    point: (at) => send({ kind: 'pointer', at }),
    beat() {
      unanswered += 1;
      if (presence === 'here' && unanswered > PATIENCE) setPresence('silent');
      send({ kind: 'ping' });
    },
    end: () => send({ kind: 'end' }),
    receive(data) {
      const envelope = envelopeIn(data);
      if (!envelope || envelope.session === session) return;
      const { message } = envelope;
      if (isFromAudience(message)) take[message.kind](message);
      else if (message.kind === 'presenting') setActive(false);
    },
  };
}
