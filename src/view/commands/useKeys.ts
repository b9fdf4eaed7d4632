import { projecting } from '../projector/projecting';
import { COMMANDS } from './table';
import { useCommandKeys } from './useCommandKeys';

/** In projector mode the keys are the projector's. */
const isProjecting = () => projecting.getState().on;

export const useKeys = (): void => useCommandKeys(COMMANDS, { isOff: isProjecting });
