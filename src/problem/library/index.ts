import { parseProblem } from '../parse';
import type { Problem } from '../problem';
import { fail, type Result } from '../result';
import { FILES } from './files';

export { DEFAULT_PROBLEM, LIBRARY, type LibraryEntry } from './entries';

export async function loadLibraryProblem(id: string): Promise<Result<Problem>> {
  const load = Object.hasOwn(FILES, id) ? FILES[id] : undefined;
  if (!load) return fail(`The library has no problem "${id}"`, 'library');
  try {
    return parseProblem((await load()).default);
  } catch {
    return fail(`"${id}" could not be loaded; check the connection and try again`, 'library');
  }
}
