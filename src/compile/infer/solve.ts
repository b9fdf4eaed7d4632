import type { Choice, Constraints, OpenShape } from './constraints';
import type { Dims } from './dims';
import { carriedName } from './names';
import { equationsOf, inOrder, isBias, isVectorLetter, likeliest, type Way } from './ways';

/** A search that takes longer is given up; the guess then is that everything is a single number. */
const MOST_TRIES = 40_000;

/** Something still open, and what it could be, the likeliest first. */
interface Question {
  readonly ways: () => readonly string[];
  readonly holds: (way: string) => readonly (readonly [number, number])[];
  answer: string | undefined;
}

export interface Solution {
  /** How each operator is meant. */
  readonly meant: ReadonlyMap<Choice, Way>;
  /** False where no way of meaning them fits; then the shapes are those of the first contradiction. */
  readonly solved: boolean;
}

function nameQuestion(
  name: string,
  shape: OpenShape,
  { choices, reduced, turned }: Constraints,
  dims: Dims,
): Question {
  const one = dims.constant(1);
  const operandOf = (side: 'left' | 'right') =>
    choices.some(({ kind, node }) => {
      return kind === 'product' && carriedName(node[side]) === name;
    });
  // What is added to a product follows it.
  const isAdded = choices.some(({ node }) =>
    [node.left, node.right].some(
      (part) => node.op === '+' && part.type === 'name' && part.name === name && isBias(part),
    ),
  );
  const alternatives: Readonly<Record<string, () => readonly (readonly [number, number])[]>> = {
    column: () => [[shape[1], one]],
    row: () => [[shape[0], one]],
    number: () => [
      [shape[0], one],
      [shape[1], one],
    ],
    any: () => [],
  };
  const isCapital = /^[A-Z]/.test(name);
  const ways = (): readonly string[] => {
    const other = dims.valueOf(shape[0]) === undefined && dims.valueOf(shape[1]) === undefined;
    if (isCapital || isAdded) return ['any'];
    if (turned.has(name)) return ['column', 'row', 'number', 'any'];
    if (isVectorLetter(name) || !other) {
      if (operandOf('left') && !operandOf('right')) return ['row', 'column', 'number', 'any'];
      const isVector = operandOf('right') || reduced.has(name) || !other;
      return isVector ? ['column', 'row', 'number', 'any'] : ['number', 'column', 'row', 'any'];
    }
    return ['number', 'column', 'row', 'any'];
  };
  return { ways, holds: (way) => alternatives[way]?.() ?? [], answer: undefined };
}

/** Chooses a meaning for every operator and a kind for every open name, going back where that fits nothing. */
export function solve(constraints: Constraints, open: readonly string[], dims: Dims): Solution {
  const toQuestion = (choice: Choice): Question => {
    const ways = likeliest(choice);
    return {
      ways: () => inOrder(ways, choice, dims),
      holds: (way) => equationsOf(choice, way as Way, dims),
      answer: undefined,
    };
  };
  const asked = constraints.choices.map((choice) => [choice, toQuestion(choice)] as const);
  const ofKind = (kind: Choice['kind']) =>
    asked.filter(([choice]) => choice.kind === kind).map(([, question]) => question);
  const names = open.flatMap((name) => {
    const shape = constraints.names.get(name);
    return shape ? [nameQuestion(name, shape, constraints, dims)] : [];
  });
  const one = dims.constant(1);
  const vectors = constraints.vectors.map(
    (shape): Question => ({
      ways: () => ['column', 'row'],
      holds: (way) => [[way === 'column' ? shape[1] : shape[0], one]],
      answer: undefined,
    }),
  );
  const operators = [...asked.map(([, question]) => question), ...vectors];
  const questions = [...ofKind('product'), ...names, ...ofKind('elementwise'), ...vectors];
  let tries = 0;

  const apply = (question: Question, way: string): boolean => {
    tries += 1;
    return question.holds(way).every(([a, b]) => dims.unify(a, b));
  };
  const fits = (question: Question, way: string): boolean => {
    const mark = dims.mark();
    const fit = apply(question, way);
    dims.undo(mark);
    return fit;
  };

  /** Answers all that have one answer only. False where one has none. */
  function settle(answered: Question[]): boolean {
    for (let changed = true; changed; ) {
      changed = false;
      for (const question of operators) {
        if (question.answer !== undefined || tries > MOST_TRIES) continue;
        const left = question.ways().filter((way) => fits(question, way));
        if (left.length === 0) return false;
        if (left.length > 1) continue;
        question.answer = left[0] as string;
        answered.push(question);
        apply(question, question.answer);
        changed = true;
      }
    }
    return true;
  }

  const takeBack = (answered: readonly Question[], mark: number) => {
    for (const question of answered) question.answer = undefined;
    dims.undo(mark);
  };

  /** One decision and what followed from it. */
  interface Frame {
    readonly question: Question;
    readonly rest: string[];
    readonly mark: number;
    readonly answered: Question[];
  }

  /** Keeps its own stack: a long program has as many decisions. */
  function search(): boolean {
    const frames: Frame[] = [];
    for (;;) {
      const next = questions.find((question) => question.answer === undefined);
      if (!next) return true;
      frames.push({ question: next, rest: [...next.ways()], mark: dims.mark(), answered: [] });
      for (;;) {
        if (tries > MOST_TRIES) return false;
        const frame = frames.at(-1);
        if (!frame) return false;
        takeBack(frame.answered, frame.mark);
        frame.answered.length = 0;
        const way = frame.rest.shift();
        if (way === undefined) {
          frames.pop();
          continue;
        }
        frame.question.answer = way;
        frame.answered.push(frame.question);
        if (apply(frame.question, way) && settle(frame.answered)) break;
      }
    }
  }

  const solved = constraints.sound && settle([]) && search();
  const meant = new Map(
    asked.flatMap(([choice, { answer }]) =>
      answer === undefined ? [] : ([[choice, answer as Way]] as const),
    ),
  );
  return { meant, solved };
}
