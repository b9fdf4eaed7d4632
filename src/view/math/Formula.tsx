import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { makeAccessible, nameSymbols, type Uses } from './accessible';
import { patchNumbers } from './patch';
import { isTypeset, typeset, useTypesetter } from './typeset';
import 'katex/dist/katex.min.css';
import './math.css';

interface Look {
  readonly tex: string;
  readonly nameOf: (quantity: string) => string;
  readonly uses?: Uses;
}

interface Props extends Look {
  /** The whole formula as it is said. */
  readonly spoken: string;
  /** Room kept until the typesetter has come, in em. */
  readonly height?: number;
}

const NONE: Uses = new Map();

/** Typesets when the form changes; where only numbers do, they are written over, which is far quicker. */
function useTypeset(host: RefObject<HTMLElement | null>, look: Look): number {
  const ready = useTypesetter();
  const { tex, nameOf, uses = NONE } = look;
  const drawn = useRef<Look | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what could not be set before may be when `ready` changes.
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return;
    const before = drawn.current;
    if (before && patchNumbers(current, before.tex, tex)) {
      const isNamed = before.nameOf === nameOf && before.uses === uses;
      if (!isNamed) nameSymbols(current, nameOf, uses);
      drawn.current = { tex, nameOf, uses };
      return;
    }
    const made = typeset(tex);
    drawn.current = made && { tex, nameOf, uses };
    // Rather nothing than a formula of before.
    if (!made) return current.replaceChildren();
    makeAccessible(made, nameOf, uses, current.closest('[data-prepared]') ? -1 : 0);
    current.replaceChildren(...made.childNodes);
  }, [host, tex, nameOf, uses, ready]);

  return ready;
}

export function Formula({ spoken, height = 1.4, ...look }: Props): ReactNode {
  const host = useRef<HTMLSpanElement>(null);
  const ready = useTypeset(host, look);
  return (
    <span className="formula">
      <span className="sr-only">{spoken}</span>
      <span
        ref={host}
        className="formula-body"
        data-tex={look.tex}
        style={ready || isTypeset(look.tex) ? undefined : { minHeight: `${height}em` }}
      />
    </span>
  );
}
