import type { Tensor } from './problem';

export type Rows = readonly (readonly number[])[];

export function rowsOf(tensor: Tensor | undefined): Rows {
  return typeof tensor === 'number' ? [[tensor]] : (tensor ?? []);
}

/** As large as `fresh`, with the entries of `kept` wherever it has one. */
export function refit(kept: Rows, fresh: Rows): Rows {
  return fresh.map((row, r) => row.map((value, c) => kept[r]?.[c] ?? value));
}

export function columnOf(rows: Rows, col: number): readonly number[] {
  return rows.map((row) => row[col] as number);
}

export function fromColumns(columns: readonly (readonly number[])[]): Rows {
  return (columns[0] ?? []).map((_, r) => columns.map((column) => column[r] as number));
}
