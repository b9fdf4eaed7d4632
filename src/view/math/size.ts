/** KaTeX sets formulas this much larger than the text around them. */
export const KATEX = 1.21;
/** Around an equals sign and what stands left of it, in em of a formula. */
export const EQUALS = 1.6;

/** How far a row of a formula stands in, as a style of its box; `indent` in em of the formula. */
export const indented = (indent: number) =>
  indent > 0 ? { paddingLeft: `${(indent * KATEX).toFixed(2)}em` } : undefined;
