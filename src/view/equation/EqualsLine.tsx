import type { ReactNode } from 'react';

/** A formula that goes on after an equals sign, which stays in front when it is broken. */
export function EqualsLine({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="line">
      <span className="equals" aria-hidden="true">
        =
      </span>
      {children}
    </div>
  );
}
