import path from 'node:path';
import katex from 'katex';
import { runnerImport } from 'vite';
import { root } from './run.mjs';

const source = (file) => path.join(root, 'src/view', file);

/** Sets the formulas that a first visit sees, so that they are there before the typesetter is. */
async function markups() {
  const { module: page } = await runnerImport(source('equation/firstTexs.ts'), {
    configFile: false,
  });
  const { module: math } = await runnerImport(source('math/options.ts'), { configFile: false });
  return page.FIRST_TEXS.map((tex) => {
    const markup = katex.renderToString(tex, { ...math.OPTIONS, throwOnError: true });
    return [tex, markup.replaceAll(' style="', ' data-style="')];
  });
}

/** @returns {import('vite').Plugin} */
export const firstFormulas = () => ({
  name: 'backstep:first-formulas',
  apply: 'build',
  async load(id) {
    if (id !== source('math/first-formulas.ts')) return;
    // A string is read far faster than an array.
    const text = JSON.stringify(JSON.stringify(await markups()));
    return `export const FIRST_FORMULAS = JSON.parse(${text});`;
  },
});
