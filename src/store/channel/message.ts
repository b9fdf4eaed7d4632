import type { Tensor } from '../../problem';
import type { Hideable, StopView } from '../../problem/lecture';
import type { Place } from '../share/place';
import type { View } from '../state';

/** The whole conversation between the presenter's window and the audience's. */

export const CHANNEL_VERSION = 1;

/** What the audience's picture is besides the step. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly scale: number;
  readonly blank: 'none' | 'black' | 'white';
  readonly pointer: boolean;
  readonly magnifier: boolean;
  readonly predict: boolean;
  readonly hidden: readonly Hideable[];
  readonly view: StopView;
  readonly corner: boolean;
  readonly page: number;
  readonly help: boolean;
  /** The link whose QR code fills the screen; null while none does. */
  readonly code: string | null;
}

export interface Standing
  extends Pick<Place, 'step' | 'detail' | 'example' | 'alone' | 'depth' | 'entry'> {
  readonly view: View;
  readonly decimals: number | null;
  /** Of the ways to the loss the one that was chosen, by the entries that it goes through. */
  readonly way: readonly string[] | null;
}

/** A leaf of the problem and what it is now. */
export type Leaf = readonly [name: string, tensor: Tensor];

export type FromPresenter =
  /** Everything; the problem itself only where the audience may not have the one of that number. */
  | {
      readonly kind: 'state';
      readonly number: number;
      /** The text of its file. */
      readonly problem?: string;
      readonly standing: Standing;
      readonly look: Look;
      /** Of the lecture's stop; empty where there is none. */
      readonly title: string;
    }
  /** Numbers that were edited in the problem of number `base`, which is `number` then. Sent at once. */
  | {
      readonly kind: 'leaves';
      readonly number: number;
      readonly base: number;
      readonly leaves: readonly Leaf[];
    }
  /** Where the pointer is, from 0 to 1 of the audience's window; null where it is not over it. */
  | { readonly kind: 'pointer'; readonly at: readonly [x: number, y: number] | null }
  /** Is anybody there? */
  | { readonly kind: 'ping' }
  /** From now on this window is the presenter's; any other steps back. */
  | { readonly kind: 'presenting' }
  | { readonly kind: 'end' };

export type FromAudience =
  /** Asks for everything. */
  | { readonly kind: 'hello' }
  /** What only the window that draws the picture knows of it. */
  | {
      readonly kind: 'here';
      readonly pages: number;
      readonly isCovered: boolean;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'gone' };

/** Around every message: who sends it, and the how many-th of that session it is. */
export interface Envelope<M> {
  readonly version: typeof CHANNEL_VERSION;
  readonly session: string;
  readonly count: number;
  readonly message: M;
}

export type AnyEnvelope = Envelope<FromPresenter | FromAudience>;
