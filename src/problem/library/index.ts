import { headerOf } from '../header';
import type { Problem, Tensors } from '../problem';
import { fail, type Result } from '../result';
import type { NetworkFile, ProgramFile } from '../schema';
import { FILES } from './files';

export { DEFAULT_PROBLEM, LIBRARY, type LibraryEntry } from './entries';

/** Our own files leave out no default and pass all checks, as the tests show, so the page need not check again. */
function problemIn(file: NetworkFile | ProgramFile): Problem {
  const [data, parameters] = [file.data as Tensors, file.parameters as Tensors];
  return { ...headerOf(file), data, parameters };
}

export async function loadLibraryProblem(id: string): Promise<Result<Problem>> {
  const load = Object.hasOwn(FILES, id) ? FILES[id] : undefined;
  if (!load) return fail(`The library has no problem "${id}"`, 'library');
  try {
    return { ok: true, value: problemIn((await load()).default as NetworkFile | ProgramFile) };
  } catch {
    return fail(`"${id}" could not be loaded; check the connection and try again`, 'library');
  }
}
