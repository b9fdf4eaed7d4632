const LIT = 'data-lit';

export interface Pointed {
  readonly quantity: string | null;
  readonly entry: string | null;
  /** It is in a card, not in a drawing. */
  readonly isCell?: boolean;
}

const NOTHING: Pointed = { quantity: null, entry: null };

function pointedAt(target: EventTarget | null): Pointed {
  if (!(target instanceof Element)) return NOTHING;
  const cell = target.closest('[data-cell],[data-entry]');
  const quantity = target.closest('[data-quantity]');
  return {
    quantity: quantity?.getAttribute('data-quantity') ?? null,
    entry: cell?.getAttribute('data-cell') ?? cell?.getAttribute('data-entry') ?? null,
    isCell: cell?.hasAttribute('data-cell') === true,
  };
}

function showing({ quantity, entry }: Pointed): readonly Element[] {
  const selectors = [
    ...(quantity ? [`[data-quantity="${CSS.escape(quantity)}"]`] : []),
    ...(entry ? [`[data-cell="${CSS.escape(entry)}"]`, `[data-entry="${CSS.escape(entry)}"]`] : []),
  ];
  // One by one: browsers have a short way for a single attribute, but none for a list of selectors.
  return selectors.flatMap((selector) => [...document.querySelectorAll(selector)]);
}

export interface Lighting {
  /** After something was drawn anew under a pointer that rests. */
  readonly renew: () => void;
  readonly stop: () => void;
}

/**
 * What is pointed at or has the focus is marked wherever else it is shown. Two listeners for the page, and no
 * state of React's, so that moving the pointer costs nothing but the marks.
 */
export function startLighting(
  onLook: (pointed: Pointed) => void = () => {},
  root: Document = document,
): Lighting {
  let lit: readonly Element[] = [];
  let pointed = NOTHING;
  let pointer: EventTarget | null = null;
  let focus: EventTarget | null = null;

  const renew = () => {
    const next = showing(pointed);
    for (const element of lit) if (!next.includes(element)) element.removeAttribute(LIT);
    for (const element of next) element.setAttribute(LIT, '');
    lit = next;
  };
  const look = () => {
    const at = pointedAt(pointer);
    const next = at.quantity || at.entry ? at : pointedAt(focus);
    if (next.quantity === pointed.quantity && next.entry === pointed.entry) return;
    pointed = next;
    onLook(next);
    renew();
  };

  const onOver = (event: Event) => {
    pointer = event.target;
    look();
  };
  const onLeave = () => {
    pointer = null;
    look();
  };
  const onFocus = (event: FocusEvent) => {
    const { target } = event;
    focus = target instanceof Element && target.matches(':focus-visible') ? target : null;
    look();
  };
  const onBlur = () => {
    focus = null;
    look();
  };

  root.addEventListener('pointerover', onOver);
  root.documentElement.addEventListener('pointerleave', onLeave);
  root.addEventListener('focusin', onFocus);
  root.addEventListener('focusout', onBlur);
  return {
    renew,
    stop() {
      root.removeEventListener('pointerover', onOver);
      root.documentElement.removeEventListener('pointerleave', onLeave);
      root.removeEventListener('focusin', onFocus);
      root.removeEventListener('focusout', onBlur);
    },
  };
}
