export * from './client';
export { spawnBegun } from './first';
export * from './protocol';
