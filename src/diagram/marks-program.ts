import type { Aspect, GraphNode } from '../engine';
import type { Box } from './curve';
import { digits, firstThatFits, shapeText, spellings, textWidth } from './format';
import { type BoxMark, type ChipsMark, type Mark, signOf } from './marks';
import { entryName, numberAt } from './numbers';
import type { ProgramGeometry } from './program-geometry';
import type { ProgramModel } from './program-model';
import { type Scene, stateOf } from './scene';

export interface ProgramDrawing {
  readonly model: ProgramModel;
  readonly geometry: ProgramGeometry;
  readonly scene: Scene;
}

const PADDING = 8;

/** The number of a scalar, else the shape. */
function contentOf({ scene }: ProgramDrawing, node: GraphNode, aspect: Aspect, known: boolean) {
  const [rows, cols] = node.shape;
  if (rows !== 1 || cols !== 1) return { texts: [shapeText(node.shape)], value: undefined };
  const value = known ? numberAt(scene.snapshot, aspect, node.id, [0, 0]) : undefined;
  return { texts: spellings(value, scene.decimals), value };
}

function boxMark(drawing: ProgramDrawing, node: GraphNode, box: Box): BoxMark {
  const { scene, geometry } = drawing;
  const { step } = scene;
  const isUpdate = step?.aspect === 'updated' && step.of === node.id;
  const quantity = isUpdate && step ? step.writes : node.id;
  const aspect: Aspect = isUpdate ? 'updated' : 'value';
  const known = scene.snapshot !== null && scene.isKnown(quantity);
  const { texts, value } = contentOf(drawing, node, aspect, known);
  const room = box.width - PADDING;
  const font = geometry.font;
  const symbol = scene.symbol(node.id);
  const old = isUpdate ? digits(numberAt(scene.snapshot, 'value', node.id, [0, 0]), 2) : '';
  const isScalar = value !== undefined;
  const candidates =
    isUpdate && isScalar ? [...texts.map((t) => `${old} → ${t}`), ...texts] : texts;
  const shown = known || !texts.includes('?') ? firstThatFits(candidates, room, font, true) : '?';
  const name = firstThatFits([symbol, `${symbol.slice(0, 7)}…`, symbol.slice(0, 4)], room, font);
  return {
    kind: 'box',
    key: `box-${node.id}`,
    quantity,
    state: stateOf(scene, quantity, node.id),
    spoken: `${quantity}: ${known ? (isScalar ? digits(value, scene.decimals) : shapeText(node.shape)) : 'not computed yet'}`,
    palette: isUpdate ? 'update' : node.role === 'loss' ? 'loss' : 'forward',
    box,
    known,
    entry: isScalar ? entryName(quantity, [0, 0]) : null,
    sign: signOf(value),
    symbol: { key: 's', x: box.x, y: box.y - font * 0.66, text: name, font },
    value: { key: 'v', x: box.x, y: box.y + font * 0.66, text: shown, font },
  };
}

function gradientMark(drawing: ProgramDrawing, node: GraphNode, box: Box): ChipsMark | null {
  const { scene, geometry } = drawing;
  if (!node.differentiable || !scene.snapshot || !scene.isKnown(node.gradientId)) return null;
  if (node.role === 'loss') return null;
  const { texts, value } = contentOf(drawing, node, 'gradient', true);
  const symbol = scene.symbol(node.gradientId).replace(/^∂.*\/∂/u, 'd');
  const candidates = [...texts.slice(0, 2).map((text) => `${symbol} ${text}`), ...texts];
  const text = firstThatFits(candidates, box.width - 6, geometry.font, true);
  return {
    kind: 'chips',
    look: 'tag',
    key: `gradient-${node.id}`,
    quantity: node.gradientId,
    state: stateOf(scene, node.gradientId),
    focusable: true,
    spoken: `${node.gradientId}: ${value === undefined ? shapeText(node.shape) : digits(value, scene.decimals)}`,
    palette: 'backward',
    chips: [
      {
        key: 'g',
        text,
        entry: value === undefined ? null : entryName(node.gradientId, [0, 0]),
        x: box.x,
        y: box.y + box.height / 2 + geometry.tagHeight / 2 + 1,
        width: Math.max(textWidth(text, geometry.font, true) + 6, box.width * 0.8),
        height: geometry.tagHeight - 2,
        font: geometry.font,
        sign: value === undefined ? 'positive' : signOf(value),
      },
    ],
  };
}

export interface ProgramMarks {
  readonly groups: readonly Mark[];
  readonly wires: readonly ProgramWire[];
}

export interface ProgramWire {
  readonly key: string;
  readonly curves: ProgramGeometry['routes'][number]['curves'];
  readonly state: 'forward' | 'backward' | 'rest';
}

/** The wires into what the step computes, or, on the way back, those out of it. */
function wireState({ step }: Scene, from: string, to: string): ProgramWire['state'] {
  if (step?.aspect === 'value') return to === step.of ? 'forward' : 'rest';
  if (step?.aspect === 'gradient') return from === step.of ? 'backward' : 'rest';
  return 'rest';
}

export function programMarks(drawing: ProgramDrawing): ProgramMarks {
  const { model, geometry, scene } = drawing;
  const nodes = model.columns
    .flat()
    .flatMap((slot) => (slot.kind === 'name' ? [slot.node] : []))
    .sort((a, b) => a.index - b.index);
  const pairs = nodes.flatMap((node) => {
    const box = geometry.boxes.get(node.id);
    return box ? [{ node, box }] : [];
  });
  const boxes = pairs.map(({ node, box }) => boxMark(drawing, node, box));
  const gradients = pairs.flatMap(({ node, box }) => gradientMark(drawing, node, box) ?? []);
  return {
    groups: [...boxes, ...gradients.reverse()],
    wires: geometry.routes.map(({ wire, curves }) => ({
      key: `${wire.from}>${wire.to}`,
      curves,
      state: wireState(scene, wire.from, wire.to),
    })),
  };
}
