import type { BaseIssue } from 'valibot';
import { didYouMean } from './nearest';
import { fail, type Result } from './result';
import { place, show } from './show';

type Path = readonly (string | number)[];

function pathOf(issue: BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** The options of a picklist, which valibot lists as `("relu" | "tanh")`. */
function optionsOf(issue: BaseIssue<unknown>): string[] {
  return [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((m) => m[1] ?? '');
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  return typeof last === 'number' ? `Item ${last + 1} of "${path.at(-2)}"` : `"${last}"`;
}

/** One sentence and a place for what the schema found first. */
export function schemaFault(issue: BaseIssue<unknown>): Result<never> {
  const path = pathOf(issue);
  if (issue.type === 'strict_object') {
    const inside = place(path.slice(0, -1)) || 'file';
    const isInput = inside === 'network.layers[0]' && issue.expected === 'never';
    return fail(
      isInput
        ? `${issue.message}; the first layer is the input and has "units" alone`
        : issue.message,
      inside,
    );
  }
  const hint =
    issue.type === 'picklist' && typeof issue.input === 'string'
      ? didYouMean(issue.input, optionsOf(issue))
      : '';
  const long = issue.type === 'max_length' || issue.type === 'regex';
  const found = long ? '' : `, but is ${show(issue.input)}`;
  return fail(
    `${nameOf(path)} must be ${issue.message}${found}${hint ? `.${hint}` : ''}`,
    place(path) || 'file',
  );
}
