import type { ReactNode } from 'react';

const PATHS = {
  first: 'M5 4v12M15.5 4.5 8 10l7.5 5.5z',
  previous: 'M13.5 4.5 6 10l7.5 5.5z',
  next: 'M6.5 4.5 14 10l-7.5 5.5z',
  last: 'M15 4v12M4.5 4.5 12 10l-7.5 5.5z',
  play: 'M6.5 4.5 14 10l-7.5 5.5z',
  pause: 'M6.5 4.5v11M13.5 4.5v11',
  undo: 'M4 8.5h8.5a4 4 0 0 1 0 8H8M7.5 5 4 8.5 7.5 12',
  redo: 'M16 8.5H7.5a4 4 0 0 0 0 8H12M12.5 5 16 8.5 12.5 12',
  close: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
} as const;

export type IconName = keyof typeof PATHS;
const FILLED: readonly IconName[] = ['first', 'previous', 'next', 'last', 'play'];

/** Drawn beside words or on a button with a name of its own. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} data-filled={FILLED.includes(name) || undefined} />
    </svg>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly name: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  /** Shown when it is pointed at; the shortcut. */
  readonly hint?: string;
}

/** A disabled one can still be focused, so that stepping by key to the end does not lose the focus. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon, name, onClick, disabled = false, hint } = props;
  return (
    <button
      type="button"
      className="button icon-button"
      aria-label={name}
      aria-disabled={disabled || undefined}
      title={hint ? `${name} (${hint})` : name}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
