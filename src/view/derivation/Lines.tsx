import { type ReactNode, useCallback, useRef } from 'react';
import { type Printing, quantitySpoken } from '../../derive';
import { type Cell, type Derivation, noValueText } from '../../derive/derivations';
import type { Snapshot } from '../../engine';
import { useFit } from '../equation/useFit';
import { useTypesetter } from '../math/typeset';
import { useGrowing } from '../useGrowing';
import { EntryRow } from './EntryRow';
import { LineRow } from './LineRow';
import { useRoom } from './useRoom';

interface Props {
  readonly derivation: Derivation;
  readonly printing: Printing;
  readonly snapshot: Snapshot;
  readonly decimals: number;
  readonly cell: Cell | undefined;
  /** How many lines are shown. */
  readonly count: number;
}

/** Why lines have no finite value; the same reason is not given twice. */
function reasonsOf({ derivation, printing, snapshot }: Omit<Props, 'count'>) {
  const reasons = derivation.lines.map((line) => noValueText(line, derivation, printing, snapshot));
  return reasons.map((reason, i) =>
    reason !== undefined && reasons.indexOf(reason) < i
      ? 'As above, it has no finite value on paper.'
      : reason,
  );
}

/** The lines one below another, the reasons beside them. */
export function Lines({ count, ...props }: Props): ReactNode {
  const { derivation, printing, decimals, snapshot, cell } = props;
  const nameOf = useCallback((id: string) => quantitySpoken(printing, id), [printing]);
  const ready = useTypesetter();
  const host = useRef<HTMLDivElement>(null);
  const room = useRoom(host);
  const { target, lines } = derivation;
  const drawn = Math.min(count, useGrowing(lines.length));
  const form = [printing, target, lines.length, decimals, drawn, cell?.row, cell?.col, ready, room];
  const panel = useFit(form, snapshot);
  const reasons = reasonsOf(props);
  const common = { ...props, nameOf, room };
  return (
    <div ref={host}>
      <dl
        className="derivation-lines"
        ref={panel}
        aria-live="polite"
        aria-busy={room === 0 || drawn < Math.min(count, lines.length) || undefined}
      >
        {/* How much room there is, one line tells; the others are set when it is known. */}
        {lines.slice(0, room === 0 ? 1 : drawn).map((line, i) => (
          <LineRow
            key={JSON.stringify(line.why)}
            {...common}
            line={line}
            isFirst={i === 0}
            noValue={reasons[i]}
          />
        ))}
        {cell && room > 0 && drawn >= lines.length && <EntryRow {...common} cell={cell} />}
      </dl>
    </div>
  );
}
