/**
 * Lectures on the page, without a view.
 *
 * - `createLecture()`: the store {lecture, at, source} with its own undo. `libraryOf(state)` is the id for a short
 *   address, null for one that was changed or is one's own.
 * - `createOpenStop(loadLibraryProblem)` → `openStop(lecture, index)`: the `SharedState` that `actions.openState`
 *   shows. Stops of one problem get the same `problem` object.
 * - `addStop`, `replaceStop` (from the page's `SharedState`; `base` is the library's problem), `removeStop`,
 *   `moveStop` work on {lecture, at}; `renameStop`, `setNote`, `setHidden`, `setView`,
 *   `renameLecture` on a lecture.
 * - Addresses: `?lecture=slides&stop=7` by `searchOfLecture` and `openSearch`; one's own by `linkOfLecture`;
 *   `openAnyLink` reads every fragment, of lectures and of states. Stops count from 1 in addresses only.
 * - `fillNote(stop.note, noteReader(pass, decimals))`: a note with the numbers of the pass.
 *
 * Not exported from `store/index`: a page that shows no lecture does not load this.
 */
export { captureStop } from './capture';
export { checkStop } from './check';
export {
  createLecture,
  libraryOf,
} from './create';
export * from './edit';
export {
  linkOfLecture,
  openAnyLink,
  openSearch,
  searchOfLecture,
} from './link';
export { noteReader } from './numbers';
export { createOpenStop, type OpenStop, stateOfStop } from './open';
