import type { Problem } from './problem';
import { fail, type Result } from './result';

/** With all checks; it comes with the first file or link, since the library needs none. */
const load = () => import('./parse');

const notLoaded = (): Result<never> =>
  fail(
    'The part of the page that reads this could not be loaded; check the connection and try again',
    'page',
  );

/** `readProblem`, loaded when it is needed. */
export const readProblemLater = (text: string): Promise<Result<Problem>> =>
  load().then(({ readProblem }) => readProblem(text), notLoaded);

/** `parseProblem`, loaded when it is needed. */
export const parseProblemLater = (data: unknown): Promise<Result<Problem>> =>
  load().then(({ parseProblem }) => parseProblem(data), notLoaded);

/** What sets a pasted text into a matrix from that cell on, loaded when it is needed. */
export const pasteLater = (
  text: string,
): Promise<(problem: Problem, name: string, row: number, col: number) => Result<Problem>> =>
  import('./pasteText').then(
    ({ pasteText }) =>
      (...at) =>
        pasteText(text, ...at),
    () => notLoaded,
  );
