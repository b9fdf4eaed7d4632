import { type Network, type Problem, relayout, toFile } from '../problem';

const OWN_NETWORK = 'My network';
const OWN_PROGRAM = 'My program';

/** What a title speaks of: layers, activations and the loss, or the lines of a program. */
export function formOf(problem: Problem): string {
  if (problem.kind === 'program') return problem.program.replace(/\s+/g, ' ');
  const { inputs, layers, loss } = problem.network;
  return JSON.stringify([inputs, layers, loss.kind]);
}

const sizesOf = ({ inputs, layers }: Network) =>
  [inputs, ...layers.map(({ units }) => units)].join('-');

function ownTitle(problem: Problem): string {
  return problem.kind === 'program' ? OWN_PROGRAM : `${OWN_NETWORK}, ${sizesOf(problem.network)}`;
}

const isOwn = (title: string) => title.startsWith(OWN_NETWORK) || title === OWN_PROGRAM;

interface Named {
  readonly problem: Problem;
  readonly library: string | null;
}

/**
 * A problem of the library that has become another network or program is the learner's own: its title, source and
 * description would speak of what is no longer there. The title of a file is its author's, and stays.
 */
export function namedAnew(before: Named, after: Problem): Named {
  const { problem, library } = before;
  const isOther = problem.kind === after.kind && formOf(problem) !== formOf(after);
  const title = ownTitle(after);
  const keepsIts = library === null && (!isOwn(after.title) || after.title === title);
  const isNamed = after.title !== problem.title || keepsIts;
  if (!isOther || isNamed) return { problem: after, library };
  const { source: _, description: __, ...rest } = after;
  return { problem: { ...rest, title } as Problem, library: null };
}

export const inOneLayout = (problem: Problem): Problem =>
  problem.kind === 'network'
    ? relayout(problem, { examples: 'columns', weights: 'out-in' })
    : problem;

/** As it would stand in one notation, since how it is written is nobody's work. */
function unwritten({ notation: _, mixture: __, ...rest }: Problem): string {
  return JSON.stringify(toFile(inOneLayout(rest as Problem)));
}

/** The same title, numbers and lines or layers, in whatever notation. */
export const sameWork = (a: Problem, b: Problem) => a === b || unwritten(a) === unwritten(b);
