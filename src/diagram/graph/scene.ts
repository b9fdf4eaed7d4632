import type { Detail, Printing } from '../../derive';
import type { Source } from '../../derive/folding';
import type { Scene } from '../scene';

/** What the graph view needs besides: the formulas behind the graph, and which lines are open. */
export interface GraphScene extends Scene {
  readonly source: Source;
  readonly printing: Printing;
  readonly detail: Detail;
  /** All lines opened or folded at once; null while they follow the detail. */
  readonly all: boolean | null;
  /** Those that were opened or folded by themselves. */
  readonly opened: Readonly<Record<string, boolean>>;
}

/** At single operations all lines are open, else they are one node each, until one is asked to be otherwise. */
export function isOpenIn({ opened, all, detail }: Pick<GraphScene, 'opened' | 'all' | 'detail'>) {
  return (line: string): boolean =>
    Object.hasOwn(opened, line) ? opened[line] === true : (all ?? detail === 'operations');
}
