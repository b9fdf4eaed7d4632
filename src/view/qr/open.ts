import { createStore } from 'zustand/vanilla';
import type { Backstep } from '../../store';
import { NOTHING_TO_LINK } from '../keep/shared';
import { say } from '../notice/messages';

/** Whether the code of the present link fills the screen. */
export const qrCode = createStore<{ readonly open: boolean }>()(() => ({ open: false }));

export function openCode({ store }: Pick<Backstep, 'store'>): void {
  if (store.getState().shown) qrCode.setState({ open: true });
  else say(NOTHING_TO_LINK);
}

export function closeCode(): void {
  qrCode.setState({ open: false });
}
