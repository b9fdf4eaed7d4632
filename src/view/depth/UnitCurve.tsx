import { type ReactNode, useMemo } from 'react';
import { exampleCount, formatNumber } from '../../derive';
import { activationCurve } from '../../diagram';
import { type ActivationKind, activations, type Graph, read } from '../../engine';
import type { Shown, Subject } from '../../store';
import { Row } from '../equation/Row';
import { valueWords } from '../numbers/valueWords';
import { unitOf } from './describe';
import { passes, type Unit } from './saturation';
import './curve.css';

const SIZE = { width: 240, height: 132 };

const isScalarKind = (kind: string): kind is ActivationKind => Object.hasOwn(activations, kind);

function stagesOf(graph: Graph, { quantity }: Subject) {
  const own = graph.nodes.filter((n) => n.layer === quantity.node.layer);
  return {
    before: own.find(({ role }) => role === 'pre-activation'),
    after: own.find(({ role }) => role === 'activation'),
  };
}

/** z, a and g′(z) of the unit that an entry belongs to; undefined where it has no curve of its own. */
function unitAt(shown: Shown, subject: Subject): Unit | 'softmax' | undefined {
  const { graph } = shown.compiled;
  const place = unitOf(graph, subject.quantity.node, subject.row, subject.col);
  if (!place || subject.quantity.node.layer === undefined) return undefined;
  const { before, after } = stagesOf(graph, subject);
  if (after?.op.kind === 'softmax') return 'softmax';
  if (!before || !after || !isScalarKind(after.op.kind)) return undefined;
  const kind = after.op.kind;
  const zs = read(shown.snapshot, 'value', before.id);
  if (!zs) return undefined;
  const at = (example: number) => {
    const [row, col] = graph.examples === 'columns' ? [place.unit, example] : [example, place.unit];
    const z = zs.data[row * zs.cols + col] as number;
    const a = activations[kind].value(z);
    return { z, a, slope: activations[kind].derivative(z, a) };
  };
  const slopes = Array.from({ length: exampleCount(graph) }, (_, i) => at(i).slope);
  return { kind, ...at(place.example), slopes };
}

const SOFTMAX =
  'Softmax takes all units of the layer together: each output depends on every z, and they add up to 1.';

const ABOVE = 'Where it comes from is said above.';

interface Props {
  readonly shown: Shown;
  readonly subject: Subject;
  readonly decimals: number;
}

/** The activation's curve with its tangent at z, and what its slope does to the gradient. */
export function UnitCurve({ shown, subject, decimals }: Props): ReactNode {
  const unit = useMemo(() => unitAt(shown, subject), [shown, subject]);
  if (!unit) return null;
  if (unit === 'softmax')
    return (
      <Row label="slope">
        <p className="words">{SOFTMAX}</p>
      </Row>
    );
  const { z, a, slope } = unit;
  if (!Number.isFinite(z) || !Number.isFinite(slope))
    return (
      <Row label="slope">
        <p className="words">{`z is ${valueWords(z)} here, so there is no point on the curve. ${ABOVE}`}</p>
      </Row>
    );
  const drawing = activationCurve(activations[unit.kind], z, SIZE);
  const say = (value: number) => formatNumber(value, { decimals });
  const { x, y } = drawing.point;
  const { origin } = drawing;
  return (
    <Row label="slope" className="curve-row">
      <figure className="curve">
        <svg
          viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
          role="img"
          aria-label={`The activation at z = ${say(z)}: a = ${say(a)}, slope ${say(slope)}`}
        >
          <path className="axis" d={`M0,${origin.y}H${SIZE.width}M${origin.x},0V${SIZE.height}`} />
          <path className="guide" d={`M${x},${origin.y}V${y}H${origin.x}`} />
          <path className="graph" d={drawing.curve} />
          <path className="tangent" d={drawing.tangent} />
          <circle cx={x} cy={y} r={4.5} />
        </svg>
        <figcaption>
          <dl>
            <div>
              <dt>z</dt>
              <dd>{say(z)}</dd>
            </div>
            <div>
              <dt>a</dt>
              <dd>{say(a)}</dd>
            </div>
            <div>
              <dt>slope</dt>
              <dd>{say(slope)}</dd>
            </div>
          </dl>
        </figcaption>
      </figure>
      <p className="words">{passes(unit)}</p>
    </Row>
  );
}
