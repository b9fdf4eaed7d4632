/** An entry aloud, counted from 1 as in the equations: `W 1, row 2, column 1`. `row` and `col` count from 0. */
export const placeWords = (matrix: string, row: number, col: number): string =>
  `${matrix}, row ${row + 1}, column ${col + 1}`;
