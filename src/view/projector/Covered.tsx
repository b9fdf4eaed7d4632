import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface Props {
  readonly isCovered: boolean;
  readonly children: ReactNode;
  /** Of the box it is measured in. */
  readonly className?: string;
}

/** In the place of what is hidden a box of the same size; nothing of it is left in the page. */
function Cover({ children, className = '' }: Omit<Props, 'isCovered'>): ReactNode {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const host = useRef<HTMLSpanElement>(null);
  // Before anything is painted.
  useLayoutEffect(() => {
    const { width, height } = host.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
    setSize((known) => known ?? { width, height });
  }, []);
  if (!size) {
    return (
      <span ref={host} className={`covered-measure ${className}`} aria-hidden="true">
        {children}
      </span>
    );
  }
  return (
    <span className="cover" data-hidden="" style={{ minWidth: size.width, minHeight: size.height }}>
      <span aria-hidden="true">?</span>
      <span className="sr-only">Hidden until the next press</span>
    </span>
  );
}

export function Covered({ isCovered, ...props }: Props): ReactNode {
  return isCovered ? <Cover {...props} /> : props.children;
}
