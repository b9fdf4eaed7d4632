import { expect, test } from 'vitest';
import { STOP_VIEWS } from '../../problem/lecture';
import { largeOf, nextView } from './layout';

test('each press of the key shows something else, and a round of them all three', () => {
  for (const phase of ['forward', 'loss', 'backward', 'update'] as const)
    for (const depth of ['layer', 'entry', 'path', 'derivation'])
      for (const first of STOP_VIEWS) {
        const seen = new Set([largeOf(first, phase, depth)]);
        let view = first;
        for (let i = 0; i < 4; i++) {
          const next = nextView(view, phase, depth);
          expect(largeOf(next, phase, depth)).not.toBe(largeOf(view, phase, depth));
          seen.add(largeOf(next, phase, depth));
          view = next;
        }
        expect(seen.size).toBe(3);
      }
});
