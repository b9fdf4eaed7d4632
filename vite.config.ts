import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { headers, metaPolicy } from './scripts/lib/policy.mjs';

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
  plugins: [react(), contentSecurityPolicy],
  build: {
    target: 'es2022',
    // An inlined font would be a data: address, which the policy forbids.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // By itself, so that the page can be used before the equations are typeset.
          groups: [{ name: 'katex', test: /node_modules[\\/]katex[\\/]/ }],
        },
      },
    },
  },
  worker: { format: 'es' },
  preview: { headers },
});
