import { type ReactNode, useMemo } from 'react';
import { evaluate, type Formula } from '../../derive';
import { type Snapshot, sizeOf } from '../../engine';
import { Cells } from '../numbers/Cells';
import { MOST_CELLS } from '../numbers/window';

interface Props {
  readonly slope: Extract<Formula, { readonly kind: 'derivative' }>;
  readonly spoken: string;
  readonly snapshot: Snapshot;
  readonly decimals: number;
}

/** All numbers of an f′(z), as in a card: exact where one is pointed at, and walked by key. */
export default function Slopes({ slope, spoken, snapshot, decimals }: Props): ReactNode {
  const matrix = useMemo(() => evaluate(slope, snapshot), [slope, snapshot]);
  const [rows, cols] = slope.shape;
  const way = sizeOf(slope.shape) > MOST_CELLS ? ', arrow down goes into it' : '';
  return (
    <div className="card slopes" data-large>
      {/* biome-ignore lint/a11y/useSemanticElements: a card is no set of form fields. */}
      <div
        className="card-body"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows scroll it, or go into it.
        tabIndex={0}
        aria-label={`${spoken}, ${rows} by ${cols}${way}`}
      >
        <Cells
          id={spoken}
          spoken={spoken}
          shape={slope.shape}
          matrix={matrix}
          before={undefined}
          share={undefined}
          alone={undefined}
          repeats={undefined}
          decimals={decimals}
          isOwn
          editable={false}
          refused={null}
          why={undefined}
          onRefuse={() => {}}
        />
      </div>
    </div>
  );
}
