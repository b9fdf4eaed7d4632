import { grouped, LIMITS } from './limits';
import { NAME, type Tensor, type Tensors } from './problem';
import { isRecord } from './record';
import { fail, ok, type Result } from './result';
import { count, quote, show } from './show';

type Matrix = readonly (readonly number[])[];

/** How many numbers all matrices claim to hold, from their lengths alone. */
export function numbersIn(...groups: readonly unknown[]): number {
  let total = 0;
  for (const group of groups) {
    if (!isRecord(group)) continue;
    for (const tensor of Object.values(group)) {
      if (!Array.isArray(tensor)) total += 1;
      else for (const row of tensor) total += Array.isArray(row) ? row.length : 1;
    }
  }
  return total;
}

export function tooManyNumbers(total: number): string {
  return `The matrices hold ${grouped(total)} numbers; the limit is ${grouped(LIMITS.numbers)}`;
}

function notFinite(value: unknown): string {
  return typeof value === 'number' && !Number.isNaN(value)
    ? `${value}, too large for a number`
    : `${show(value)}, not a number`;
}

function readRow(row: readonly unknown[], r: number, name: string, where: string): Result<null> {
  for (let c = 0; c < row.length; c++) {
    if (!Number.isFinite(row[c])) {
      return fail(
        `Row ${r + 1}, column ${c + 1} of ${name} is ${notFinite(row[c])}`,
        `${where}[${r}][${c}]`,
      );
    }
  }
  return ok(null);
}

function readRows(rows: readonly unknown[], name: string, where: string): Result<Matrix> {
  const first = rows[0];
  if (rows.length === 0) return fail(`${name} is empty; give it at least one row`, where);
  if (rows.every((row) => typeof row === 'number')) {
    return fail(
      `${name} is a flat list; write a row as [[1, 2]] and a column as [[1], [2]]`,
      where,
    );
  }
  for (let r = 0; r < rows.length; r++) {
    const row: unknown = rows[r];
    if (!Array.isArray(row)) {
      return fail(
        `Row ${r + 1} of ${name} should be a list of numbers, but is ${show(row)}`,
        `${where}[${r}]`,
      );
    }
    if (row.length === 0) {
      return fail(
        `Row ${r + 1} of ${name} is empty; give it at least one number`,
        `${where}[${r}]`,
      );
    }
    if (Array.isArray(first) && row.length !== first.length) {
      return fail(
        `Row ${r + 1} of ${name} has ${count(row.length, 'number')}, row 1 has ${first.length}`,
        `${where}[${r}]`,
      );
    }
    const entries = readRow(row, r, name, where);
    if (!entries.ok) return entries;
  }
  // Every entry was looked at just now.
  return ok(rows as Matrix);
}

function readTensor(value: unknown, name: string, where: string): Result<Tensor> {
  if (Array.isArray(value)) return readRows(value, name, where);
  if (typeof value === 'number' && Number.isFinite(value)) return ok(value);
  if (typeof value === 'number') return fail(`${name} is ${notFinite(value)}`, where);
  return fail(`${name} should be a number or a list of rows, but is ${show(value)}`, where);
}

/** Data or parameters: a name each, a number or rectangular matrix of finite numbers each. */
export function readTensors(record: Record<string, unknown>, where: string): Result<Tensors> {
  const read: [string, Tensor][] = [];
  const names = Object.keys(record).length;
  if (names > LIMITS.names) {
    return fail(`"${where}" has ${grouped(names)} names; the limit is ${LIMITS.names}`, where);
  }
  for (const [name, value] of Object.entries(record)) {
    if (!NAME.test(name)) {
      return fail(
        `${quote(name)} cannot be a name: use a letter, then up to 31 letters, digits or _`,
        where,
      );
    }
    const tensor = readTensor(value, name, `${where}.${name}`);
    if (!tensor.ok) return tensor;
    read.push([name, tensor.value]);
  }
  // Not assignment: `__proto__` would be a setter there. Here it is refused above besides.
  return ok(Object.fromEntries(read));
}
