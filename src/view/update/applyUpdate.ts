import type { Backstep } from '../../store';
import { say } from '../notice/messages';

/** The update of the step, applied; what hinders it is said. */
export function applyUpdate({ actions }: Backstep): void {
  const applied = actions.applyUpdate();
  if (!applied.ok) say(`${applied.fault.error}.`);
}
