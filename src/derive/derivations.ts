// What is needed once a learner asks for a gradient line by line, or compares the modes; the page loads it then.

export { type Beginning, derivationOf, hasKnown } from './derivation/derivation';
export type { Derivation, Line } from './derivation/line';
export type { Cell } from './entry';
export { allOf, type Work } from './modes/count';
export { type Seed, tangentSteps, tangentsOf } from './modes/forward';
export { type Modes, modesOf, ratioOf } from './modes/modes';
export { derivationAlign } from './print/derivation-align';
export { type DerivedEntry, derivedEntry } from './print/derivation-entry';
export {
  gradientIn,
  lineSpoken,
  lineTex,
  singleIn,
  targetTex,
} from './print/derivation-tex';
export { whyText } from './print/derivation-words';
export { noValueText } from './print/no-value';
export { widestOf } from './print/rows/rows';
export { firstThatFits, LESS_AND_LESS } from './print/rows/ways';
export { tangentSymbol, tangentTex } from './print/tangent-tex';
export { walkOf } from './walk';
