export { compile } from './compile';
export type { Compiled } from './compiled';
