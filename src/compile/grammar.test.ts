import { readFileSync } from 'node:fs';
import peggy from 'peggy';
import { expect, test } from 'vitest';

function textOf(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

test('the generated parser is that of the grammar; if not: npm run grammar', () => {
  const generated = peggy.generate(textOf('./program.peggy'), { output: 'source', format: 'es' });
  expect(textOf('./grammar.generated.js').trim()).toBe(generated.trim());
});
