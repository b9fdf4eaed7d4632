import type { Shape } from '../../engine';
import type { Formula } from '../formula';

// The last number of the left shape and the first of the right, with what may stand between them and the edge: the
// end of a link, a bracket around a compound factor.
const LAST = /(\d+)(\)(?:\)|\}|\\right\))*)$/;
const FIRST = /^((?:\\left\(|\\htmlData\{quantity=[^}]*\}\{|\()*\()(\d+)/;

/**
 * Two shapes as factors of a matrix product: the inner numbers, which must agree, are marked as a pair. The mark is
 * for the page (`link`), which draws the bridge: `\htmlData{tie=l}{3}`, `\htmlData{tie=r}{3}`.
 */
export function tied(left: string, right: string, link: boolean, between = ''): string {
  if (!link) return `${left}${between}${right}`;
  const [last, first] = [LAST.exec(left), FIRST.exec(right)];
  if (!last || !first || last[1] !== first[2]) return `${left}${between}${right}`;
  // Only where the numbers stand next to each other can a bridge join them.
  const near = !last[2]?.includes('\\right') && !first[1]?.includes('\\left');
  const [l, r] = near ? ['l', 'r'] : ['L', 'R'];
  const marked = (side: string, size: string) => `\\htmlData{tie=${side}}{${size}}`;
  return `${left.slice(0, last.index)}${marked(l as string, last[1] as string)}${last[2]}${between}${first[1]}${marked(r as string, first[2] as string)}${right.slice(first[0].length)}`;
}

/** Each pair its own mark, in the order in which they open: `tie=al`, `tie=ar`, `tie=bl`. */
export function numberedTies(tex: string): string {
  const open: string[] = [];
  let next = 0;
  return tex.replace(/\\htmlData\{tie=([lrLR])\}/g, (_, side: string) => {
    const opens = side.toLowerCase() === 'l';
    const letter = opens ? 'abcdefgh'.charAt(next++ % 8) : (open.pop() ?? 'a');
    if (opens) open.push(letter);
    return `\\htmlData{tie=${letter}${side}}`;
  });
}

/** The inner dimensions of the matrix products of a formula, in the order they stand in it. */
export function innerDimensions(
  f: Formula,
): readonly { left: Shape; right: Shape; inner: number }[] {
  if (f.kind === 'derivative') return innerDimensions(f.at);
  if (f.kind !== 'apply') return [];
  const [a, b] = f.args;
  if (f.op.kind !== 'matmul' || !a || !b) return f.args.flatMap(innerDimensions);
  const turned = ([r, c]: Shape, flip: boolean): Shape => (flip ? [c, r] : [r, c]);
  const left = turned(a.shape, f.op.transposeLeft);
  const right = turned(b.shape, f.op.transposeRight);
  return [...innerDimensions(a), { left, right, inner: left[1] }, ...innerDimensions(b)];
}
