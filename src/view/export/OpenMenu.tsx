import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
}

const MARGIN = 6;

/** Below the button, or above it where there is no room; clear of the window's edges. */
function place(menu: HTMLElement, button: HTMLElement): void {
  // A button that lay in a menu of its own is gone by now: then below the top bar.
  const at = (
    button.checkVisibility() ? button : document.querySelector('.topbar-end')
  )?.getBoundingClientRect();
  if (!at) return;
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + MARGIN;
  const top = below + height < window.innerHeight ? below : at.top - height - MARGIN;
  const left = Math.min(at.left, window.innerWidth - width - MARGIN);
  menu.style.top = `${Math.max(MARGIN, top)}px`;
  menu.style.left = `${Math.max(MARGIN, left)}px`;
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** To the button; to that of the menu which it lay in, where that is closed. */
function giveBack(button: HTMLElement): void {
  const around = button.closest('[popover]');
  const outer = around && document.querySelector<HTMLElement>(`[popovertarget="${around.id}"]`);
  (button.checkVisibility() ? button : outer)?.focus();
}

interface OpenProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly button: HTMLElement;
  readonly close: () => void;
}

export default function OpenMenu({ label, items, button, close }: OpenProps): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = menu;
    if (!current) return;
    place(current, button);
    (current.firstElementChild as HTMLElement | null)?.focus({ preventScroll: true });
  }, [button]);
  useEffect(() => {
    const onPointer = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target) && !button.contains(target))
        close();
    };
    document.addEventListener('pointerdown', onPointer);
    window.addEventListener('resize', close);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      window.removeEventListener('resize', close);
    };
  }, [button, close]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.children] as HTMLElement[];
    const move = MOVES[event.key];
    if (event.key === 'Tab') return close();
    if (!move && event.key !== 'Escape') return;
    // The arrows would go to another step as well.
    event.preventDefault();
    event.stopPropagation();
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (move) return buttons[move(at, buttons.length)]?.focus();
    close();
    giveBack(button);
  };

  return createPortal(
    <div ref={menu} className="menu-list" role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close();
            giveBack(button);
            item.run();
          }}
        >
          {item.label}
        </button>
      ))}
    </div>,
    document.body,
  );
}
