/** KaTeX sets formulas this much larger than the text around them. */
export const KATEX = 1.21;
/** Around an equals sign and what stands left of it, in em of a formula. */
export const EQUALS = 1.6;
