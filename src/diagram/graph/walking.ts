import type { Box } from '../curve';
import type { Placed } from './layout';
import type { GraphModel } from './model';

type Way = 'out' | 'in' | 'before' | 'after';

const ACROSS: Readonly<Record<string, Way>> = {
  ArrowRight: 'out',
  ArrowLeft: 'in',
  ArrowUp: 'before',
  ArrowDown: 'after',
};
const DOWN: Readonly<Record<string, Way>> = {
  ArrowDown: 'out',
  ArrowUp: 'in',
  ArrowLeft: 'before',
  ArrowRight: 'after',
};

/** The next node in the direction of a key: along the edges, or beside among its neighbours. */
export function nextNode(
  model: GraphModel,
  { nodes }: Placed,
  from: string,
  key: string,
  isAcross: boolean,
): string | null {
  const way = (isAcross ? ACROSS : DOWN)[key];
  const here = nodes.get(from);
  if (!way || !here) return null;
  const beside = (box: Box) => (isAcross ? box.y - here.y : box.x - here.x);
  const along = (box: Box) => (isAcross ? box.x - here.x : box.y - here.y);
  const boxOf = (id: string) => nodes.get(id) ?? here;
  if (way === 'out' || way === 'in') {
    const edges = way === 'out' ? model.out.get(from) : model.into.get(from);
    const ends = (edges ?? []).map((edge) => (way === 'out' ? edge.to.key : edge.from.key));
    return nearest(ends, (id) => Math.abs(beside(boxOf(id))) + Math.abs(along(boxOf(id))) / 4);
  }
  const sign = way === 'after' ? 1 : -1;
  const others = [...nodes].flatMap(([id, box]) => (beside(box) * sign > 2 ? [id] : []));
  return nearest(others, (id) => Math.abs(beside(boxOf(id))) + 2 * Math.abs(along(boxOf(id))));
}

function nearest(ids: readonly string[], distance: (id: string) => number): string | null {
  let found: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const d = distance(id);
    if (d < least) [found, least] = [id, d];
  }
  return found;
}

/** Every node whose name, sign or kind has the text in it, in the order of the graph. */
export function matching(
  model: GraphModel,
  symbol: (id: string) => string,
  text: string,
): readonly string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const isNamed = (name: string) => name.toLowerCase().includes(wanted);
  const exact = model.nodes.filter(({ key }) => key.toLowerCase() === wanted);
  const found = model.nodes.filter(
    ({ key, node }) =>
      (node.named && (isNamed(key) || isNamed(symbol(key)))) || isNamed(node.op.kind),
  );
  return [...new Set([...exact, ...found].map(({ key }) => key))];
}
