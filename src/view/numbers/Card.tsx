import { memo, type ReactNode, useMemo } from 'react';
import {
  type Broken,
  exampleAxis,
  type Printing,
  quantitySpoken,
  quantityTex,
  quantityText,
} from '../../derive';
import { type Quantity, read, type Shape, type Snapshot, sizeOf } from '../../engine';
import type { Problem } from '../../problem';
import type { Shown } from '../../store';
import { CardMenu } from '../export/CardMenu';
import { InlineSymbol } from '../math/InlineSymbol';
import { Cells } from './Cells';
import { shapeCaption } from './caption';
import type { Refusal } from './Entry';
import { type Own, USE_LABELS } from './order';
import { useSame } from './useSame';
import { MOST_CELLS } from './window';

/** The numbers, and those before the edits of this step. */
export interface Pass {
  readonly shown: Shown;
  readonly before: Shown | null;
  /** The pass with the share of the example that is looked at in place of each sum over all of them. */
  readonly shares: Snapshot | undefined;
}

interface Props {
  readonly quantity: Quantity;
  readonly printing: Printing;
  readonly pass: Pass;
  readonly known: boolean;
  /** The example that is looked at by itself. */
  readonly alone: number | undefined;
  /** How many further examples this step adds a bias to. */
  readonly copies: number;
  /** Undefined where the step neither reads nor writes it. */
  readonly own: Own | undefined;
  /** Kept from the forward pass, for this step. */
  readonly cached: boolean;
  readonly decimals: number;
  /** The cell of this card whose last edit was refused. */
  readonly refused: string | null;
  /** Where the first number arises that is none. */
  readonly broken: Broken['kind'] | undefined;
  /** Of numbers that are none: where they come from. */
  readonly why: string | undefined;
  readonly onRefuse: (refusal: Refusal | null) => void;
}

/** Whether it is a sum over all examples. */
const isSum = ({ aspect, node }: Quantity) =>
  aspect === 'gradient' ? node.role === 'parameter' : aspect === 'value' && node.role === 'loss';

/** Whether the file gives this number, so that it can be changed. */
function isEditable({ aspect, node }: Quantity, { data, parameters }: Problem): boolean {
  return aspect === 'value' && (Object.hasOwn(data, node.id) || Object.hasOwn(parameters, node.id));
}

const BROKEN: Readonly<Record<Broken['kind'], string>> = {
  overflow: 'overflows here',
  pole: 'infinite from here on',
  undefined: 'undefined from here on',
};

const isLarge = ([rows, cols]: Shape) => rows > 12 || cols > 8;

export const Card = memo((props: Props): ReactNode => {
  const { quantity, printing, known, own, cached, decimals } = props;
  const { problem, snapshot } = props.pass.shown;
  const { id, aspect, node } = quantity;
  const axis = exampleAxis(printing.graph, node);
  const { alone, copies, broken } = props;
  const { shares } = props.pass;
  const before = props.pass.before?.snapshot;
  const caption = shapeCaption(node, problem);
  const use = own?.use ?? 'none';
  const note = cached ? 'kept from the forward pass' : USE_LABELS[use];
  const matrix = useSame(known ? read(snapshot, aspect, node.id) : undefined);
  const was = useSame(known && before ? read(before, aspect, node.id) : undefined);
  const isShared = known && shares && isSum(quantity);
  const share = useSame(isShared ? read(shares, aspect, node.id) : undefined);
  const picked = useMemo(
    () => (axis && alone !== undefined ? { axis, example: alone } : undefined),
    [axis, alone],
  );
  const { examples } = printing.graph;
  const repeats = useMemo(
    () => (copies > 0 ? { axis: examples, times: copies } : undefined),
    [examples, copies],
  );
  const editable = matrix !== undefined && isEditable(quantity, problem);
  const isGrid = sizeOf(node.shape) > MOST_CELLS;
  // From one card of fields Tab goes to the fields of the next; what else there is has commands.
  const hasFields = editable && !isGrid;
  const way = isGrid ? 'arrow down goes into it' : '';
  const spoken = [quantitySpoken(printing, id), caption, note, way].filter(Boolean).join(', ');
  return (
    <div
      className="card"
      style={
        {
          order: own?.place,
          '--rows': node.shape[0],
          '--cols': node.shape[1],
        } as React.CSSProperties
      }
      data-quantity={id}
      data-use={use}
      // No `data-phase`: a colour that every cell inherits is a style for every cell to be made anew.
      data-written={own?.use === 'writes' ? own.phase : undefined}
      data-aspect={aspect}
      data-large={isLarge(node.shape) || undefined}
      data-editable={editable || undefined}
    >
      <div className="card-head">
        <InlineSymbol
          tex={quantityTex({ ...printing, link: false }, id)}
          text={quantityText(printing, id)}
        />
        <span className="caption">{caption}</span>
        {copies > 0 && <span className="caption">{`× ${copies + 1} examples`}</span>}
        {share && !was && (
          <span className="caption">{`small: of example ${(alone ?? 0) + 1}`}</span>
        )}
        {note && <span className="note">{note}</span>}
        {broken && <span className="note broken-note">{BROKEN[broken]}</span>}
        {matrix && (
          <CardMenu
            name={quantitySpoken(printing, id)}
            matrix={matrix}
            decimals={decimals}
            isStop={!hasFields}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a card is no set of form fields. */}
      <div
        className="card-body"
        role="group"
        // Focus lights it up, and arrows scroll a large one.
        tabIndex={hasFields ? -1 : 0}
        aria-label={spoken}
      >
        <Cells
          id={id}
          spoken={quantitySpoken(printing, id)}
          shape={node.shape}
          matrix={matrix}
          before={was}
          share={share}
          alone={picked}
          repeats={repeats}
          decimals={decimals}
          isOwn={isGrid && own !== undefined}
          editable={editable}
          refused={props.refused}
          why={props.why}
          onRefuse={props.onRefuse}
        />
      </div>
    </div>
  );
});
