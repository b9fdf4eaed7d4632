import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
  /** Stands at the end of the label. */
  readonly extra?: ReactNode;
  readonly className?: string;
}

export function Row({ label, children, extra, className = '' }: Props): ReactNode {
  return (
    <div className={`row ${className}`}>
      <dt>
        {label}
        {extra}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
