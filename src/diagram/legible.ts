import { type Looked, lookedUnits } from './fold';
import { type NetworkGeometry, networkGeometry, type Size, type Span } from './geometry';
import type { Column, NetworkModel } from './model';
import type { Legible, Scene } from './scene';

/** The smallest letter of a drawing that is to be read from far away, in its own units. */
export const LETTER = 11.5;
/** Columns nearer to each other leave no room for what stands on the edges. */
const NARROWEST = 96;
/** The loss takes about so much of a column's distance. */
const LOSS = 1.1;

const isIn = (ids: ReadonlySet<string>) => (column: Column) =>
  [...column.stages, column.weights?.node, column.bias].some(
    (node) => node && (ids.has(node.id) || ids.has(node.gradientId)),
  );

/** From the first to the last layer that the step reads or writes, with the layer that its weights come from. */
function concerned({ columns, loss, target }: NetworkModel, { step, path }: Scene): Span {
  const last = columns.length - 1;
  if (!step) return { first: 0, last, loss: true };
  // A way leads to the loss.
  const stops = path ? [...path.stops.map(({ of }) => of), loss.id] : [];
  const ids = new Set([step.writes, step.of, ...step.reads, ...stops]);
  const found = columns.flatMap((column, i) => (isIn(ids)(column) ? [i] : []));
  const hasLoss = [loss.id, loss.gradientId, target?.id ?? loss.id].some((id) => ids.has(id));
  const from = Math.min(...found, last);
  const to = hasLoss ? last : Math.max(...found, 0);
  // Weights lie before their layer, and a layer by itself is no picture.
  const isBefore = from === to || usesWeights(ids, columns[from]);
  return { first: Math.max(0, isBefore ? from - 1 : from), last: to, loss: hasLoss };
}

function usesWeights(ids: ReadonlySet<string>, column: Column | undefined): boolean {
  const parts = [column?.weights?.node, column?.bias];
  return parts.some((node) => node && (ids.has(node.id) || ids.has(node.gradientId)));
}

/** Layers that do not fit are left out: first those far from what the step is about. */
function spanOf(model: NetworkModel, scene: Scene, { near }: Legible, width: number): Span {
  const own = concerned(model, scene);
  const end = model.columns.length - 1;
  const most = width / NARROWEST;
  const size = (span: Span) => span.last - span.first + (span.loss ? LOSS : 0) + 0.4;
  let span = own;
  if (near) return span;
  const wider = (s: Span): readonly Span[] => [
    ...(s.last < end ? [{ ...s, last: s.last + 1 }] : []),
    ...(s.last === end && !s.loss ? [{ ...s, loss: true }] : []),
    ...(s.first > 0 ? [{ ...s, first: s.first - 1 }] : []),
  ];
  for (;;) {
    const next = wider(span).find((each) => size(each) <= most);
    if (!next) return span;
    span = next;
  }
}

const sameSpan = (a: Span, b: Span) =>
  a.first === b.first && a.last === b.last && a.loss === b.loss;

/** Whether the same units are drawn: one that is drawn already need not move to be seen. */
function sameUnits({ columns, looked }: NetworkGeometry, now: Looked): boolean {
  return columns.every(({ column: { layer }, units, gaps }) => {
    const unit = now.get(layer);
    if (gaps.length === 0 || unit === looked.get(layer)) return true;
    return unit !== undefined && units.some((place) => place.unit === unit);
  });
}

/** The places of a drawing: those it had, as long as size and layers are the same. */
export function geometryFor(
  model: NetworkModel,
  scene: Scene,
  size: Size,
  before: NetworkGeometry | null,
): NetworkGeometry {
  const { legible } = scene;
  const span = legible
    ? spanOf(model, scene, legible, size.width)
    : { first: 0, last: model.columns.length - 1, loss: true };
  const { width, height } = before?.metrics ?? {};
  const isSame = width === size.width && height === size.height;
  const looked = lookedUnits(model, scene.looked ?? []);
  if (before && isSame && sameSpan(before.span, span) && sameUnits(before, looked)) return before;
  return networkGeometry(model, size, legible && { span, letter: LETTER }, looked);
}
