// What is needed once a learner looks below whole matrices; the page loads it then.
export { type Cell, stepEntry } from './entry';
export {
  type LocalDerivative,
  type LocalGraph,
  localGraph,
  MOST_PATHS,
  type Path,
  type Paths,
  pathsFrom,
  pathsInTurns,
  type Stop,
  stopName,
  type Turns,
} from './paths';
export { entryEquationTex, pathTex } from './print/depth-tex';
export { entrySpoken, entryTex, entryText } from './print/entry-glyph';
export { scalarSpoken } from './print/scalar-spoken';
export { scalarNumbersTex, scalarTex } from './print/scalar-tex';
export { entriesIn, entryNamesIn } from './reads';
export { evaluateScalar, type Scalar } from './scalar';
export { firstSum, termsOf } from './terms';
