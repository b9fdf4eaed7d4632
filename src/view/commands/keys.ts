import type { Command, Key } from './command';

/** Of a key press, what decides. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Where the focus is: in a field that takes letters and arrows, or digits; on a choice, which takes arrows and
 * space; on a control that takes the space; neither.
 */
export type Focus = 'field' | 'number' | 'choice' | 'control' | 'page';

/** `Mod+Shift+z`; undefined where the browser or the system has it. */
function written({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | undefined {
  if (altKey) return undefined;
  const mod = ctrlKey || metaKey ? 'Mod+' : '';
  // Shift makes `?` what it is; with letters and named keys it counts by itself.
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  const shift = shiftKey && !isSign ? 'Shift+' : '';
  return `${mod}${shift}${key.length === 1 ? key.toLowerCase() : key}`;
}

function counts({ where, press }: Key, focus: Focus): boolean {
  if (where === 'anywhere') return true;
  if (focus === 'choice') return where !== 'page' && !press.startsWith('Arrow');
  if (focus === 'number') return where === 'number';
  return focus === 'page' || (focus === 'control' && where !== 'page');
}

export function commandFor(
  commands: readonly Command[],
  press: Press,
  focus: Focus,
): Command | undefined {
  const text = written(press);
  return commands.find((command) =>
    command.keys?.some((key) => key.press === text && counts(key, focus)),
  );
}

// What is typed into inside a shadow root seems, from outside, to come from its host.
const FIELDS = 'input:not([type="file"]), textarea, select, [contenteditable], [data-field]';
const CONTROLS = 'button, a, summary, label, [role="button"]';

export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input.cell')) return 'number';
  if (target.closest('input:is([type="radio"], [type="checkbox"])')) return 'choice';
  if (target.closest(FIELDS)) return 'field';
  return target.closest(CONTROLS) ? 'control' : 'page';
}
