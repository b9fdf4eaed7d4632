import type { Backstep } from '../../store';

/** Something that the page can do: the palette lists it, the key help names its keys, the keys run it. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** More words under which one may look for it. */
  readonly words?: string;
  readonly keys?: readonly Key[];
  readonly run: (backstep: Backstep) => void;
}

/** `ArrowRight`, `Mod+z`, `Mod+Shift+z`; Mod is Ctrl or ⌘. */
export interface Key {
  readonly press: string;
  /** How it is written for a reader. */
  readonly label: string;
  /** Where it counts: not in a field that takes letters, by default; `number`, in a field of a number too. */
  readonly where?: 'anywhere' | 'number' | 'page';
}
