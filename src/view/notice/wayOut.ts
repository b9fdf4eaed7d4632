import type { Fault } from '../../problem';

export interface Message {
  readonly what: string;
  readonly where: string | null;
  readonly wayOut: string;
}

/** Faults of these say themselves what to do. */
const SELF_SAYING: readonly string[] = ['link', 'address', 'message'];

const ended = (sentence: string) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);

/** What went wrong, where, and what can be done about it. */
export function messageOf(fault: Fault, isOpen: boolean): Message {
  const what = ended(fault.error);
  const stays = isOpen ? ' What was open before is still here.' : '';
  if (SELF_SAYING.includes(fault.where)) return { what, where: null, wayOut: stays.trim() };
  if (fault.where === 'library') {
    return { what, where: null, wayOut: 'Choose another problem from the list at the top.' };
  }
  return {
    what,
    where: fault.where === 'file' || fault.where === 'page' ? null : fault.where,
    wayOut: `Mend the file and open it again.${stays}`,
  };
}
