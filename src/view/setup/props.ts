import { useStore } from 'zustand';
import type { ArchitectureEdit, NetworkProblem, Result } from '../../problem';
import { setup } from './open';
import { useNetworkChanges } from './useNetworkChanges';

/** What each part of the panel is given. */
export interface PartProps {
  readonly problem: NetworkProblem;
  /** Said in the panel where it was refused. */
  readonly onDone: (result: Result<null>) => void;
}

/** Changes the network; new numbers come from the seed chosen. */
export function useArchitecture({ onDone }: PartProps) {
  const seeded = useStore(setup, (state) => state.seeded);
  const { changeArchitecture } = useNetworkChanges();
  return (edit: ArchitectureEdit) => onDone(changeArchitecture(edit, seeded));
}
