import { type Box, overlap } from './curve';
import { textWidth } from './format';
import { networkGeometry, type Size } from './geometry';
import type { ChipsMark, Mark, UnitsMark } from './marks';
import { legend, SAMPLE } from './marks-frame';
import { labelsOf, networkMarks } from './marks-network';
import { type NetworkModel, networkModel } from './model';
import type { Scene } from './scene';

export function modelOf(scene: Scene): NetworkModel {
  const model = networkModel(scene.graph);
  if (!model) throw new Error('not a network');
  return model;
}

const isChips = (mark: Mark): mark is ChipsMark => mark.kind === 'chips';
const isUnits = (mark: Mark): mark is UnitsMark => mark.kind === 'units';

/** All that is drawn at a step, with the labels that are written out. */
export function drawnAt(scene: Scene, size: Size) {
  const model = modelOf(scene);
  const geometry = networkGeometry(model, size);
  const drawing = { model, geometry, scene };
  const marks = networkMarks(drawing);
  const labels = labelsOf(drawing, null).marks;
  const all: readonly Mark[] = [...marks.base, ...marks.over, ...labels];
  const chips = all
    .filter(isChips)
    .flatMap((mark) =>
      mark.chips.map((chip) => ({ ...chip, name: `${mark.key} ${chip.key} ${chip.text}` })),
    );
  const bodies = all.filter(isUnits).flatMap(({ units, rx, ry, key }) =>
    units.map((unit) => ({
      ...unit,
      name: `${key} ${unit.key}`,
      width: 2 * rx,
      height: 2 * ry,
    })),
  );
  const keys = legend(drawing, true).map(({ key, text, x, y, line, font }) => {
    const width = textWidth(text, font) + (line === 'none' ? 0 : SAMPLE + 6);
    return { name: `legend ${key}`, x: x + width / 2, y, width, height: font };
  });
  return { geometry, marks, labels, chips, bodies, keys };
}

type Named = Box & { readonly name: string };

/** The names of those that lie over one another. */
export function clashesOf(boxes: readonly Named[]): readonly string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(0, i)
      // Half a pixel is less than the ground that every text has around it.
      .filter((b) => overlap(a, b, -0.5))
      .map((b) => `${b.name} / ${a.name}`),
  );
}
