export { type Axis, axesOf } from './axes';
export { type Actions, type Backstep, createStore } from './create';
export { type Subject, subjectOf } from './depth';
export { lossesOf, lossIndex, lossOf } from './losses';
export { sameWork } from './own';
export * from './selectors';
export * from './share';
export type { Check, History, LossPoint, Settings, Shown, State, Store, Theme } from './state';
export { DEPTHS, type Depth, type Selection, SPEEDS, THEMES, VIEWS, type View } from './state';
