export type KeyAction = 'next' | 'previous' | 'first' | 'last' | 'togglePlay' | 'undo' | 'redo';

/** Of a key press, what decides. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the focus is: in a field that takes letters and arrows, on a control that takes the space, or neither. */
export type Focus = 'field' | 'control' | 'page';

const STEPS: Readonly<Record<string, KeyAction>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
};

export function keyAction(press: Press, focus: Focus): KeyAction | undefined {
  if (focus === 'field' || press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) {
    const key = press.key.toLowerCase();
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !press.shiftKey ? 'redo' : undefined;
  }
  if (press.shiftKey) return undefined;
  if (press.key === ' ') return focus === 'page' ? 'togglePlay' : undefined;
  return Object.hasOwn(STEPS, press.key) ? STEPS[press.key] : undefined;
}

const FIELDS = 'input:not([type="file"]), textarea, select, [contenteditable]';
const CONTROLS = 'button, a, summary, label, [role="button"]';

export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(FIELDS)) return 'field';
  return target.closest(CONTROLS) ? 'control' : 'page';
}
