/** A letter with what hangs on it, so that a transpose or a prime can be placed without parsing TeX. */
export interface Glyph {
  readonly base: string;
  readonly sup?: string;
  readonly sub?: string;
  /** The quantity is the transpose of what the letter names: bᵀ for a row of weights. */
  readonly transposed?: boolean;
}

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** `z1` → z₁, `yhat` → ŷ, `alpha` → α, `loss` → upright; `_7`, an unnamed operation, → v₇. */
export function symbolFromName(name: string): Glyph {
  const unnamed = /^_(\d+)$/.exec(name);
  if (unnamed) return { base: 'v', sub: unnamed[1] as string };
  const [, stem = name, digits = ''] = /^([A-Za-z_]+?)_?(\d*)$/.exec(name) ?? [];
  const sub = digits === '' ? {} : { sub: digits };
  const hatted = /^([A-Za-z])hat$/.exec(stem);
  if (hatted) return { base: `\\hat ${hatted[1]}`, ...sub };
  if (GREEK.includes(stem)) return { base: `\\${stem}`, ...sub };
  if (stem.length === 1) return { base: stem, ...sub };
  return { base: `\\mathrm{${stem.replaceAll('_', '\\_')}}`, ...sub };
}

const TRANSPOSE = '\\mathsf T';

/** The symbol as TeX, transposed if asked to. */
export function symbolTex(symbol: Glyph, transpose = false): string {
  const marks = [symbol.sup ?? '', (symbol.transposed ?? false) !== transpose ? TRANSPOSE : ''];
  const sup = marks.filter(Boolean).join('');
  return `${symbol.base}${symbol.sub === undefined ? '' : `_{${symbol.sub}}`}${sup && `^{${sup}}`}`;
}

const SUPERSCRIPTS = new Map([...'0123456789'].map((d, i) => [d, [...'⁰¹²³⁴⁵⁶⁷⁸⁹'][i] as string]));
const SUBSCRIPTS = new Map([...'0123456789'].map((d, i) => [d, [...'₀₁₂₃₄₅₆₇₈₉'][i] as string]));
const PLAIN: Readonly<Record<string, string>> = {
  '\\mathcal{L}': '𝓛',
  '\\hat y': 'ŷ',
  '\\delta': 'δ',
};

/** The mark of dZ, short for ∂J/∂Z. */
export const DIFFERENTIAL = '\\mathrm{d}';
const isDifferential = ({ base }: Glyph) =>
  base.startsWith(DIFFERENTIAL) && base.length > DIFFERENTIAL.length;
const withoutD = (symbol: Glyph): Glyph => ({
  ...symbol,
  base: symbol.base.slice(DIFFERENTIAL.length),
});

/** The symbol in plain text, for the diagram: `W¹`, `z₂`, `bᵀ`. */
export function symbolText(symbol: Glyph): string {
  if (isDifferential(symbol)) return `d${symbolText(withoutD(symbol))}`;
  const base =
    PLAIN[symbol.base] ?? symbol.base.replace(/^\\mathrm\{(.*)\}$/, '$1').replace(/^\\/, '');
  const raise = (text: string) => [...text].map((c) => SUPERSCRIPTS.get(c) ?? '').join('');
  const lower = (text: string) => [...text].map((c) => SUBSCRIPTS.get(c) ?? c).join('');
  return `${base}${lower(symbol.sub ?? '')}${raise(symbol.sup ?? '')}${symbol.transposed ? 'ᵀ' : ''}`;
}

/** The symbol spoken: `W 1`, `delta 2`, `b transposed`. */
export function symbolSpoken(symbol: Glyph): string {
  if (isDifferential(symbol)) return `d ${symbolSpoken(withoutD(symbol))}`;
  const base = symbol.base
    .replace(/^\\mathrm\{(.*)\}$/, '$1')
    .replace(/^\\mathcal\{(.*)\}$/, '$1')
    .replace(/^\\hat (.*)$/, '$1 hat')
    .replace(/^\\/, '');
  const marks = [symbol.sub, symbol.sup?.replace(/[^0-9]/g, ''), symbol.transposed && 'transposed'];
  return [base, ...marks.filter(Boolean)].join(' ');
}
