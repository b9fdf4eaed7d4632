const number = (value) => {
  if (value >= 100) return Math.round(value).toLocaleString('en').replaceAll(',', ' ');
  return value.toPrecision(2);
};
const measured = (value, unit) => (value === 0 ? 'none' : `${number(value)} ${unit}`);
const share = (value) => (value === null ? '' : `±${Math.round(value * 100)} %`);

const times = (ratio) => (ratio >= 10 ? Math.round(ratio) : ratio.toPrecision(2));

const line = (cells) => `| ${cells.join(' | ')} |`;

export function pageTable(title, rows) {
  return [
    line([title, 'median', 'p95', 'noise']),
    line(['---', '---:', '---:', '---:']),
    ...rows.map(({ name, unit, median, p95, noise }) =>
      line([name, ...[median, p95].map((value) => measured(value, unit)), share(noise)]),
    ),
  ].join('\n');
}

export function trainingTable(title, races) {
  const names = Object.keys(races[0].results);
  const cell = ({ perSecond, behind, noise }, i) =>
    i === 0
      ? `${number(perSecond)} (${share(noise)})`
      : `${number(perSecond)} (Backstep ${times(behind)}×, ${share(noise)})`;
  return [
    line([title, ...names]),
    line(['---', ...names.map(() => '---:')]),
    ...races.map(({ network, results }) =>
      line([network, ...names.map((name, i) => cell(results[name], i))]),
    ),
  ].join('\n');
}
