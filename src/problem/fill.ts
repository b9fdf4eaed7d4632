import { type Problem, tensorOf } from './problem';
import { fail, ok, type Result } from './result';
import { type Rows, rowsOf } from './rows';
import { count } from './show';

const size = (rows: Rows) => `${rows.length}×${rows[0]?.length ?? 0}`;

const groupOf = (problem: Problem, name: string) =>
  Object.hasOwn(problem.data, name) ? 'data' : 'parameters';

/** All numbers of a matrix of the data or the parameters, of the shape that it has. */
export function setMatrix(problem: Problem, name: string, rows: Rows): Result<Problem> {
  const group = groupOf(problem, name);
  const tensor = tensorOf(problem[group], name);
  if (tensor === undefined) return fail(`${name} is not in the data or the parameters`, name);
  const before = rowsOf(tensor);
  const fits =
    rows.length === before.length && rows.every((row) => row.length === before[0]?.length);
  if (!fits) return fail(`${name} is ${size(before)}, not ${size(rows)}`, `${group}.${name}`);
  if (!rows.flat().every(Number.isFinite)) {
    return fail(`Every entry of ${name} must be a finite number`, `${group}.${name}`);
  }
  const value = typeof tensor === 'number' ? (rows[0]?.[0] ?? tensor) : rows;
  return ok({ ...problem, [group]: { ...problem[group], [name]: value } });
}

/** What is pasted into a cell: the whole matrix where the shapes agree, else what lies right and below of it. */
export function pasteInto(
  problem: Problem,
  name: string,
  row: number,
  col: number,
  pasted: Rows,
): Result<Problem> {
  const tensor = tensorOf(problem[groupOf(problem, name)], name);
  if (tensor === undefined) return fail(`${name} is not in the data or the parameters`, name);
  const before = rowsOf(tensor);
  const [rows, cols] = [before.length, before[0]?.length ?? 0];
  const [height, width] = [pasted.length, pasted[0]?.length ?? 0];
  if (height === rows && width === cols) return setMatrix(problem, name, pasted);
  if (row + height > rows || col + width > cols) {
    const turned = height === cols && width === rows ? ', it looks transposed' : '';
    const room = `${count(rows - row, 'row')} and ${count(cols - col, 'column')}`;
    return fail(
      `What was pasted is ${size(pasted)} and ${name} is ${rows}×${cols}${turned}; from this cell there is room for ${room}`,
      name,
    );
  }
  const filled = before.map((line, r) =>
    line.map((value, c) => pasted[r - row]?.[c - col] ?? value),
  );
  return setMatrix(problem, name, filled);
}
