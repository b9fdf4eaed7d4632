import type { ReactNode } from 'react';
import { formatNumber } from '../../derive';
import type { Snapshot } from '../../engine';
import { beforeOf } from '../../store';
import { useSelect } from '../hooks';
import { valueWords } from '../numbers/valueWords';
import './update.css';

interface Props {
  /** The number as it is. */
  readonly now: number;
  /** The same number in another pass. */
  readonly of: (snapshot: Snapshot) => number;
  readonly decimals: number;
}

/** Beside a single number: what it was before the edits made at this step, where that reads otherwise. */
export function Was({ now, of, decimals }: Props): ReactNode {
  const before = useSelect(beforeOf)?.snapshot;
  if (!before) return null;
  const old = of(before);
  const [was, is] = [old, now].map((value) => formatNumber(value, { decimals }));
  if (was === is) return null;
  return (
    <span className="was-number">
      <span className="was-word">was</span> <span title={valueWords(old)}>{was}</span>
    </span>
  );
}
