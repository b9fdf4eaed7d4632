import type { Shape } from '../../engine';
import type { QuantityLeaf } from '../formula';
import type { Printing } from './context';

/** Up to so many copies are all written; of more the first one, and dots. */
const MOST_COPIES = 2;

const pale = (text: string) => `\\htmlData{aside=true}{${text}}`;

/** Whether a parameter is added to each example of `to`, as a bias is: it has one for all of them. */
export function isSpread({ graph }: Printing, leaf: QuantityLeaf, to: Shape): boolean {
  const node = graph.nodes[graph.byId.get(leaf.of) ?? -1];
  if (leaf.aspect !== 'value' || node?.role !== 'parameter' || node.layer === undefined)
    return false;
  const along = graph.examples === 'columns' ? 1 : 0;
  const across = along === 1 ? 0 : 1;
  return leaf.shape[along] === 1 && to[along] > 1 && leaf.shape[across] === to[across];
}

type Units = readonly (string | null)[];

/**
 * A bias as broadcasting sees it: once for the first example, and pale copies for the others. Units that are left out
 * are null.
 */
export function spreadTex(units: Units, [rows, cols]: Shape, axis: 'rows' | 'columns'): string {
  const isAcross = axis === 'columns';
  const copies = (isAcross ? cols : rows) - 1;
  const shown = copies <= MOST_COPIES ? copies : 1;
  const [along, aside] = isAcross ? ['\\cdots', '\\vdots'] : ['\\vdots', '\\cdots'];
  const lines = [
    units.map((text) => text ?? aside),
    ...Array.from({ length: shown }, () => units.map((text) => (text ? pale(text) : aside))),
    ...(shown < copies ? [units.map((text) => (text ? along : '\\ddots'))] : []),
  ];
  const written = isAcross ? units.map((_, i) => lines.map((line) => line[i] ?? '')) : lines;
  return `\\begin{bmatrix}${written.map((row) => row.join('&')).join('\\\\')}\\end{bmatrix}`;
}
