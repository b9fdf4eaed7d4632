import type { MouseEvent, ReactNode } from 'react';

const PATHS = {
  first: 'M5 4v12M15.5 4.5 8 10l7.5 5.5z',
  previous: 'M13.5 4.5 6 10l7.5 5.5z',
  next: 'M6.5 4.5 14 10l-7.5 5.5z',
  last: 'M15 4v12M4.5 4.5 12 10l-7.5 5.5z',
  play: 'M6.5 4.5 14 10l-7.5 5.5z',
  pause: 'M6.5 4.5v11M13.5 4.5v11',
  undo: 'M4 8.5h8.5a4 4 0 0 1 0 8H8M7.5 5 4 8.5 7.5 12',
  redo: 'M16 8.5H7.5a4 4 0 0 0 0 8H12M12.5 5 16 8.5 12.5 12',
  copy: 'M7.5 7.5h8v9h-8zM12.5 7.5v-4h-8v9h3',
  more: 'M4.6 10h.01M10 10h.01M15.4 10h.01',
  up: 'M10 16V4.5M5 9.2l5-4.7 5 4.7',
  down: 'M10 4v11.5M5 10.8l5 4.7 5-4.7',
  plus: 'M10 4.5v11M4.5 10h11',
  minus: 'M4.5 10h11',
  layerAfter: 'M5.5 3.5v13M9.5 10h7M13 6.5v7',
  duplicate: 'M7.5 7.5h8v8h-8zM4.5 12.5v-8h8',
  close: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4',
  link: 'M8.5 11.5l3-3M9.5 6l1.6-1.6a3.2 3.2 0 0 1 4.5 4.5L14 10.5M10.5 14l-1.6 1.6a3.2 3.2 0 0 1-4.5-4.5L6 9.5',
  help: 'M7.3 7.5a2.7 2.7 0 1 1 4 2.4c-.8.5-1.3 1-1.3 2M10 14.7v.1',
  book: 'M3.5 4.5c2.6-.8 4.8-.5 6.5.9 1.7-1.4 3.9-1.7 6.5-.9v10.6c-2.6-.8-4.8-.5-6.5.9-1.7-1.4-3.9-1.7-6.5-.9zM10 5.4V16',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
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
  readonly onClick: (event: MouseEvent) => void;
  readonly disabled?: boolean;
  /** Shown when it is pointed at; the shortcut. */
  readonly hint?: string;
  /** Among buttons that have frames. */
  readonly framed?: boolean;
}

/** A disabled one can still be focused, so that stepping by key to the end does not lose the focus. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon, name, onClick, disabled = false, hint, framed = false } = props;
  return (
    <button
      type="button"
      className={framed ? 'button icon-button' : 'button plain icon-button'}
      aria-label={name}
      aria-disabled={disabled || undefined}
      title={hint ? `${name} (${hint})` : name}
      onClick={(event) => {
        if (!disabled) onClick(event);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

interface CloseProps {
  readonly name?: string;
  /** The key that does the same. */
  readonly hint?: string;
  readonly onClick: () => void;
}

/** Takes away what it stands on. */
export function CloseButton({ name = 'Close', hint, onClick }: CloseProps): ReactNode {
  return <IconButton icon="close" name={name} onClick={() => onClick()} {...(hint && { hint })} />;
}
