import { joined, type Printing, quantityText } from '../../derive';
import { entriesIn, type Scalar } from '../../derive/depths';

interface Read {
  readonly rows: Set<number>;
  readonly cols: Set<number>;
  count: number;
}

const only = (indices: ReadonlySet<number>) => [...indices][0] ?? 0;

function part({ rows, cols, count }: Read, [height, width]: readonly [number, number]): string {
  if (count === height * width) return '';
  if (count === 1) return `entry (${only(rows) + 1}, ${only(cols) + 1}) of `;
  if (rows.size === 1 && count === width) return `row ${only(rows) + 1} of `;
  if (cols.size === 1 && count === height) return `column ${only(cols) + 1} of `;
  return `${count} entries of `;
}

/** Which part of which quantities a formula reads: `row 2 of δ² and row 1 of A¹`. */
export function readsText(formula: Scalar, printing: Printing): string {
  const found = new Map<string, Read>();
  for (const { id, row, col } of entriesIn(formula)) {
    const read = found.get(id) ?? { rows: new Set<number>(), cols: new Set<number>(), count: 0 };
    read.rows.add(row as number);
    read.cols.add(col as number);
    read.count += 1;
    found.set(id, read);
  }
  const texts = [...found].map(([id, read]) => {
    const shape = printing.quantities.get(id)?.node.shape ?? [1, 1];
    return `${part(read, shape)}${quantityText(printing, id)}`;
  });
  return joined(texts);
}
