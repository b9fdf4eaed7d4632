export {
  type Memory,
  type NameFact,
  NO_MEMORY,
  namesOf,
  type Proposal,
  withGroup,
  withProgram,
  withShape,
} from './edit';
export type { Group } from './names';
