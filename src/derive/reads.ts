import type { Cell } from './entry';
import { at, type Bindings, type EntryLeaf, eachOf, NO_BINDINGS, type Scalar } from './scalar';

/** An entry by the name that cells of the page carry: `dW2[1,0]`. */
export function cellName(id: string, { row, col }: Cell): string {
  return `${id}[${row},${col}]`;
}

/** Every entry that a formula reads, each once, in the order they stand in it. */
export function entriesIn(scalar: Scalar): readonly EntryLeaf[] {
  const found = new Map<string, EntryLeaf>();
  const visit = (s: Scalar, bindings: Bindings): void => {
    switch (s.kind) {
      case 'entry': {
        const cell = { row: at(s.row, bindings), col: at(s.col, bindings) };
        found.set(cellName(s.id, cell), { ...s, ...cell });
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
  return [...found.values()];
}
