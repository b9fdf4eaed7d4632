import { entryName } from '../engine';
import type { Edge, NetworkGeometry, UnitPlace } from './geometry';
import { type Flow, type FlowHead, type FlowLine, type Sign, signOf } from './marks';
import type { Drawing } from './marks-units';
import { type Column, unitCell, weightCell } from './model';
import { numberAt } from './numbers';
import { isSpokenOf } from './scene';
import { isGradientStepOf, preActivation, shownGradient } from './stages';

const NO_FLOW: Flow = { lines: [], heads: [] };
/** Length of an arrowhead, in a panel of the usual size. */
const HEAD = 9;

export function headLength({ metrics }: NetworkGeometry): number {
  return HEAD * metrics.scale;
}

/** The column whose gradient the step computes from the column after it, or from the loss. */
function receivingColumn({ model, scene }: Drawing): Column | null {
  const { step } = scene;
  const column = model.columns.find((each) => isGradientStepOf(each, scene));
  if (!column || !step) return null;
  const next = model.columns[column.layer + 1];
  const sources = next
    ? [next.weights?.node.id ?? '']
    : [model.target?.id ?? '', model.loss.id, model.loss.gradientId];
  return sources.some((id) => step.reads.includes(id)) ? column : null;
}

/** Flow runs above the middle of the units, beside the edges that carry it, not on them. */
export function flowOf(drawing: Drawing): Flow {
  const column = receivingColumn(drawing);
  const place = drawing.geometry.columns.find((each) => each.column === column);
  if (!column || !place) return NO_FLOW;
  const { metrics } = drawing.geometry;
  const lift = metrics.ry * 0.5;
  const head = headLength(drawing.geometry);
  const rim = metrics.rx - metrics.ry + Math.sqrt(metrics.ry ** 2 - lift ** 2);
  const start = ({ x, y }: UnitPlace) => ({ x0: x + rim + head, y0: y - lift });
  const node = shownGradient(column, drawing.scene);
  const units = place.units.filter(({ unit }) => {
    const cell = unitCell(drawing.model.examples, unit, drawing.scene.example);
    return node !== null && isSpokenOf(drawing.scene, entryName(node.gradientId, ...cell));
  });
  const heads = units.map(
    (unit): FlowHead => ({
      key: String(unit.unit),
      x: unit.x + rim + 2,
      y: unit.y - lift,
      size: head,
      sign: gradientSign(drawing, column, unit.unit),
    }),
  );
  const { columns, edges: all, span } = drawing.geometry;
  const edges = all[columns.indexOf(place) + 1];
  if (!edges && !span.loss) return NO_FLOW;
  if (!edges) return { lines: fromLoss(drawing, units, start).filter(carries), heads };
  const own = edges.filter(({ from }) => units.includes(from));
  const lines = own.map((edge): FlowLine => {
    const end = { x1: edge.to.x - rim - 1, y1: edge.to.y - lift };
    return {
      key: `${edge.to.unit}-${edge.from.unit}`,
      curve: { ...start(edge.from), ...end },
      sign: contribution(drawing, column, edge),
    };
  });
  return { lines: lines.filter(carries), heads };
}

/** Where nothing comes back, no line is drawn. */
function carries({ sign }: FlowLine): boolean {
  return sign !== 'zero';
}

function fromLoss(
  drawing: Drawing,
  units: readonly UnitPlace[],
  start: (unit: UnitPlace) => { x0: number; y0: number },
): readonly FlowLine[] {
  const { loss, columns } = drawing.geometry;
  const column = columns.at(-1)?.column;
  return units.map((unit) => ({
    key: String(unit.unit),
    curve: { ...start(unit), x1: loss.x - loss.width / 2 - 1, y1: loss.y - loss.height * 0.2 },
    sign: column ? gradientSign(drawing, column, unit.unit) : 'zero',
  }));
}

function gradientSign({ model, scene }: Drawing, column: Column, unit: number): Sign {
  const node = shownGradient(column, scene);
  const cell = unitCell(model.examples, unit, scene.example);
  return signOf(node ? numberAt(scene.snapshot, 'gradient', node.id, cell) : undefined);
}

/** The sign of what one edge carries back: its weight times the error it comes from. */
function contribution({ model, scene }: Drawing, column: Column, { from, to }: Edge): Sign {
  const next = model.columns[column.layer + 1];
  const error = next && preActivation(next);
  if (!next?.weights || !error) return 'zero';
  const weight = numberAt(
    scene.snapshot,
    'value',
    next.weights.node.id,
    weightCell(next.weights, to.unit, from.unit),
  );
  const cell = unitCell(model.examples, to.unit, scene.example);
  const delta = numberAt(scene.snapshot, 'gradient', error.id, cell);
  return signOf((weight ?? 0) * (delta ?? 0));
}
