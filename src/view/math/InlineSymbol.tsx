import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { inlineTex } from './inlineTex';
import { typeset, useTypesetter } from './typeset';

interface Props {
  readonly tex: string;
  /** Until the typesetter has come. */
  readonly text: string;
}

/** A symbol as a label. What it labels has a spoken name of its own. */
export function InlineSymbol({ tex, text }: Props): ReactNode {
  const host = useRef<HTMLSpanElement>(null);
  const ready = useTypesetter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what could not be set before may be when `ready` changes.
  useLayoutEffect(() => {
    const made = typeset(inlineTex(tex));
    if (host.current) host.current.replaceChildren(...(made ? made.childNodes : [text]));
  }, [tex, text, ready]);
  return <span ref={host} className="inline-symbol" data-tex={tex} aria-hidden="true" />;
}
