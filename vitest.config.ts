import { defineConfig } from 'vitest/config';
import { alias } from './scripts/lib/preact.mjs';

export default defineConfig({
  resolve: { alias },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}', 'bench/**/*.test.ts'],
    environment: 'node',
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    // With the alias, like the build: it asks for React, which is not installed.
    server: { deps: { inline: ['zustand', 'zundo'] } },
  },
});
