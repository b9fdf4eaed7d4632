import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import katex from 'katex';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { compiled, everyProblem, passOf } from '../../src/compile/testing/cases';
import {
  DETAILS,
  type Notation,
  notationFor,
  notations,
  numbersTex,
  printingOf,
  stepsOf,
} from '../../src/derive';
import { formOf } from '../../src/derive/testing/katex';
import type { Problem } from '../../src/problem';
import { linesOf } from '../../src/view/equation/lines';
import { OPTIONS } from '../../src/view/math/options';
import { leanKatex } from './katex.mjs';
import { root } from './run.mjs';

let lean: typeof katex;

/** KaTeX as the page has it, by the plugin of the build. */
beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [leanKatex()],
    build: {
      write: false,
      lib: {
        entry: path.join(root, 'node_modules/katex/dist/katex.mjs'),
        formats: ['es'],
        fileName: 'katex',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const file = path.join(root, '.cache/test/katex.mjs');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, built[0]?.output[0].code ?? '');
  lean = (await import(/* @vite-ignore */ pathToFileURL(file).href)).default;
});

const set = (by: typeof katex, tex: string) =>
  by.renderToString(tex, { ...OPTIONS, throwOnError: true });

/** Every formula of a problem's sheets, at every detail. */
function* formulasOf(problem: Problem, notation: Notation): Generator<string> {
  const source = compiled(problem);
  const snapshot = passOf(source);
  const printing = printingOf(source.graph, notation, true);
  for (const detail of DETAILS) {
    for (const step of stepsOf(source, detail)) {
      yield* Object.values(linesOf(step, printing));
      // Digits are set alike at every detail.
      if (detail !== 'layers') continue;
      const { put, result } = numbersTex(step, printing, snapshot, { decimals: 4 });
      yield* [put, result];
    }
  }
}

test('what is left of KaTeX sets every formula of every problem as all of it does', () => {
  const seen = new Set<string>();
  // In the notation of each document in turn.
  [...everyProblem().values()].forEach((problem, i) => {
    const notation = notations[i % notations.length] ?? notationFor(problem);
    for (const tex of formulasOf(problem, notation)) seen.add(formOf(tex));
  });
  expect(seen.size).toBeGreaterThan(2000);
  for (const tex of seen) {
    const whole = set(katex, tex);
    const left = set(lean, tex);
    if (left !== whole) expect(left, tex).toBe(whole);
  }
}, 180_000);

test.each([
  '\\mathfrak{g}',
  '\\enclose{a}',
  '\\llap{x}',
  '\\xrightarrow{n}',
  '\\leqslant',
  '\\KaTeX',
])('what is no longer in it throws, so that the page loads the whole: %s', (tex) => {
  expect(() => set(lean, tex)).toThrow();
});
