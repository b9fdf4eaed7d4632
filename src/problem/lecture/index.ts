/**
 * Lectures: a list of stops, each a problem, a step and how it is shown.
 *
 * - `readLecture(text)`, `parseLecture(json)`: a file or value becomes a `Lecture`, or a sentence with its place
 *   (`stops[3].step`). `writeLecture(lecture)` gives the file's text, `toLectureFile` the plain value.
 * - A stop's `problem` is a name in the lecture's own `problems` (whole problem files), else an id of the library.
 * - `fillNote(note, reader)` puts numbers of the pass into a note; `store/lecture` has the reader.
 * - The library's lectures are in `problem/library/lectures`.
 *
 * Not exported from `problem/index`: a page that shows no lecture does not load this.
 */
export * from './lecture';
export { LECTURE_LIMITS } from './limits';
export { fillNote, type NoteReader, quotedIn } from './note';
export { parseLecture, readLecture } from './parse';
export { toLectureFile, writeLecture } from './write';
