import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLibraryProblem } from '../problem';
import { anyEdits, changed } from '../problem/testing/edits';
import { compile } from './compile';

test.each(['s3-mlp-cce-batch', 's4-p2-m4', 's3-mlp-mse-single'])(
  '%s can be calculated after any changes to its network and batch',
  async (id) => {
    const read = await loadLibraryProblem(id);
    if (!read.ok) throw new Error(read.fault.error);
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const compiled = compile(changed(read.value, edits));
        expect(compiled.ok || compiled.fault.error).toBe(true);
      }),
      { seed: 5, numRuns: 200 },
    );
  },
);
