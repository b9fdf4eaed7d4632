/** The middle of several numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that a share of them does not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** Half the distance between the quartiles, as a part of the median: the machine's noise. Null where that is 0. */
export function noise(values) {
  const middle = median(values);
  return middle === 0 ? null : (percentile(values, 0.75) - percentile(values, 0.25)) / (2 * middle);
}

/** A row of a table on the page. */
export function row(name, samples, unit = 'ms') {
  return {
    name,
    unit,
    median: median(samples),
    p95: percentile(samples, 0.95),
    noise: noise(samples),
  };
}

/** How often `once` runs in a second, from about `milliseconds` of it. */
function rate(once, milliseconds) {
  let runs = 0;
  let lap = 1;
  const began = performance.now();
  let now = began;
  while (now - began < milliseconds) {
    for (let i = 0; i < lap; i++) once();
    runs += lap;
    lap = Math.min(lap * 2, 4096);
    now = performance.now();
  }
  return (runs * 1000) / (now - began);
}

/**
 * Runs a second of each contestant, in turns, so that a slow moment of the machine meets all of them. All rates are
 * of one run; the ratios are taken round by round.
 */
export function race(contestants, { rounds = 7, milliseconds = 250 } = {}) {
  const names = Object.keys(contestants);
  for (const name of names) rate(contestants[name], milliseconds);
  const laps = Array.from({ length: rounds }, () =>
    Object.fromEntries(names.map((name) => [name, rate(contestants[name], milliseconds)])),
  );
  return Object.fromEntries(
    names.map((name) => {
      const rates = laps.map((lap) => lap[name]);
      const ratios = laps.map((lap) => lap[names[0]] / lap[name]);
      return [name, { perSecond: median(rates), noise: noise(rates), behind: median(ratios) }];
    }),
  );
}
