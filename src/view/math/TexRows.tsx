import type { ReactNode } from 'react';
import type { TexRow } from '../../derive';
import { KATEX } from './size';

/** How far a row of a formula stands in, as a style of its box; `indent` in em of the formula. */
const indented = (indent: number) =>
  indent > 0 ? { paddingLeft: `${(indent * KATEX).toFixed(2)}em` } : undefined;

interface Props {
  readonly rows: readonly TexRow[];
  readonly className?: string;
  /** One row; the first of them says the whole formula. */
  readonly children: (tex: string, isFirst: boolean) => ReactNode;
}

/** A formula in rows, one below another, each as far in as it stands. */
export function TexRows({ rows, className, children }: Props): ReactNode {
  return rows.map(({ tex, indent }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place.
    <div key={i} className={className} style={indented(indent)}>
      {children(tex, i === 0)}
    </div>
  ));
}
