/** The title of the sheet that is seen: where reading begins anew when what had the focus is gone. */
export function focusTitle(options?: FocusOptions): void {
  const title = '.equation:not([data-prepared]) .step-title';
  document.querySelector<HTMLElement>(title)?.focus(options);
}
