import {
  type ArchitectureEdit,
  type BatchEdit,
  changeArchitecture,
  changeBatch,
  type Seeded,
} from '../../problem';
import { useActions } from '../hooks';

/** What makes another network of one; it comes with the panels that offer it. */
export function useNetworkChanges() {
  const { change } = useActions();
  return {
    changeArchitecture: (edit: ArchitectureEdit, seeded: Seeded) =>
      change((problem) => changeArchitecture(problem, edit, seeded)),
    changeBatch: (edit: BatchEdit, seed: number) =>
      change((problem) => changeBatch(problem, edit, seed)),
  };
}
