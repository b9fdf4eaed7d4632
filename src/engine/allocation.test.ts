import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { graphs } from './testing/graphs';

const SCRIPT = new URL('./testing/allocation.mjs', import.meta.url).pathname;

/** Bytes of the heap that one training step takes, by graph and optimizer. */
function bytesPerStep(...flags: string[]): [string, number][] {
  const args = ['--expose-gc', '--import', 'tsx', SCRIPT, ...flags];
  return Object.entries(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })));
}

describe('forward, backward, update and commit', () => {
  it('allocate nothing', () => {
    const measured = bytesPerStep();
    expect(measured.length).toBeGreaterThanOrEqual(Object.keys(graphs).length);
    // A number that V8 boxes takes 12 bytes or more; the measurement itself 256 in all.
    expect(measured.filter(([, bytes]) => !(bytes < 2))).toEqual([]);
  });

  it('would be caught allocating one small object a step', () => {
    expect(bytesPerStep('--with-garbage').filter(([, bytes]) => !(bytes > 8))).toEqual([]);
  });
});
