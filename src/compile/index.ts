export { compile } from './compile';
export type { Compiled } from './compiled';
export { compileAtHand, expectProgram, withCompiler } from './onDemand';
