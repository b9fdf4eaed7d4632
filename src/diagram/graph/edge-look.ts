import { formulaText, ruleText } from '../../derive/folding';
import { isScalar } from '../../engine';
import { textWidth } from '../format';
import type { ModelEdge } from './model';
import type { GraphScene } from './scene';
import { cut, FONT, type Slot, SMALL, SMALL_LINE, slotOf, widestNumber } from './slot';

/** What stands on an edge as long as only numbers change: the layout is told its size. */
export interface EdgeLook {
  readonly width: number;
  readonly height: number;
  /** From the top to the line. */
  readonly above: number;
  readonly name: string | null;
  readonly forward: Slot | null;
  readonly gradient: Slot | null;
  /** Null where no gradient flows. */
  readonly local: LocalLook | null;
  /** The name of its leaf, once more. */
  readonly tag: { readonly width: number; readonly height: number; readonly text: string } | null;
}

/** A local derivative: `∂z/∂w = x²`, `x²`, `· Wᵀ`. */
export interface LocalLook {
  readonly text: string;
  /** With nothing left out, for where it is asked for. */
  readonly full: string;
  /** Where its number stands: on the same line, on the next, as a factor instead of the text, or nowhere. */
  readonly number: 'after' | 'below' | 'factor' | 'none';
}

/** How wide a local derivative may make an edge: with room, as a number, as a rule. */
const MOST = { roomy: 150, number: 92, rule: 118 };

const fits = (text: string, most: number) => textWidth(text, SMALL) <= most;

function localLook(edge: ModelEdge, scene: GraphScene, isRoomy: boolean): LocalLook | null {
  const { local, from, to } = edge;
  if (!local) return null;
  const { printing, symbol } = scene;
  const isRule = local.kind === 'rule';
  const short = isRule
    ? ruleText(local.formula, local.gradient, printing)
    : formulaText(local.formula, printing);
  const full = isRule ? short : `∂${symbol(to.key)}/∂${symbol(from.key)} = ${short}`;
  const most = isRoomy ? MOST.roomy : MOST.number;
  if (isRule || !isScalar(from.node.shape)) {
    const found = [...(isRoomy ? [full] : []), short].find((text) =>
      fits(text, isRoomy ? MOST.roomy : MOST.rule),
    );
    return { text: found ?? cut(short, 14), full, number: 'none' };
  }
  if (local.formula.kind === 'number')
    return { text: isRoomy && fits(full, most) ? full : `× ${short}`, full, number: 'none' };
  if (isRoomy) {
    const text = [full, short].find((each) => fits(each, most));
    return { text: text ?? '', full, number: text === undefined ? 'factor' : 'below' };
  }
  const isShown = fits(`${short} = ${widestNumber(scene.decimals)}`, most);
  return { text: isShown ? short : '', full, number: isShown ? 'after' : 'factor' };
}

function localWidth({ text, number }: LocalLook, decimals: number): number {
  const widest = widestNumber(decimals);
  const width = (line: string) => textWidth(line, SMALL);
  if (number === 'after') return width(`${text} = ${widest}`);
  if (number === 'factor') return width(`× ${widest}`);
  return Math.max(width(text), number === 'below' ? width(`= ${widest}`) : 0);
}

export function edgeLook(edge: ModelEdge, scene: GraphScene, isRoomy: boolean): EdgeLook {
  const { from } = edge;
  const slot = slotOf(from.node.shape, scene.decimals);
  const isLeaf = from.kind === 'leaf';
  const forward = isLeaf ? null : slot;
  const local = localLook(edge, scene, isRoomy);
  const gradient = local ? slot : null;
  const name = from.node.named && !isLeaf ? scene.symbol(from.key) : null;
  const width = Math.max(
    forward ? forward.width + nameWidth(name) : 0,
    gradient?.width ?? 0,
    local ? localWidth(local, scene.decimals) : 0,
  );
  const lines = local ? (local.number === 'below' ? 2 : 1) : 0;
  const above = forward ? forward.height + 3 : 0;
  return {
    width: width > 0 ? width + 8 : 0,
    height: above + (gradient ? gradient.height + 3 : 0) + lines * SMALL_LINE,
    above,
    name,
    forward,
    gradient,
    local,
    tag: edge.tag === null ? null : tagOf(scene.symbol(from.key)),
  };
}

/** A name and what stands between it and the value. */
export function nameWidth(name: string | null): number {
  return name ? textWidth(`${name} =`, FONT) + 5 : 0;
}

function tagOf(text: string) {
  return { text, width: Math.max(26, textWidth(text, FONT, true) + 12), height: FONT + 10 };
}
