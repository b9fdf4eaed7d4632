import { type GraphNode, type Quantity, rootOf } from '../../engine';
import { axesOf } from '../axes';
import { errorSymbol, symbolOf } from '../notation';
import type { Bound, Index } from '../scalar';
import { type Glyph, symbolSpoken, symbolTex, symbolText } from '../symbol';
import { linked, type Printing, partialTex } from './context';

/** One entry of a quantity, rows and columns from 0 or running. */
export interface EntryName {
  readonly id: string;
  readonly row: Index;
  readonly col: Index;
}

interface Indices {
  readonly units: readonly Index[];
  /** Undefined where there is one example only, or where it stands among the units' indices. */
  readonly example: Index | undefined;
}

const text = (index: Index) => (typeof index === 'number' ? `${index + 1}` : index.name);

/** `21`, `2j`; with a comma where digits would run together. */
function joined(indices: readonly Index[]): string {
  const texts = indices.map(text);
  return texts.join(texts.some((t) => t.length > 1) ? ',' : '');
}

function lookup(printing: Printing, id: string): Quantity {
  const quantity = printing.quantities.get(id);
  if (!quantity) throw new Error(`No quantity is called ${id}.`);
  return quantity;
}

/** A weight of a layer keeps both indices; elsewhere a single row or column needs none. */
function keepsBoth(node: GraphNode, glyph: Glyph): boolean {
  const isMarked = glyph.sup !== undefined || glyph.sub !== undefined;
  return node.role === 'parameter' && node.id.startsWith('W') && isMarked;
}

/** (k) beside a layer's (l) could not be told from it, so there the example is an index like the others. */
const isExampleRaised = ({ notation }: Printing) => notation.layerAs !== 'parentheses';

function indicesOf(printing: Printing, node: GraphNode, name: EntryName, glyph: Glyph): Indices {
  const axes = axesOf(printing.graph).get(node.id) ?? ['none', 'none'];
  const both = keepsBoth(node, glyph);
  const places = ([name.row, name.col] as const).flatMap((index, i) =>
    node.shape[i] === 1 && !both ? [] : [{ index, isExample: axes[i] === 'example' }],
  );
  const ordered = glyph.transposed ? places.toReversed() : places;
  const isRaised = isExampleRaised(printing);
  return {
    units: ordered.filter((p) => !isRaised || !p.isExample).map((p) => p.index),
    example: isRaised ? places.find((p) => p.isExample)?.index : undefined,
  };
}

/** An entry takes the small letter, unless that is the name of something else. */
function small(printing: Printing, glyph: Glyph): Glyph {
  const lower = glyph.base.toLowerCase();
  if (glyph.base.length > 1 || lower === glyph.base) return glyph;
  const isTaken = printing.graph.nodes.some(({ id }) => id === lower);
  return isTaken ? glyph : { ...glyph, base: lower };
}

function entryGlyph(printing: Printing, node: GraphNode, own: Glyph, name: EntryName): Glyph {
  const { units, example } = indicesOf(printing, node, name, own);
  if (units.length === 0 && example === undefined) return own;
  const { transposed: _, ...glyph } = small(printing, own);
  const sup = example === undefined ? glyph.sup : `${glyph.sup ?? ''}(${text(example)})`;
  const isNested = glyph.sub !== undefined && units.length > 0;
  const sub = units.length > 0 ? joined(units) : glyph.sub;
  return {
    base: isNested ? `(${glyph.base}_{${glyph.sub}})` : glyph.base,
    ...(sub === undefined ? {} : { sub }),
    ...(sup === undefined ? {} : { sup }),
  };
}

type Written =
  | { readonly kind: 'symbol'; readonly glyph: Glyph; readonly isNew: boolean }
  | { readonly kind: 'partial'; readonly of: Glyph; readonly by: Glyph };

function written(printing: Printing, name: EntryName): Written {
  const { graph, notation } = printing;
  const quantity = lookup(printing, name.id);
  const { node, aspect } = quantity;
  const symbol = symbolOf(notation, graph, node);
  const value = entryGlyph(printing, node, symbol, name);
  if (aspect !== 'gradient') return { kind: 'symbol', glyph: value, isNew: aspect === 'updated' };
  const error = errorSymbol(notation, quantity);
  if (error)
    return { kind: 'symbol', glyph: entryGlyph(printing, node, error, name), isNew: false };
  return { kind: 'partial', of: symbolOf(notation, graph, rootOf(graph)), by: value };
}

/** `w^{[2]}_{21}`, `δ^{[2](k)}_{2}`, ∂J/∂w */
export function entryTex(printing: Printing, name: EntryName): string {
  const w = written(printing, name);
  if (w.kind === 'partial')
    return linked(printing, name.id, partialTex(symbolTex(w.of), symbolTex(w.by)));
  const sub = [w.glyph.sub, w.isNew ? '\\text{new}' : undefined].filter(Boolean).join(',');
  return linked(printing, name.id, symbolTex({ ...w.glyph, ...(sub === '' ? {} : { sub }) }));
}

const unlinked = (glyph: Glyph): Glyph => ({
  ...glyph,
  base: glyph.base.replace(/^\((.*)_\{(.*)\}\)$/, '$1$2'),
});

/** The entry in plain text: `w₂₁²`. Without the example, where that is raised: beside a layer it would read as a part of it. */
export function entryText(printing: Printing, name: EntryName): string {
  const w = written(printing, name);
  const layerOf = ({ sup = '' }: Glyph) =>
    isExampleRaised(printing) ? sup.replace(/\(\w+\)$/, '') : sup;
  const plain = (glyph: Glyph) => symbolText({ ...unlinked(glyph), sup: layerOf(glyph) });
  if (w.kind === 'partial') return `∂${symbolText(w.of)}/∂${plain(w.by)}`;
  return `${plain(w.glyph)}${w.isNew ? ' new' : ''}`;
}

function spoken(printing: Printing, name: EntryName, symbol: Glyph, node: GraphNode): string {
  const { units, example } = indicesOf(printing, node, name, symbol);
  const parts = [
    symbolSpoken({ ...symbol, transposed: false }),
    ...(units.length > 0 ? [`at ${units.map(text).join(' ')}`] : []),
    ...(example === undefined ? [] : [`of example ${text(example)}`]),
  ];
  return parts.join(' ');
}

/** `the gradient of W 2 at 2 1`, `delta 2 at 2 of example k` */
export function entrySpoken(printing: Printing, name: EntryName): string {
  const { graph, notation } = printing;
  const quantity = lookup(printing, name.id);
  const { node, aspect } = quantity;
  const error = aspect === 'gradient' ? errorSymbol(notation, quantity) : undefined;
  const said = spoken(printing, name, error ?? symbolOf(notation, graph, node), node);
  if (aspect === 'gradient' && !error) return `the gradient of ${said}`;
  return aspect === 'updated' ? `new ${said}` : said;
}

/** How far a sum over it runs, as a symbol: m for the examples, else their number. */
export function limitOf({ notation }: Printing, { axis, count }: Bound): string {
  return axis === 'example' ? notation.count : `${count}`;
}
