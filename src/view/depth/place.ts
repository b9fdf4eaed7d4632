export interface Place {
  readonly quantity: string;
  readonly row: number;
  readonly col: number;
}

/** `dW2[1,0]` as a quantity with row and column. */
export function placeOf(entry: string | null | undefined): Place | null {
  const [, quantity, row, col] = /^(.+)\[(\d+),(\d+)\]$/.exec(entry ?? '') ?? [];
  if (quantity === undefined) return null;
  return { quantity, row: Number(row), col: Number(col) };
}
