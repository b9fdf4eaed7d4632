export { activationCurve } from './activation-curve';
export { createDiagram, type Diagram } from './diagram';
export type { HeadingPlace } from './heading-places';
export type { PathStop, Scene, ScenePath } from './scene';
