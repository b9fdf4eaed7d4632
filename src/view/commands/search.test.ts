import { expect, test } from 'vitest';
import type { Command } from './command';
import { search } from './search';

const command = (title: string, group: string, words = ''): Command => ({
  id: title,
  title,
  group,
  words,
  run: () => {},
});
const COMMANDS = [
  command('Next step', 'Steps', 'forward'),
  command('Step 12: δ²', 'Go to step', 'delta 2 the error of hidden layer 2'),
  command('Theme: dark', 'Theme', 'colours'),
  command('PyTorch demo, one example', 'Open a problem'),
];
const found = (query: string) => search(COMMANDS, query).map(({ title }) => title);

test('every word must be there, in title, group or words, whatever its case and order', () => {
  expect(found('dark')).toEqual(['Theme: dark']);
  expect(found('DELTA step')).toEqual(['Step 12: δ²']);
  expect(found('problem pytorch')).toEqual(['PyTorch demo, one example']);
  expect(found('dark step')).toEqual([]);
});

test('a title that begins so comes first; without words all stand in their own order', () => {
  expect(found('step')).toEqual(['Step 12: δ²', 'Next step']);
  expect(found('  ')).toEqual(COMMANDS.map(({ title }) => title));
});
