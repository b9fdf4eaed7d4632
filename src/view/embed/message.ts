import { fail, isRecord, own, type Result } from '../../problem';

/** Of the messages below; one that asks for another version is refused with a sentence. */
export const MESSAGE_VERSION = 1;

const MOVES = ['next', 'previous', 'first', 'last'] as const;
export type Move = (typeof MOVES)[number];

/** What a host may give its message, to know the answer by. */
export type MessageId = string | number;

export type Request =
  | { readonly type: 'setStep'; readonly step: Move | number | { readonly id: string } }
  | { readonly type: 'setProblem'; readonly problem: ProblemSource }
  | { readonly type: 'getState' };

export type ProblemSource =
  | { readonly kind: 'library'; readonly id: string }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'file'; readonly text: string };

export interface Asked {
  readonly id: MessageId | undefined;
  readonly request: Result<Request>;
}

const LONGEST = { id: 64, name: 200, link: 200_000, file: 5_000_000 } as const;

const bad = (error: string): Result<never> => fail(error, 'message');
/** Any value, short enough for a sentence. */
function shown(value: unknown): string {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : typeof value;
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}

type Read = (message: Readonly<Record<string, unknown>>) => Result<Request>;

const setStep: Read = (message) => {
  const step = own(message, 'step');
  const move = MOVES.find((name) => name === step);
  if (move) return { ok: true, value: { type: 'setStep', step: move } };
  if (typeof step === 'number' && Number.isSafeInteger(step) && step > 0)
    return { ok: true, value: { type: 'setStep', step } };
  if (typeof step === 'string' && step.includes(':') && step.length <= LONGEST.name)
    return { ok: true, value: { type: 'setStep', step: { id: step } } };
  return bad(
    `"step" is ${shown(step)}; it must be "next", "previous", "first", "last", a number from 1, or the id of a step such as "backward:W2"`,
  );
};

const problem = (source: ProblemSource): Result<Request> => ({
  ok: true,
  value: { type: 'setProblem', problem: source },
});

function fileText(file: unknown): Result<string> {
  if (typeof file === 'string') return { ok: true, value: file };
  if (!isRecord(file)) return bad('"file" must be a problem file, as an object or as its text');
  try {
    return { ok: true, value: JSON.stringify(file) };
  } catch {
    return bad('"file" cannot be written as JSON. Send the text of a problem file');
  }
}

const setProblem: Read = (message) => {
  const [id, link, file] = ['problem', 'link', 'file'].map((key) => own(message, key));
  const given = [id, link, file].filter((value) => value !== undefined).length;
  if (given !== 1)
    return bad(
      'setProblem takes one of "problem" (an id of the library), "link" (the link of a state) and "file" (a problem file)',
    );
  if (id !== undefined) {
    return typeof id === 'string' && id.length <= LONGEST.name
      ? problem({ kind: 'library', id })
      : bad(`"problem" is ${shown(id)}; it must be the id of a problem, such as "s2-single"`);
  }
  if (link !== undefined) {
    return typeof link === 'string' && link.length <= LONGEST.link
      ? problem({ kind: 'link', link: link.slice(link.indexOf('#') + 1) })
      : bad('"link" must be the link of a state, or what stands behind its #');
  }
  const text = fileText(file);
  if (!text.ok) return text;
  return text.value.length <= LONGEST.file
    ? problem({ kind: 'file', text: text.value })
    : bad(`"file" has more than ${LONGEST.file} characters. Send a smaller problem`);
};

const READERS: Readonly<Record<Request['type'], Read>> = {
  setStep,
  setProblem,
  getState: () => ({ ok: true, value: { type: 'getState' } }),
};

function requestIn(message: Readonly<Record<string, unknown>>): Result<Request> {
  const version = own(message, 'backstep');
  if (version !== MESSAGE_VERSION)
    return bad(
      `This page understands messages of version ${MESSAGE_VERSION}, and this one says ${shown(version)}. Send {backstep: ${MESSAGE_VERSION}, …}`,
    );
  const type = own(message, 'type');
  const read =
    typeof type === 'string' && Object.hasOwn(READERS, type)
      ? READERS[type as Request['type']]
      : undefined;
  return read
    ? read(message)
    : bad(`There is no message ${shown(type)}; there are ${Object.keys(READERS).join(', ')}`);
}

/** What a message asks for, or a sentence about it; null where it is none of ours. Never throws. */
export function readMessage(data: unknown): Asked | null {
  try {
    if (!isRecord(data) || !Object.hasOwn(data, 'backstep')) return null;
    const id = own(data, 'id');
    const isId =
      (typeof id === 'string' && id.length <= LONGEST.id) ||
      (typeof id === 'number' && Number.isFinite(id));
    return { id: isId ? (id as MessageId) : undefined, request: requestIn(data) };
  } catch {
    return { id: undefined, request: bad('The message could not be read. Send plain data') };
  }
}
