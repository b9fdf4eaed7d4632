import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { makeAccessible, type Uses } from '../math/accessible';
import { patchNumbers } from '../math/patch';
import { typeset, useTypesetter } from '../math/typeset';
import { HIGHEST } from './highest';
import { legibleTex } from './legibleTex';

interface Props {
  /** The same formula with ever fewer entries; the first that fits is shown, else the last. The others are not written. */
  readonly texs: readonly (() => string)[];
  readonly spoken: string;
  readonly nameOf: (quantity: string) => string;
  readonly uses?: Uses;
  /** Measured again when it changes. */
  readonly room?: string;
  /** How its numbers are written. While this is the same an edit keeps the entries that fitted, and nothing moves. */
  readonly form?: string;
  /** Left out where not even the last fits. */
  readonly folds?: boolean;
}

/** Which of the formulas stands there, and all that its size follows from but its numbers. */
interface Drawn {
  readonly look: readonly unknown[];
  readonly at: number;
  readonly tex: string;
}

const NONE: Uses = new Map();

/** What a column has room for. */
export function widthIn(column: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(column);
  return column.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

/** A formula is broken between its parts; one part that is wider than its column does not fit. */
function fits(host: HTMLElement): boolean {
  const column = host.closest<HTMLElement>('.blocks') ?? host.parentElement;
  if (!column) return true;
  const parts = [...host.querySelectorAll<HTMLElement>('.katex-html > .katex-base')];
  const room = widthIn(column);
  const isNarrow = parts.every((part) => part.offsetWidth <= room);
  return isNarrow && host.offsetHeight <= column.clientHeight * HIGHEST;
}

/** Formulas at a size that can be read from the last row: fewer entries, never smaller ones. */
export function Fitted(props: Props): ReactNode {
  const { texs, spoken, nameOf, uses = NONE, room = '', form = '', folds = false } = props;
  const host = useRef<HTMLSpanElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const ready = useTypesetter();
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return;
    const around = current.parentElement?.parentElement;
    // On another page it has no size; what stands where is found anew afterwards.
    current.closest('.item')?.removeAttribute('data-off');
    around?.removeAttribute('data-empty');
    const before = drawn.current;
    const look: readonly unknown[] = [nameOf, uses, ready, room, form, folds, texs.length];
    const isAlike = before?.look.every((part, i) => part === look[i]) ?? false;
    const first = isAlike && before ? before.at : 0;
    for (const [at, write] of texs.entries()) {
      if (at < first) continue;
      const tex = legibleTex(write());
      const isWritten = isAlike && before?.at === at && patchNumbers(current, before.tex, tex);
      if (!isWritten) {
        const made = typeset(tex);
        if (!made) {
          // Rather nothing than a formula of before.
          drawn.current = null;
          current.replaceChildren();
          around?.setAttribute('data-empty', '');
          return;
        }
        makeAccessible(made, nameOf, uses);
        for (const part of made.querySelectorAll('[data-use="writes"]'))
          part.closest('.katex-base')?.setAttribute('data-writes', '');
        current.replaceChildren(...made.childNodes);
      }
      drawn.current = { look, at, tex };
      if (fits(current)) return;
    }
    if (!folds) return;
    current.replaceChildren();
    around?.setAttribute('data-empty', '');
  }, [texs, nameOf, uses, ready, room, form, folds]);
  return (
    <span className="formula">
      <span className="sr-only">{spoken}</span>
      <span ref={host} className="formula-body" />
    </span>
  );
}
