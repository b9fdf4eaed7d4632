import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Covered } from './Covered';
import { type Part, projecting } from './projecting';

export function useHidden(part: Part): boolean {
  return useStore(projecting, ({ hidden }) => hidden.includes(part));
}

interface Props {
  readonly part: Part;
  readonly label: string;
  readonly children: ReactNode;
  /** May stand on an earlier page than what comes before it. */
  readonly fills?: boolean;
  readonly className?: string;
}

/** One thing of a step, which is never parted unless it is higher than a page. */
export function Item({ part, label, children, fills, className = '' }: Props): ReactNode {
  const isHidden = useHidden(part);
  return (
    <section
      className={`item ${className}`}
      aria-label={label}
      data-part-of={part}
      data-fills={fills ? '' : undefined}
    >
      <Covered isCovered={isHidden}>{children}</Covered>
    </section>
  );
}

/** `a(1 − a)` and `(3, 2)` stay on one line. */
const unbroken = (text: string) =>
  text.replace(/\([^()]{1,9}\)/g, (part) => part.replaceAll(' ', '\u00a0'));

export function Words({
  text,
  ...rest
}: {
  readonly text: string;
  readonly fills?: boolean;
}): ReactNode {
  return (
    <Item part="words" label="In words" className="words-item" {...rest}>
      <p>{unbroken(text)}</p>
    </Item>
  );
}
