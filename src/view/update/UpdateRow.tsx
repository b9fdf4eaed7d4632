import { type ReactNode, useEffect, useRef } from 'react';
import { formatNumber, type Step } from '../../derive';
import { lossesOf, lossIndex } from '../../store';
import { Row } from '../equation/Row';
import { useBackstep, useDecimals, useSelect } from '../hooks';
import { applyUpdate } from './applyUpdate';
import { sparkline } from './sparkline';
import './update.css';

const [WIDTH, HEIGHT] = [96, 22];

function Line({
  losses,
  at,
}: {
  readonly losses: readonly number[];
  readonly at: number;
}): ReactNode {
  const points = sparkline(losses, WIDTH, HEIGHT);
  const current = points[at];
  return (
    <svg
      className="sparkline"
      viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`}
      width={WIDTH + 8}
      height={HEIGHT + 8}
      aria-hidden="true"
    >
      <polyline points={points.flatMap((point) => point?.join() ?? []).join(' ')} />
      {current && <circle cx={current[0]} cy={current[1]} r={3.2} />}
    </svg>
  );
}

/** The loss after each update that was applied, each a way back to where it was. */
function Losses(): ReactNode {
  const losses = useSelect(lossesOf);
  const at = useSelect(lossIndex);
  const decimals = useDecimals();
  const { actions } = useBackstep();
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest comes into sight.
  useEffect(() => {
    const { current } = list;
    if (current) current.scrollLeft = current.scrollWidth;
  }, [losses]);
  return (
    <div className="losses">
      <Line losses={losses.map(({ loss }) => loss)} at={at} />
      <ol ref={list} aria-label="Losses">
        {losses.map(({ loss }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end.
          <li key={i}>
            <button
              type="button"
              aria-current={i === at ? 'true' : undefined}
              title={`Back to state ${i}`}
              aria-label={`State ${i}, loss ${formatNumber(loss, { decimals: 6 })}`}
              onClick={() => actions.returnTo(i)}
            >
              <small>{i}</small> {formatNumber(loss, { decimals })}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** In the update: its button, and from the first time it was pressed everywhere the losses. */
export function UpdateRow({ step }: { readonly step: Step }): ReactNode {
  const backstep = useBackstep();
  const several = useSelect((state) => lossesOf(state).length > 0);
  const isUpdate = step.phase === 'update';
  if (!isUpdate && !several) return null;
  return (
    <Row label="training">
      <div className="update">
        {isUpdate && (
          <button
            type="button"
            className="button strong"
            title="All new parameters become the network’s own (U)"
            onClick={() => applyUpdate(backstep)}
          >
            Apply update
          </button>
        )}
        {several && <Losses />}
      </div>
    </Row>
  );
}
