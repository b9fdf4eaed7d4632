export interface NumberFormat {
  /** Digits after the point at most; trailing zeros are not shown. */
  readonly decimals: number;
  /** Of matrices: the example that is looked at by itself, from 0; the others step back. */
  readonly alone?: number | undefined;
  /** Of what is added to each example: its copies are shown too. */
  readonly copies?: boolean | undefined;
  /** Of matrices: more rows or columns than this are left out; as many as a page has room for, by default. */
  readonly most?: readonly [rows: number, cols: number] | undefined;
}

/**
 * A number for reading: `0.5`, `−1.68`, `2.1e-7`. Small and large ones get an exponent, so that nothing but zero
 * is ever shown as 0. The minus is a true minus sign.
 */
export function formatNumber(value: number, { decimals }: NumberFormat): string {
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const tooSmall = size !== 0 && size < 0.5 * 10 ** -decimals;
  const text = tooSmall || size >= 1e6 ? exponential(value) : trimmed(value.toFixed(decimals));
  return text.replace('-', '−').replace('e−', 'e-');
}

function trimmed(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

function exponential(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(2).split('e');
  return `${trimmed(mantissa)}e${exponent.replace('+', '')}`;
}
