export { type Actions, type Backstep, createStore } from './create';
export * from './selectors';
export type { History, Settings, Shown, State, Store, Theme } from './state';
export { THEMES } from './state';
