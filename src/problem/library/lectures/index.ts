import { type Lecture, parseLecture } from '../../lecture';
import { didYouMean } from '../../nearest';
import { fail, type Result } from '../../result';
import { quote } from '../../show';
import { LECTURES } from './entries';

export { LECTURES, type LectureEntry } from './entries';

/** A literal import each, so that every lecture becomes a file of its own that is loaded when it is opened. */
const FILES: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'section-notes': () => import('./section-notes.json'),
  'take-home': () => import('./take-home.json'),
  'discussion-12': () => import('./discussion-12.json'),
  slides: () => import('./slides.json'),
  hw3: () => import('./hw3.json'),
};

export async function loadLibraryLecture(id: string): Promise<Result<Lecture>> {
  const load = Object.hasOwn(FILES, id) ? FILES[id] : undefined;
  if (!load) {
    const ids = LECTURES.map((entry) => entry.id);
    return fail(
      `The library has no lecture ${quote(id)}.${didYouMean(id, ids) || ' Choose one from the list'}`,
      'library',
    );
  }
  try {
    return parseLecture((await load()).default);
  } catch {
    return fail(`"${id}" could not be loaded; check the connection and try again`, 'library');
  }
}
