import { type Graph, memo, type Quantity, quantitiesOf, rootOf } from '../../engine';
import { errorSymbol, type Notation, symbolOf } from '../notation';
import { DIFFERENTIAL, type Glyph, symbolSpoken, symbolTex, symbolText } from '../symbol';

/** What every printer needs: the graph's names and how to write them. */
export interface Printing {
  readonly graph: Graph;
  readonly notation: Notation;
  readonly quantities: ReadonlyMap<string, Quantity>;
  /** Wrap each symbol in `\htmlData{quantity=…}`, for hover-linking on the page. */
  readonly link: boolean;
}

const printings = memo((_: Graph) => new Map<string, Printing>());

/** One for all who write a graph in that notation. */
export function printingOf(graph: Graph, notation: Notation, link = false): Printing {
  const known = printings(graph);
  const key = `${notation.id} ${link}`;
  const printing = known.get(key) ?? { graph, notation, quantities: quantitiesOf(graph), link };
  known.set(key, printing);
  return printing;
}

function lookup(printing: Printing, id: string): Quantity {
  const quantity = printing.quantities.get(id);
  if (!quantity) throw new Error(`No quantity is called ${id}.`);
  return quantity;
}

export function linked(printing: Printing, id: string, tex: string): string {
  return printing.link ? `\\htmlData{quantity=${id}}{${tex}}` : tex;
}

type Written =
  | { readonly kind: 'symbol'; readonly symbol: Glyph }
  | { readonly kind: 'partial'; readonly of: Glyph; readonly by: Glyph };

function written(printing: Printing, id: string): Written {
  const { graph, notation } = printing;
  const quantity = lookup(printing, id);
  const symbol = symbolOf(notation, graph, quantity.node);
  if (quantity.aspect === 'value') return { kind: 'symbol', symbol };
  if (quantity.aspect === 'updated')
    return {
      kind: 'symbol',
      symbol: { ...symbol, sub: [symbol.sub, '\\text{new}'].filter(Boolean).join(',') },
    };
  if (notation.error === 'differential')
    return { kind: 'symbol', symbol: { ...symbol, base: `${DIFFERENTIAL}${symbol.base}` } };
  const error = errorSymbol(notation, quantity);
  if (error) return { kind: 'symbol', symbol: error };
  return { kind: 'partial', of: symbolOf(notation, graph, rootOf(graph)), by: symbol };
}

/** ∂of/∂by as a fraction; a quantity that is itself a transpose keeps its mark. */
export function partialTex(of: string, by: string): string {
  return `\\frac{\\partial ${of}}{\\partial ${by}}`;
}

/** A quantity in TeX, as it stands in a formula. */
export function quantityTex(printing: Printing, id: string, transpose = false): string {
  const w = written(printing, id);
  if (w.kind === 'symbol') return linked(printing, id, symbolTex(w.symbol, transpose));
  const fraction = partialTex(symbolTex(w.of), symbolTex(w.by));
  if (!transpose) return linked(printing, id, fraction);
  return linked(printing, id, `\\left(${fraction}\\right)^{\\mathsf T}`);
}

/** A quantity in plain text: `δ²`, `∂J/∂W²`. */
export function quantityText(printing: Printing, id: string): string {
  const w = written(printing, id);
  if (w.kind === 'partial') return `∂${symbolText(w.of)}/∂${symbolText(w.by)}`;
  const quantity = lookup(printing, id);
  if (quantity.aspect !== 'updated') return symbolText(w.symbol);
  return `${symbolText(symbolOf(printing.notation, printing.graph, quantity.node))} new`;
}

/** A quantity as it is spoken: `delta 2`, `the gradient of W 2`. */
export function quantitySpoken(printing: Printing, id: string): string {
  const quantity = lookup(printing, id);
  const w = written(printing, id);
  if (w.kind === 'partial') return `the gradient of ${symbolSpoken(w.by)}`;
  if (quantity.aspect === 'updated')
    return `new ${symbolSpoken(symbolOf(printing.notation, printing.graph, quantity.node))}`;
  return symbolSpoken(w.symbol);
}
