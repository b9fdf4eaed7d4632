import { memo } from '../../engine';
import { isRecord, readProblemLater, writeProblem } from '../../problem';
import type { Backstep, LossPoint } from '../../store';
import { LOSSES, writeKept } from './storage';

/** Of all states together, in characters; the older ones fall off the list. */
const MOST = 1_500_000;

const textOf = memo(writeProblem);

/** The losses, and the states that one can go back to, for a reload of this tab. */
export function keepLosses(losses: readonly LossPoint[]): void {
  let room = MOST;
  const fits = ({ problem }: LossPoint) => {
    room -= textOf(problem).length;
    return room >= 0;
  };
  const from = losses.findLastIndex((point) => !fits(point)) + 1;
  const points = losses.slice(from).map(({ loss, problem }) => ({ loss, text: textOf(problem) }));
  writeKept('sessionStorage', LOSSES, JSON.stringify(points));
}

async function pointIn(kept: unknown): Promise<LossPoint | null> {
  if (!isRecord(kept) || typeof kept.text !== 'string') return null;
  const read = await readProblemLater(kept.text);
  // JSON has no NaN.
  const loss = typeof kept.loss === 'number' ? kept.loss : Number.NaN;
  return read.ok ? { problem: read.value, loss } : null;
}

async function pointsIn(text: string): Promise<readonly (LossPoint | null)[]> {
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? await Promise.all(kept.map(pointIn)) : [];
  } catch {
    return [];
  }
}

/** After a reload, where nothing was applied since. What cannot be read was not asked for. */
export async function restoreLosses({ store }: Backstep, text: string): Promise<void> {
  const points = await pointsIn(text);
  const losses = points.filter((point) => point !== null);
  if (losses.length > 0 && store.getState().losses.length === 0) store.setState({ losses });
}
