import type { Problem, Result } from '../../problem';
import { type LoadProblem, readState, type SharedState, writeState } from './state';
import { seal, unseal } from './text';

export type { Place } from './place';
export { type LoadProblem, readState, type SharedState, writeState } from './state';
export { MOST_BYTES } from './text';

/** The state for the fragment of an address, without its `#`. */
export function linkOf(state: SharedState, base: Problem | undefined): Promise<string> {
  return seal(writeState(state, base));
}

/** The state that a fragment holds, or a sentence about why it cannot be opened. Never throws. */
export async function stateOfLink(link: string, load: LoadProblem): Promise<Result<SharedState>> {
  const text = await unseal(link);
  return text.ok ? readState(text.value, load) : text;
}
