import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { presenting } from '../presenter/mode';

/** What the page must know of lectures before it has loaded any of them. */
export const lectureView = createStore<{
  /** One is open. */
  readonly open: boolean;
  readonly panel: boolean;
}>()(() => ({ open: false, panel: false }));

/** The list or the stops beside the page, or a bar above it; a presenter has all of it at hand. */
export function useLecturePart(): 'panel' | 'bar' | undefined {
  const { open, panel } = useStore(lectureView);
  const isPresenting = useStore(presenting, ({ channel }) => channel !== null);
  if (panel) return 'panel';
  return open && !isPresenting ? 'bar' : undefined;
}

export const openLectures = () => lectureView.setState({ panel: true });
export const closeLectures = () => lectureView.setState({ panel: false });
