import { expect, it } from 'vitest';
import { compiled, problemOf } from '../compile/testing/cases';
import { stepsOf } from './index';

const wordsOf = (id: string, step: string) =>
  stepsOf(compiled(problemOf(id)), 'layers').find((each) => each.id === step)?.words;

it('speaks of entries only where there are any', () => {
  expect(wordsOf('s3-gd-eta0.1', 'loss:f')).toBe('Add the two terms.');
  expect(wordsOf('s2-single-expr', 'forward:z3')).toMatch(/row of the left factor/);
});
