import { describe, expect, it } from 'vitest';
import { LIBRARY } from '../../problem';
import { byDocument, fileName } from './grouped';

describe('byDocument', () => {
  it('keeps every problem of the library once, in its order', () => {
    const groups = byDocument(LIBRARY);
    expect(groups.flatMap(({ entries }) => entries)).toEqual(LIBRARY);
    expect(new Set(groups.map(({ document }) => document)).size).toBe(groups.length);
  });
});

describe('fileName', () => {
  it('is made of the title', () => {
    expect(fileName('Two hidden ReLU layers, softmax output')).toBe(
      'two-hidden-relu-layers-softmax-output.backstep.json',
    );
  });

  it('has no way out of its folder, and is never empty', () => {
    expect(fileName('../../etc/passwd')).toBe('etc-passwd.backstep.json');
    expect(fileName('𝓛 ·')).toMatch(/^[a-z0-9-]+\.backstep\.json$/);
    expect(fileName('‹›')).toBe('problem.backstep.json');
  });
});
