export type Entered =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: string };

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;
const FRACTION = /^([+-]?\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/;
const SUCH_AS = 'Type a number such as 0.5 or -2e-3.';
const LONGEST = 24;

const quoted = (text: string) => `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;

function notDecimal(given: string, plain: string, stays: string): string {
  if (COMMA.test(plain)) {
    return `${quoted(given)} has a decimal comma; ${stays} Write it with a point: ${plain.replace(',', '.')}.`;
  }
  const fraction = FRACTION.exec(plain);
  const quotient = fraction ? Number(fraction[1]) / Number(fraction[2]) : Number.NaN;
  if (Number.isFinite(quotient)) {
    return `${quoted(given)} is a fraction; ${stays} Type it as a decimal: ${quotient}.`;
  }
  return `${quoted(given)} is not a number; ${stays} ${SUCH_AS}`;
}

/** What was typed into a cell that holds `current`: a finite number, or why not and what to do. */
export function parseEntry(text: string, current: number): Entered {
  const given = text.trim();
  const stays = `${current} stays.`;
  const refuse = (why: string): Entered => ({ ok: false, why });
  if (given === '') return refuse(`An empty field is not a number; ${stays} ${SUCH_AS}`);
  const plain = given.replace(/^[−–]/, '-').replace(/(?<=e)[−–]/i, '-');
  if (!DECIMAL.test(plain)) return refuse(notDecimal(given, plain, stays));
  const value = Number(plain);
  if (!Number.isFinite(value)) {
    return refuse(
      `${quoted(given)} is too large to calculate with; ${stays} The limit is about 1.8e308.`,
    );
  }
  if (value === 0 && /[1-9]/.test(plain.replace(/e.*$/i, ''))) {
    return refuse(
      `${quoted(given)} is too small to be told from 0; ${stays} Type 0 if that is meant.`,
    );
  }
  return { ok: true, value };
}
