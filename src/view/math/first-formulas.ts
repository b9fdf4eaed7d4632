/**
 * The formulas of the step at which the page opens, as markup, so that they need not wait for the typesetter. The
 * build writes them here (scripts/lib/first-formulas.mjs); while developing there are none.
 */
export const FIRST_FORMULAS: readonly (readonly [tex: string, markup: string])[] = [];
