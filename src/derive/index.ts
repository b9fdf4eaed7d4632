export { evaluate } from './evaluate';
export { coefficientValue, type Formula, quantitiesIn } from './formula';
export { exampleCount, type Notation, notationOf, notations } from './notation';
export { stepCode } from './print/code';
export {
  type Printing,
  printingOf,
  quantitySpoken,
  quantityTex,
  quantityText,
} from './print/context';
export { dialects } from './print/dialects';
export { formatNumber, type NumberFormat } from './print/number';
export { programOf } from './print/program';
export { formulaSpoken, ruleSpoken } from './print/spoken';
export { chainTex, formulaTex, numbersTex, ruleTex, shapesTex } from './print/tex';
export * from './step';
export { stepsOf } from './steps';
export type { Source } from './walk';
