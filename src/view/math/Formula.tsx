import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { makeAccessible, type Uses } from './accessible';
import { patchNumbers } from './patch';
import { typeset, useTypesetter } from './typeset';
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
function useTypeset(host: RefObject<HTMLElement | null>, look: Look): boolean {
  const ready = useTypesetter();
  const { tex, nameOf, uses = NONE } = look;
  const drawn = useRef<Look | null>(null);

  useLayoutEffect(() => {
    const { current } = host;
    if (!ready || !current) return;
    const before = drawn.current;
    drawn.current = { tex, nameOf, uses };
    const alike = before?.nameOf === nameOf && before.uses === uses;
    if (before && alike && patchNumbers(current, before.tex, tex)) return;
    const made = typeset(tex);
    if (!made) return;
    makeAccessible(made, nameOf, uses);
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
        style={ready ? undefined : { minHeight: `${height}em` }}
      />
    </span>
  );
}
