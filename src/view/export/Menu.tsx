import { lazy, type ReactNode, useState } from 'react';
import { Later } from '../controls/Later';
import type { MenuItem } from './OpenMenu';
import './export.css';

export type { MenuItem } from './OpenMenu';

interface Props {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  readonly items: readonly MenuItem[];
  /** Whether Tab stops at its button. */
  readonly isStop?: boolean;
}

const OpenMenu = lazy(() => import('./OpenMenu'));

/** A button with a list of things to do. It lies over the page, so that nothing clips it. */
export function Menu({ label, className, children, items, isStop = true }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [close] = useState(() => () => setOpen(false));
  return (
    <>
      <button
        ref={setButton}
        type="button"
        className={className}
        tabIndex={isStop ? undefined : -1}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && button && (
        <Later waiting={null}>
          <OpenMenu label={label} items={items} button={button} close={close} />
        </Later>
      )}
    </>
  );
}
