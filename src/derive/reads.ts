import { entryName } from '../engine';
import { at, type Bindings, type EntryLeaf, eachOf, NO_BINDINGS, type Scalar } from './scalar';

/** Every entry that a formula reads by its name, each once, in the order they stand in it. */
function readsOf(scalar: Scalar): ReadonlyMap<string, EntryLeaf> {
  const found = new Map<string, EntryLeaf>();
  const visit = (s: Scalar, bindings: Bindings): void => {
    switch (s.kind) {
      case 'entry': {
        const [row, col] = [at(s.row, bindings), at(s.col, bindings)];
        found.set(entryName(s.id, row, col), { ...s, row, col });
        break;
      }
      case 'apply':
        for (const a of s.args) visit(a, bindings);
        break;
      case 'derivative':
        visit(s.at, bindings);
        break;
      case 'sum':
        for (const inside of eachOf(s.over, bindings)) visit(s.body, inside);
        break;
      case 'softmax':
        visit(s.own, bindings);
        for (const inside of eachOf(s.over, bindings)) visit(s.body, inside);
        break;
    }
  };
  visit(scalar, NO_BINDINGS);
  return found;
}

export const entriesIn = (scalar: Scalar): readonly EntryLeaf[] => [...readsOf(scalar).values()];

export const entryNamesIn = (scalar: Scalar): readonly string[] => [...readsOf(scalar).keys()];
