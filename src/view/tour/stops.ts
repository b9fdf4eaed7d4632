export interface Stop {
  /** What it points at, by its region or button. */
  readonly target: string;
  readonly title: string;
  readonly text: string;
  /** The same where there is a finger and no keys. */
  readonly touch?: string;
}

const region = (name: string) => `section[aria-label="${name}"]`;

export const STOPS: readonly Stop[] = [
  {
    target: region('Network'),
    title: 'One step, four views',
    text: 'Network, equation, steps and numbers always show the same derivative. Amber is what the step reads; the strong colour is what it computes.',
  },
  {
    target: '.transport .strong',
    title: 'Go step by step',
    text: 'Next step, or the → key, computes one quantity: forward to the loss, then backward to every gradient, then the update.',
    touch:
      'Next step computes one quantity: forward to the loss, then backward to every gradient, then the update.',
  },
  {
    target: region('Equation'),
    title: 'Where a gradient comes from',
    text: 'The chain, the rule, its numbers and its shapes. Point at a symbol and it lights up everywhere; press G to read what it is.',
    touch: 'The chain, the rule, its numbers and its shapes. Tap a symbol to read what it is.',
  },
  {
    target: region('Numbers'),
    title: 'Change a number',
    text: 'Cells of the data, weights and biases are fields. Type another number, and everything after it follows at once.',
    touch:
      'Cells of the data, weights and biases are fields. Tap one, then type another number or drag it up or down: everything after it follows at once.',
  },
  {
    target: '.problem-picker, [popovertarget="menu"]',
    title: 'Open your own problem',
    text: 'Choose one of the handouts’ problems here, open a file, or save your own in this browser. Ctrl K finds everything.',
    touch:
      'Choose one of the handouts’ problems here, open a file, or save your own in this browser.',
  },
];
