import { memo, type ReactNode } from 'react';
import { type Printing, quantitySpoken, quantityTex, quantityText } from '../../derive';
import { type Quantity, read, type Shape, type Snapshot } from '../../engine';
import type { Problem } from '../../problem';
import { InlineSymbol } from '../math/InlineSymbol';
import { Cells } from './Cells';
import { shapeCaption } from './caption';
import type { Refusal } from './Entry';
import type { Use } from './order';

interface Props {
  readonly quantity: Quantity;
  readonly printing: Printing;
  readonly problem: Problem;
  readonly snapshot: Snapshot;
  readonly known: boolean;
  readonly use: Use;
  /** Kept from the forward pass, for this step. */
  readonly cached: boolean;
  readonly decimals: number;
  /** The cell of this card whose last edit was refused. */
  readonly refused: string | null;
  readonly onRefuse: (refusal: Refusal | null) => void;
}

const USE_LABELS: Readonly<Record<Use, string>> = { reads: 'reads', writes: 'writes', none: '' };

/** Whether the file gives this number, so that it can be changed. */
function isEditable({ aspect, node }: Quantity, { data, parameters }: Problem): boolean {
  return aspect === 'value' && (Object.hasOwn(data, node.id) || Object.hasOwn(parameters, node.id));
}

const isLarge = ([rows, cols]: Shape) => rows > 12 || cols > 8;

export const Card = memo((props: Props): ReactNode => {
  const { quantity, printing, problem, snapshot, known, use, cached, decimals } = props;
  const { id, aspect, node } = quantity;
  const caption = shapeCaption(node, problem);
  const note = cached ? 'kept from the forward pass' : USE_LABELS[use];
  const spoken = [quantitySpoken(printing, id), caption, note].filter(Boolean).join(', ');
  return (
    <div
      className="card"
      style={{ '--rows': node.shape[0], '--cols': node.shape[1] } as React.CSSProperties}
      data-quantity={id}
      data-use={use}
      data-aspect={aspect}
      data-large={isLarge(node.shape) || undefined}
    >
      <div className="card-head">
        <InlineSymbol
          tex={quantityTex({ ...printing, link: false }, id)}
          text={quantityText(printing, id)}
        />
        <span className="caption">{caption}</span>
        {note && <span className="note">{note}</span>}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a card is no set of form fields. */}
      <div
        className="card-body"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: focus lights it up, and arrows scroll a large one.
        tabIndex={0}
        aria-label={spoken}
      >
        <Cells
          id={id}
          shape={node.shape}
          matrix={known ? read(snapshot, aspect, node.id) : undefined}
          decimals={decimals}
          editable={isEditable(quantity, problem)}
          refused={props.refused}
          onRefuse={props.onRefuse}
        />
      </div>
    </div>
  );
});
