import type { ReactNode } from 'react';
import { CopyButton } from '../export/CopyButton';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
  /** Stands at the end of the label. */
  readonly extra?: ReactNode;
  readonly className?: string;
  /** The row's equation as LaTeX, which can be copied. */
  readonly copy?: (() => string) | undefined;
  /** What it is called when it is copied, where that is not its label. */
  readonly what?: string;
}

export function Row({ label, children, extra, className = '', copy, what }: Props): ReactNode {
  return (
    <div className={`row ${className}`}>
      <dt className={copy && 'label-with-copy'}>
        {label}
        {extra}
        {copy && <CopyButton what={what ?? `the ${label}`} text={copy} />}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
