import { expect, test } from 'vitest';
import { LIMITS } from '../../problem';
import { readFile } from './file';

const fileOf = (size: number, text: () => Promise<string>) =>
  ({ name: 'mine.json', size, text }) as unknown as File;
const sentence = async (file: File) => {
  const read = await readFile(file);
  return read.ok ? undefined : read.fault.error;
};

test('a file is refused by its size alone, and never one that could be within the limit', async () => {
  const tooLarge = fileOf(300_000_000, () => expect.unreachable());
  expect(await sentence(tooLarge)).toMatch(/300\u00a0000\u00a0000 bytes and was not read/);
  // Each character may take four bytes.
  expect(await sentence(fileOf(LIMITS.characters * 4, async () => ''))).toBe(undefined);
});

test('a file that the browser cannot read any more is refused with its name', async () => {
  const moved = fileOf(9, () => Promise.reject(new DOMException('gone', 'NotFoundError')));
  expect(await sentence(moved)).toMatch(/mine\.json could not be read/);
});
