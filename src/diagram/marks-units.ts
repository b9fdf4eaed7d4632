import { entryName, type GraphNode } from '../engine';
import { digits, firstThatFits, spellings, textWidth } from './format';
import type { ColumnPlace, NetworkGeometry, UnitPlace } from './geometry';
import { signOf, type UnitItem, type UnitsMark } from './marks';
import { type Column, type NetworkModel, unitCell } from './model';
import { largest, numberAt } from './numbers';
import { type Scene, stateOf } from './scene';
import { shownValue } from './stages';

/** Everything the marks of a network are made from. */
export interface Drawing {
  readonly model: NetworkModel;
  readonly geometry: NetworkGeometry;
  readonly scene: Scene;
  /** It is not drawn yet: what is sought for it does not count. */
  readonly isAhead?: boolean;
}

/** Room between a number and the rim of its unit, both sides together. */
const RIM = 5;

function fitted(
  value: number | undefined,
  decimals: number,
  { rx, ry, valueFont, smallest }: NetworkGeometry['metrics'],
) {
  // In a circle the corners of the text come near the rim first.
  const room = 2 * (rx - ry) + 2 * Math.sqrt(ry * ry - (valueFont * 0.36) ** 2) - RIM;
  const text = firstThatFits(
    spellings(value, decimals),
    (room * valueFont) / smallest,
    valueFont,
    true,
  );
  const width = textWidth(text, valueFont, true);
  return {
    text,
    font: Math.min(valueFont, Math.max(smallest, (valueFont * room) / width)),
  };
}

export function unitsMark(drawing: Drawing, place: ColumnPlace): UnitsMark {
  const { model, geometry, scene } = drawing;
  const { column } = place;
  const node = shownValue(column, scene);
  const known = scene.isKnown(node.id);
  const scale = largest(scene.snapshot, 'value', node.id) || 1;
  const { metrics } = geometry;
  const item = ({ unit, x, y }: UnitPlace): UnitItem => {
    const cell = unitCell(model.examples, unit, scene.example);
    const value = known ? numberAt(scene.snapshot, 'value', node.id, cell) : undefined;
    return {
      key: String(unit),
      entry: entryName(node.id, ...cell),
      x,
      y,
      ...fitted(value, scene.decimals, metrics),
      known: value !== undefined,
      sign: signOf(value),
      depth: Math.abs(value ?? 0) / scale,
    };
  };
  return {
    kind: 'units',
    key: `units-${column.layer}`,
    quantity: node.id,
    state: stateOf(scene, ...column.stages.map(({ id }) => id)),
    spoken: spokenUnits(drawing, column, node),
    palette: 'forward',
    rx: metrics.rx,
    ry: metrics.ry,
    units: place.units.map(item),
    gaps: place.gaps.map(({ first, last, y }, i) => ({
      key: `gap ${i}`,
      // A click on it opens the units beside those that are drawn.
      entry: entryName(
        node.id,
        ...unitCell(model.examples, first === 0 ? last : first, scene.example),
      ),
      x: place.x,
      y,
      text: firstThatFits(
        [`+ ${last - first + 1} more`, `+ ${last - first + 1}`],
        2 * Math.min(place.x, metrics.width - place.x),
        metrics.font,
      ),
      font: metrics.font,
    })),
  };
}

const MOST_SPOKEN = 12;

/** `hidden layer 1` */
export function spokenLayer(column: Column): string {
  return column.name.replace('hidden', 'hidden layer');
}

function spokenUnits({ model, scene }: Drawing, column: Column, node: GraphNode): string {
  const where = spokenLayer(column);
  if (!scene.isKnown(node.id) || !scene.snapshot) return `${node.id}, ${where}: not computed yet`;
  const values = Array.from({ length: Math.min(column.units, MOST_SPOKEN) }, (_, unit) =>
    digits(
      numberAt(scene.snapshot, 'value', node.id, unitCell(model.examples, unit, scene.example)),
      scene.decimals,
    ),
  );
  const rest = column.units > MOST_SPOKEN ? ` and ${column.units - MOST_SPOKEN} more` : '';
  return `${node.id}, ${where}: ${values.join(', ')}${rest}`;
}
