import { expect, it } from 'vitest';
import { widestOf } from '../../derive/derivations';
import { derivedRows } from './derivedRows';

const matrix = (columns: number) =>
  `\\begin{bmatrix}${Array(columns).fill('0.123').join('&')}\\\\${Array(columns).fill('4.567').join('&')}\\end{bmatrix}`;
const ways = [6, 4, 2].map((columns) => ({
  tex: `${matrix(columns)} \\odot \\left(1 - ${matrix(columns)}\\right)`,
  result: matrix(columns),
}));
const columnsIn = (tex: string) => tex.split('\\\\')[0]?.split('&').length;

it('a line that has room keeps all its numbers, in rows that begin with an equals sign where one is meant', () => {
  const [rows = [], ...more] = derivedRows(ways, { width: 32, height: 20 });
  expect(more).toEqual([]);
  expect(rows.map(({ begins }) => begins)).toEqual([true, false, true]);
  expect(rows.map(({ indent }) => indent > 0)).toEqual([false, true, false]);
  expect(columnsIn(rows[2]?.tex ?? '')).toBe(6);
});

it('one that is too wide or too high for a page loses numbers, and no row is wider than the column', () => {
  for (const room of [
    { width: 20, height: 20 },
    { width: 32, height: 7.5 },
    { width: 14, height: 20 },
  ]) {
    const rows = derivedRows(ways, room).flat();
    expect(columnsIn(rows.at(-1)?.tex ?? '')).toBeLessThan(6);
    expect(widestOf(rows)).toBeLessThanOrEqual(room.width);
  }
});

it('one that is still too high is parted between its rows', () => {
  const parts = derivedRows(ways, { width: 14, height: 5 });
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.every((rows) => rows.length === 1)).toBe(true);
});
