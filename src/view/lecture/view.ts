import { createStore } from 'zustand/vanilla';

/** What the page must know of lectures before it has loaded any of them. */
export const lectureView = createStore<{
  /** One is open. */
  readonly open: boolean;
  readonly panel: boolean;
}>()(() => ({ open: false, panel: false }));

export const openLectures = () => lectureView.setState({ panel: true });
export const closeLectures = () => lectureView.setState({ panel: false });
