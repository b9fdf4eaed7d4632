import { expect, it } from 'vitest';
import {
  changeArchitecture,
  type Problem,
  type ProgramProblem,
  readProblem,
  relayout,
  setEntry,
} from '../problem';
import formula from '../problem/library/s0-p3-2-tanh-sigmoid.json' with { type: 'json' };
import file from '../problem/library/s1-relu2-softmax-cce.json' with { type: 'json' };
import { namedAnew, sameWork } from './own';

function opened(): Problem {
  const read = readProblem(JSON.stringify(file));
  if (!read.ok) throw new Error(read.fault.error);
  return read.value;
}

function program(): ProgramProblem {
  const read = readProblem(JSON.stringify(formula));
  if (!read.ok || read.value.kind !== 'program') throw new Error('It is no program.');
  return read.value;
}

function withUnits(problem: Problem, units: number): Problem {
  const edit = { kind: 'units', layer: 1, units } as const;
  const changed = changeArchitecture(problem, edit, { kind: 'readable', seed: 1 });
  if (!changed.ok) throw new Error(changed.fault.error);
  return changed.value;
}

const LIBRARY = 's1-relu2-softmax-cce';

it('a network of the library with other layers is the learner’s own, named by its sizes', () => {
  const before = { problem: opened(), library: LIBRARY };
  const named = namedAnew(before, withUnits(before.problem, 2));
  expect(named.problem.title).toBe('My network, 3-2-3-2');
  expect(named.problem).not.toHaveProperty('description');
  expect(named.problem).not.toHaveProperty('source');
  expect(named.library).toBeNull();
  const again = namedAnew(named, withUnits(named.problem, 5));
  expect(again.problem.title).toBe('My network, 3-5-3-2');
});

it('other numbers leave the name and the library as they are', () => {
  const before = { problem: opened(), library: LIBRARY };
  const edited = setEntry(before.problem, 'W1', 0, 0, 0.25);
  if (!edited.ok) throw new Error(edited.fault.error);
  expect(namedAnew(before, edited.value)).toEqual({ problem: edited.value, library: LIBRARY });
});

it('the title of a file stays its author’s', () => {
  const before = { problem: { ...opened(), title: 'Homework 3' }, library: null };
  expect(namedAnew(before, withUnits(before.problem, 2)).problem.title).toBe('Homework 3');
});

it('what has its name already stays the same object, so that it is compiled once', () => {
  const before = { problem: { ...program(), title: 'My program' }, library: null };
  const edited = { ...before.problem, program: `${before.problem.program}\n` };
  const other = { ...before.problem, program: 'L = (w * x - y)^2' };
  for (const after of [edited, other]) expect(namedAnew(before, after).problem).toBe(after);
});

it('how a problem is written is nobody’s work; its numbers, lines and layers are', () => {
  const problem = opened();
  if (problem.kind !== 'network') throw new Error('It is no network.');
  const turned = relayout(problem, { examples: 'rows', weights: 'in-out' });
  expect(sameWork(problem, { ...turned, notation: 'parentheses-rows' })).toBe(true);
  const edited = setEntry(turned, 'W1', 0, 0, 0.25);
  expect(edited.ok && sameWork(problem, edited.value)).toBe(false);
  expect(sameWork(problem, withUnits(problem, 2))).toBe(false);
  expect(sameWork(program(), { ...program(), program: 'L = (w * x - y)^2' })).toBe(false);
});
