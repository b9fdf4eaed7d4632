/** Characters that handouts, keyboards and copied PDFs bring: what each is called, and what the language has for it. */
const TABLE: readonly (readonly [characters: string, name: string, write: string])[] = [
  ['×', 'multiplication sign', '*'],
  ['@', 'matrix product of NumPy', '*'],
  ['·⋅∙•', 'dot', '*, or .* for entry by entry'],
  ['∗', 'asterisk operator', '*'],
  ['⊙∘○⊗', 'sign of an entry-by-entry product', '.*'],
  ['÷', 'division sign', '/'],
  ['⁄∕', 'fraction slash', '/'],
  ['−', 'minus sign', '-'],
  ['–—‐‑', 'dash', '-'],
  ['＋', 'wide plus sign', '+'],
  ['＝', 'wide equals sign', '='],
  ['（', 'wide bracket', '('],
  ['）', 'wide bracket', ')'],
  ['’‘′´`', 'quotation mark', "' for the transpose"],
  ['ᵀ⊤', 'transpose sign', "'"],
  ['²', 'superscript 2', '^2'],
  ['³', 'superscript 3', '^3'],
  ['₀₁₂₃₄₅₆₇₈₉', 'subscript', 'an ordinary digit, as in x1'],
  ['√', 'root sign', 'sqrt(…)'],
  ['∑Σ', 'sum sign', 'sum(…)'],
  ['‖∥|', 'norm bar', 'norm2(…), or sqnorm(…) for its square'],
  ['σ', 'Greek sigma', 'sigmoid(…)'],
  ['α', 'Greek alpha', 'alpha'],
  ['β', 'Greek beta', 'beta'],
  ['γ', 'Greek gamma', 'gamma'],
  ['δ', 'Greek delta', 'delta'],
  ['η', 'Greek eta', 'eta'],
  ['θ', 'Greek theta', 'theta'],
  ['λ', 'Greek lambda', 'lambda'],
  ['μµ', 'Greek mu', 'mu'],
  ['π', 'Greek pi', '3.14159'],
  ['\u00a0\u2009\u202f\u3000', 'space that does not break', 'an ordinary space'],
  ['\u200b\u200c\u200d\u2060\ufeff', 'invisible character', 'nothing there'],
];

/** Letters of other alphabets that look like these. */
const LETTERS: readonly (readonly [theirs: string, ours: string, alphabet: string])[] = [
  ['аеорсхуіјѕАВЕКМНОРСТХУ', 'aeopcxyijsABEKMHOPCTXY', 'Cyrillic'],
  ['οναΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ovaABEZHIKMNOPTYX', 'Greek'],
];

function letterFor(found: string): string | undefined {
  for (const [theirs, ours, alphabet] of LETTERS) {
    const at = theirs.indexOf(found);
    if (at >= 0) return `The letter ${found} is ${alphabet}; write the Latin ${ours[at]}`;
  }
  return undefined;
}

const isFullWidth = (code: number) => code > 0xff00 && code < 0xff5f;

/** What is wrong with a character that only looks like one of the language; undefined for any other. */
export function lookalikeFault(found: string): string | undefined {
  const row = TABLE.find(([characters]) => characters.includes(found));
  if (row) {
    const shown = /[\s\u200b-\u200d\u2060\ufeff]/.test(found) ? '' : `${found} `;
    return shown === ''
      ? `There is a ${row[1]} here; write ${row[2]}`
      : `The character ${shown}(${row[1]}) is not used here; write ${row[2]}`;
  }
  const code = found.codePointAt(0) ?? 0;
  if (isFullWidth(code)) {
    return `The character ${found} is a wide one; write ${String.fromCodePoint(code - 0xfee0)}`;
  }
  return letterFor(found);
}
