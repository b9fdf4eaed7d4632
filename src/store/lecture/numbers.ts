import { formatNumber } from '../../derive';
import {
  type Graph,
  lossAfterUpdate,
  quantitiesOf,
  read,
  type Snapshot,
  updatedId,
} from '../../engine';
import type { NoteReader } from '../../problem/lecture';

/** What a note quotes, from a whole pass, with as many digits as are shown. */
export function noteReader(
  { graph, snapshot }: { readonly graph: Graph; readonly snapshot: Snapshot },
  decimals: number,
): NoteReader {
  const quantities = quantitiesOf(graph);
  const afterUpdate = updatedId(graph.nodes[graph.root]?.id ?? '');
  const write = (value: number | undefined) =>
    value === undefined ? undefined : formatNumber(value, { decimals });
  return {
    number(id, entry) {
      if (id === afterUpdate) return entry ? undefined : write(lossAfterUpdate(snapshot));
      const quantity = quantities.get(id);
      const matrix = quantity && read(snapshot, quantity.aspect, quantity.node.id);
      if (!matrix) return undefined;
      const { rows, cols, data } = matrix;
      const [row, col] = entry ?? [0, 0];
      // A whole matrix is no number.
      if ((!entry && rows * cols > 1) || row >= rows || col >= cols) return undefined;
      return write(data[row * cols + col]);
    },
    shape(id) {
      const shape = quantities.get(id)?.node.shape;
      return shape && `${shape[0]}×${shape[1]}`;
    },
  };
}
