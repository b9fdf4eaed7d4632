import {
  type ExamplesAs,
  type Fault,
  fail,
  isRecord,
  LIBRARY,
  ok,
  own,
  type Problem,
  parseProblemLater,
  type Result,
  relayout,
  toFile,
  type WeightsAs,
} from '../../problem';
import { changesBetween, withChangesMade } from './changes';
import { type Place, placeOf, readPlace, wholeNumber } from './place';
import { compact, type Json } from './text';

/** All of the page that a link carries: everything but what follows from it, and the reader's theme. */
export interface SharedState extends Place {
  readonly problem: Problem;
  /** The library's id of what was opened, before any edit; null for a file. */
  readonly library: string | null;
  /** Digits after the point; null for the notation's own. */
  readonly decimals: number | null;
}

export type LoadProblem = (id: string) => Promise<Result<Problem>>;

/**
 * A problem of the library is named by its id, with what was changed in it as long as that is shorter than the
 * whole file. Without `base`, that problem as the library has it, the file is written out.
 */
export function writeState(state: SharedState, base: Problem | undefined): string {
  const { problem, library } = state;
  const file = toFile(problem) as Json;
  const place = { ...placeOf(state), decimals: state.decimals ?? undefined };
  const id = library ?? undefined;
  const whole = compact({ id, file, ...place });
  if (id === undefined || !base) return whole;
  const layout = layoutOf(problem);
  const turned = layout && layout !== layoutOf(base) ? layout : undefined;
  const changes = changesBetween(toFile(inLayout(base, turned)) as Json, file);
  const edits = changes.length > 0 ? (changes as unknown as Json) : undefined;
  const short = compact({ id, layout: turned, changes: edits, ...place });
  return short.length < whole.length ? short : whole;
}

const MOST_DECIMALS = 12;

const LAYOUTS: Readonly<Record<string, { examples: ExamplesAs; weights: WeightsAs }>> = {
  'columns out-in': { examples: 'columns', weights: 'out-in' },
  'columns in-out': { examples: 'columns', weights: 'in-out' },
  'rows out-in': { examples: 'rows', weights: 'out-in' },
  'rows in-out': { examples: 'rows', weights: 'in-out' },
};

/** How a network's matrices lie; a notation turns them, which alone is no edit of their numbers. */
function layoutOf(problem: Problem): string | undefined {
  return problem.kind === 'network'
    ? `${problem.network.examples} ${problem.network.weights}`
    : undefined;
}

function inLayout(problem: Problem, name: unknown): Problem {
  const layout =
    typeof name === 'string' && Object.hasOwn(LAYOUTS, name) ? LAYOUTS[name] : undefined;
  return problem.kind === 'network' && layout ? relayout(problem, layout) : problem;
}

const WHERE = 'link';
const AGAIN = 'Copy the link again, or choose a problem from the list';
const damaged = (what: string): Result<never> =>
  fail(`The link does not hold a state of this page: ${what}. ${AGAIN}`, WHERE);

/** Where the problem itself was refused, what stands in the way there is said. */
function inLink({ error, where }: Fault): Result<never> {
  const place = where === 'file' || where === 'library' || where === WHERE ? '' : ` (at ${where})`;
  return fail(`The problem in the link cannot be opened: ${error}${place}`, WHERE);
}

async function problemIn(
  link: Readonly<Record<string, unknown>>,
  load: LoadProblem,
): Promise<Result<Problem>> {
  const file = own(link, 'file');
  if (file !== undefined) return parseProblemLater(file);
  const id = own(link, 'id');
  if (typeof id !== 'string') return damaged('it has no problem');
  const base = await load(id);
  if (!base.ok) return base;
  const changes = own(link, 'changes');
  const turned = inLayout(base.value, own(link, 'layout'));
  if (changes === undefined) return ok(turned);
  const changed = withChangesMade(toFile(turned) as Json, changes);
  if (changed === undefined) return damaged(`its changes do not fit the problem "${id}"`);
  return parseProblemLater(changed);
}

/** What `writeState` wrote, or a sentence. A place that is not there any more is the problem's beginning. */
export async function readState(text: string, load: LoadProblem): Promise<Result<SharedState>> {
  let link: unknown;
  try {
    link = JSON.parse(text);
  } catch {
    return damaged('it is not JSON');
  }
  if (!isRecord(link)) return damaged('it is not an object');
  const problem = await problemIn(link, load);
  if (!problem.ok) return problem.fault.where === WHERE ? problem : inLink(problem.fault);
  const id = own(link, 'id');
  return ok({
    ...readPlace(link),
    problem: problem.value,
    library: LIBRARY.some((entry) => entry.id === id) ? (id as string) : null,
    decimals: wholeNumber(own(link, 'decimals'), MOST_DECIMALS) ?? null,
  });
}
