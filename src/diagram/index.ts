export { activationCurve, type CurveDrawing } from './activation-curve';
export { createDiagram, type Diagram, type DiagramOptions } from './diagram';
export type { HeadingPlace } from './heading-places';
export type { PathStop, Scene, ScenePath } from './scene';
