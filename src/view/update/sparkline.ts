/** The losses as a line in a box: where the point of each stands; a loss that is no number has none. */
export function sparkline(
  losses: readonly number[],
  width: number,
  height: number,
): readonly (readonly [x: number, y: number] | null)[] {
  const finite = losses.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const range = high - low || 1;
  const step = losses.length > 1 ? width / (losses.length - 1) : 0;
  return losses.map((loss, i) =>
    Number.isFinite(loss)
      ? [round(i * step), round(height - ((loss - low) / range) * height)]
      : null,
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
