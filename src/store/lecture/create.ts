import { type TemporalState, temporal } from 'zundo';
import { createStore as createVanilla, type StoreApi } from 'zustand/vanilla';
import type { Lecture } from '../../problem/lecture';
import { type At, emptyLecture } from './edit';

/** A lecture of the library, as long as it is as it was loaded. */
export interface LectureSource {
  readonly id: string;
  readonly lecture: Lecture;
}

export interface LectureState {
  /** Null while none is open. */
  readonly lecture: Lecture | null;
  /** The stop stood at, from 0. */
  readonly at: number;
  readonly source: LectureSource | null;
}

type Undoable = Pick<LectureState, 'lecture' | 'at'>;
export type LectureStore = StoreApi<LectureState> & {
  readonly temporal: StoreApi<TemporalState<Undoable>>;
};

export interface LectureActions {
  /** `library` is its id, for one that comes from there unchanged. */
  open(lecture: Lecture, at?: number, library?: string): void;
  /** An empty one of one's own. */
  start(title?: string): void;
  close(): void;
  /** A stop that is not there is not gone to. */
  goTo(at: number): void;
  next(): void;
  previous(): void;
  first(): void;
  last(): void;
  /** With the operations of `edit.ts`; each call is undone by itself. Nothing happens while none is open. */
  edit(change: (place: At) => At): void;
  undo(): void;
  redo(): void;
}

const HISTORY = 200;
const NONE: LectureState = { lecture: null, at: 0, source: null };

/** The lecture that is open and where one stands in it. It knows nothing of the page: who goes to a stop opens it. */
export function createLecture(): {
  readonly store: LectureStore;
  readonly actions: LectureActions;
} {
  const store: LectureStore = createVanilla<LectureState>()(
    temporal(() => NONE, {
      limit: HISTORY,
      partialize: ({ lecture, at }): Undoable => ({ lecture, at }),
      equality: (a, b) => a.lecture === b.lecture,
    }),
  );
  const count = () => store.getState().lecture?.stops.length ?? 0;
  const goTo = (at: number) => {
    if (Number.isInteger(at) && at >= 0 && at < count()) store.setState({ at });
  };
  /** Another lecture is no edit of the one before. */
  const replace = (state: LectureState) => {
    store.setState(state);
    store.temporal.getState().clear();
  };

  return {
    store,
    actions: {
      open(lecture, at = 0, library) {
        const source = library === undefined ? null : { id: library, lecture };
        replace({ lecture, at: Math.max(0, Math.min(at, lecture.stops.length - 1)), source });
      },
      start: (title) => replace({ ...NONE, lecture: emptyLecture(title) }),
      close: () => replace(NONE),
      goTo,
      next: () => goTo(store.getState().at + 1),
      previous: () => goTo(store.getState().at - 1),
      first: () => goTo(0),
      last: () => goTo(count() - 1),
      edit(change) {
        const { lecture, at } = store.getState();
        if (lecture) store.setState(change({ lecture, at }));
      },
      undo: () => store.temporal.getState().undo(),
      redo: () => store.temporal.getState().redo(),
    },
  };
}

/** The id of the library's lecture that is open, unless it was changed; then it needs a link of its own. */
export function libraryOf({ lecture, source }: LectureState): string | null {
  return source && source.lecture === lecture ? source.id : null;
}
