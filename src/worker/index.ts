export * from './client';
export * from './protocol';
export { spawnWorker } from './spawn';
