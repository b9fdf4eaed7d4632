import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { makeAccessible, type Uses } from '../math/accessible';
import { typeset, useTypesetter } from '../math/typeset';
import { legibleTex } from './legibleTex';

interface Props {
  /** The same formula with ever fewer entries; the first that fits is shown, else the last. */
  readonly texs: readonly string[];
  readonly spoken: string;
  readonly nameOf: (quantity: string) => string;
  readonly uses?: Uses;
  /** Measured again when it changes. */
  readonly room?: string;
  /** Left out where not even the last fits. */
  readonly folds?: boolean;
}

const NONE: Uses = new Map();

/** Of a page: what is higher loses rows first. */
const HIGHEST = 0.8;

/** A formula is broken between its parts; one part that is wider than its column does not fit. */
function fits(host: HTMLElement): boolean {
  const column = host.closest<HTMLElement>('.blocks') ?? host.parentElement;
  if (!column) return true;
  const parts = [...host.querySelectorAll<HTMLElement>('.katex-html > .katex-base')];
  const { paddingLeft, paddingRight } = getComputedStyle(column);
  const room =
    column.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  const isNarrow = parts.every((part) => part.offsetWidth <= room);
  return isNarrow && host.offsetHeight <= column.clientHeight * HIGHEST;
}

/** Formulas at a size that can be read from the last row: fewer entries, never smaller ones. */
export function Fitted(props: Props): ReactNode {
  const { texs, spoken, nameOf, uses = NONE, room = '', folds = false } = props;
  const host = useRef<HTMLSpanElement>(null);
  const ready = useTypesetter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the typesetter or the room it is set anew.
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return;
    // On another page it has no size; what stands where is found anew afterwards.
    current.closest('.item')?.removeAttribute('data-off');
    current.replaceChildren();
    for (const tex of texs) {
      const made = typeset(legibleTex(tex));
      if (!made) return;
      makeAccessible(made, nameOf, uses);
      current.replaceChildren(...made.childNodes);
      if (fits(current)) return;
    }
    if (folds) current.replaceChildren();
  }, [texs, nameOf, uses, ready, room, folds]);
  return (
    <span className="formula">
      <span className="sr-only">{spoken}</span>
      <span ref={host} className="formula-body" data-tex={texs[0]} />
    </span>
  );
}
