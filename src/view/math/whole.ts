import katex from 'katex/dist/katex.min.js';
import { OPTIONS } from './options';

/** With all of KaTeX, which shows a formula that is in error as it was written. */
export function renderTex(tex: string, host: HTMLElement): void {
  katex.render(tex, host, { ...OPTIONS, throwOnError: false });
}
