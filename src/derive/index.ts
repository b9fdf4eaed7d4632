export { type Kept, type Needs, needsForGradient, needsForStep } from './cached';
export { evaluate } from './evaluate';
export { coefficientValue, type Formula, quantitiesIn } from './formula';
export { type LedgerRow, ledgerOf, legendOf } from './ledger';
export { MIXTURE_PARTS, type Mixture, mixtureOf, notationFor } from './mixture';
export { exampleCount, type Notation, notationOf, notations } from './notation';
export { type Broken, firstBroken, whyBroken } from './overflow';
export { aloneSnapshot, type ExampleAxis, exampleAxis, partOf } from './part';
export { stepCode } from './print/code';
export {
  type Printing,
  printingOf,
  quantitySpoken,
  quantityTex,
  quantityText,
} from './print/context';
export { dialects } from './print/dialects';
export { derivationTex } from './print/document';
export {
  type EquationName,
  equationTex,
  MATRIX_FORMATS,
  matrixText,
} from './print/export';
export { joined } from './print/joined';
export { type LeftOut, leftOut } from './print/left-out';
export { formatNumber, type NumberFormat } from './print/number';
export { programOf } from './print/program';
export { rowsOf, type TexRow } from './print/rows/rows';
export { formulaSpoken, ruleSpoken } from './print/spoken';
export {
  chainTex,
  formulaTex,
  numbersTex,
  putTex,
  resultTex,
  ruleTex,
  shapesTex,
} from './print/tex';
export { matrixTex, mostOf } from './print/tex-leaves';
export { innerDimensions } from './print/ties';
export * from './step';
export { stepsOf } from './steps';
export {
  type Comparison,
  compareGradients,
  overallVerdict,
  VERDICT_LABELS,
  VERDICT_WORDS,
  type Verdict,
} from './verdict';
export type { Source } from './walk';
