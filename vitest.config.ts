import { defineConfig } from 'vitest/config';
import { alias } from './scripts/lib/preact.mjs';

/** Tests that put something of their own in a module's place, or in the browser's: each gets modules of its own. */
const apart = [
  'src/view/**/*.test.{ts,tsx}',
  'src/worker/**/*.test.ts',
  'src/diagram/prepared.test.ts',
];

export default defineConfig({
  resolve: { alias },
  test: {
    environment: 'node',
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    // With the alias, like the build: it asks for React, which is not installed.
    server: { deps: { inline: ['zustand', 'zundo'] } },
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      {
        extends: true,
        // What is pure can share its modules, which saves a quarter of the time.
        test: {
          name: 'pure',
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}', 'bench/**/*.test.ts'],
          exclude: [...apart, '**/node_modules/**'],
        },
      },
    ],
  },
});
