export { createGraphDiagram, type GraphDiagram, type GraphDiagramOptions } from './graph';
export { foldable } from './model';
export type { GraphScene } from './scene';
