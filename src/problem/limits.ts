/** What a file may hold. The page stays quick well beyond any handout, and a hostile link stays harmless. */
export const LIMITS = {
  characters: 5_000_000,
  /** Of a matrix that is pasted. */
  pasted: 1_000_000,
  layers: 64,
  units: 4096,
  /** In all matrices of a file together. */
  numbers: 2_000_000,
  /** Of data and of parameters. */
  names: 500,
  title: 200,
  source: 300,
  description: 2000,
  program: 20_000,
} as const;

/** 2000000 → `2 000 000`, with no-break spaces. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}
