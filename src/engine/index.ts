export { type ActivationKind, activations, type ScalarFunction, slopes } from './activations';
export { createDifferences, type Differences } from './differences';
export * from './graph';
export { applyOp, backwardKernels, forwardKernels } from './kernels';
export * from './layout';
export { type LossKind, type LossOp, perExampleLoss } from './losses';
export * from './matrix';
export { memo } from './memo';
export { normalCdf, normalDensity } from './normal';
export { passOnce } from './once';
export * from './op';
export {
  commit,
  createOptimizer,
  type Optimizer,
  type OptimizerOptions,
  update,
} from './optimizers';
export {
  backward,
  backwardRange,
  forward,
  forwardRange,
  measureUpdate,
  startBackward,
} from './passes';
export { createPlan, type Plan, setLeaf, snapshotOf } from './plan';
export * from './quantity';
export { inferShape } from './shapes';
