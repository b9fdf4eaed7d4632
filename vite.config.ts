import { defineConfig, type Plugin } from 'vite';
import { drawingFonts } from './scripts/lib/drawing-fonts.mjs';
import { eager } from './scripts/lib/eager.mjs';
import { firstFormulas } from './scripts/lib/first-formulas.mjs';
import { coreFonts } from './scripts/lib/fonts.mjs';
import { leanKatex } from './scripts/lib/katex.mjs';
import { headers, metaPolicy } from './scripts/lib/policy.mjs';
import { alias } from './scripts/lib/preact.mjs';
import { preloads } from './scripts/lib/preloads.mjs';

/** Only the built page has the policy: Vite's development page needs inline scripts. */
const contentSecurityPolicy: Plugin = {
  name: 'backstep:content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  // Relative, so that the built page works in any folder of any static host.
  base: './',
  plugins: [
    firstFormulas(),
    coreFonts(),
    drawingFonts(),
    leanKatex(),
    preloads(),
    eager(),
    contentSecurityPolicy,
  ],
  resolve: { alias },
  build: {
    target: 'es2022',
    // An inlined font would be a data: address, which the policy forbids.
    assetsInlineLimit: 0,
    // All that the page begins with in one file: in forty it is a tenth larger, and none can do without the others.
    // What wakes the worker is ahead of it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'begin', test: /[\\/]src[\\/]worker[\\/](first|spawn)\.ts$/, priority: 1 },
            { name: 'page', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  preview: { headers },
});
