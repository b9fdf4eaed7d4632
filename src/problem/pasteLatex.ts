import type { Cells } from './pasteLines';

/** `2.1\cdot 10^{-7}` → `2.1e-7` */
const POWER = /\s*\\(?:cdot|times)\s*10\s*\^\s*\{?\s*([+-]?\d+)\s*\}?/g;
const FRAME =
  /\\(?:begin|end)\s*\{[^{}]*\}(?:\s*\{[lcr|\s]*\})?|\\(?:left|right)\s*\\?[[\](){}|.]|\\\[|\\\]|\\hline|\\[,;:! ]|\$/g;

/** Rows end with `\\`, entries are kept apart by `&`; what stands around them is left out. */
export function readLatex(text: string): Cells {
  const rows = text
    .replace(POWER, 'e$1')
    .replace(/^[^\\&]*=\s*(?=\\)/, '')
    // First, for `\\[2pt]` holds a `\[`.
    .split(/\\\\(?:\[[^\]]*\])?/)
    .map((line) => line.replace(FRAME, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => line.split('&').map((word) => word.replace(/[{}\s]/g, '')));
  return { rows };
}
