export { createDiagram, type Diagram } from './diagram';
export type { Scene } from './scene';
