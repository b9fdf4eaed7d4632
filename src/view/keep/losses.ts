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
  const points = losses
    .slice(from)
    .map(({ loss, problem }) => ({ loss: String(loss), text: textOf(problem) }));
  writeKept('sessionStorage', LOSSES, JSON.stringify(points));
}

async function pointIn(kept: unknown): Promise<LossPoint | null> {
  if (!isRecord(kept) || typeof kept.text !== 'string') return null;
  const read = await readProblemLater(kept.text);
  // As text: JSON has no NaN and no ∞.
  return read.ok ? { problem: read.value, loss: Number(kept.loss) } : null;
}

async function pointsIn(text: string): Promise<readonly (LossPoint | null)[]> {
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? await Promise.all(kept.map(pointIn)) : [];
  } catch {
    return [];
  }
}

/**
 * After a reload, in the place of `none`: each problem that is opened, and each update, has a list of its own. What
 * cannot be read was not asked for.
 */
export async function restoreLosses(
  { store }: Backstep,
  text: string,
  none: readonly LossPoint[] = store.getState().losses,
): Promise<void> {
  const points = await pointsIn(text);
  const losses = points.filter((point) => point !== null);
  if (losses.length > 0 && store.getState().losses === none) store.setState({ losses });
}
