export { createGraphDiagram, type GraphDiagram } from './graph';
export type { GraphScene } from './scene';
