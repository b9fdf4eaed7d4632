export { namesOf, withGroup, withProgram, withShape } from './edit';
export { type Memory, type NameFact, NO_MEMORY, type Proposal } from './memory';
export type { Group } from './names';
