import { projecting, start } from './projecting';

/** What had the focus, by what it is called: the panels are drawn anew when one comes back. */
function focusKeeper(): () => void {
  const { activeElement } = document;
  const name = activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  const selector = activeElement?.tagName.toLowerCase() ?? 'body';
  return () => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
      (each) =>
        (each.getAttribute('aria-label') ?? each.textContent ?? '') === name &&
        each.checkVisibility({ visibilityProperty: true }),
    );
    found?.focus({ preventScroll: true });
  };
}

/** From the page into projector mode; whoever leaves it is where he was. */
export function startProjector(): void {
  if (projecting.getState().on) return;
  const restore = focusKeeper();
  start();
  const stop = projecting.subscribe(({ on }) => {
    if (on) return;
    stop();
    // When the panels are there again.
    requestAnimationFrame(() => requestAnimationFrame(restore));
  });
}
