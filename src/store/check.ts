import type { EngineEvent } from '../worker';
import type { Check } from './state';

type Checked = Extract<EngineEvent, { readonly kind: 'checked' }>;

const NONE = { difference: new Float64Array(), kinkNode: new Int32Array() };

export function startedCheck(revision: number, epsilon: number): Check {
  return { revision, epsilon, done: 0, total: 0, ...NONE, kinkEntry: new Int32Array() };
}

/** With what has come; the arrays are made anew, since a view may still look at those before. */
export function withDifferences(check: Check, event: Checked): Check {
  const { from, total } = event;
  const difference = new Float64Array(total);
  const kinkNode = new Int32Array(total).fill(-1);
  const kinkEntry = new Int32Array(total).fill(-1);
  if (from > 0) {
    difference.set(check.difference);
    kinkNode.set(check.kinkNode);
    kinkEntry.set(check.kinkEntry);
  }
  difference.set(event.difference, from);
  kinkNode.set(event.kinkNode, from);
  kinkEntry.set(event.kinkEntry, from);
  const done = from + event.difference.length;
  return { ...check, done, total, difference, kinkNode, kinkEntry };
}
