import type { Size } from './geometry';
import type { HeadingPlace } from './heading-places';
import type { Scene } from './scene';

/** Draws one network into an empty svg. */
export interface Painter {
  draw(scene: Scene, size: Size): void;
  /** Finds the places of all that another scene will ask for, and draws nothing. */
  prepare(scene: Scene): void;
  /** The pointer is on an edge, or on none. */
  point(entry: string | null): void;
  /** A quantity's group has the focus, or none has. */
  focus(quantity: string | null): void;
  /** The same list for as long as nothing has moved. */
  headings(): readonly HeadingPlace[];
  stop(): void;
}
