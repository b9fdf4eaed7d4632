import { render } from 'katex';
import { OPTIONS } from './options';

/** Throws where a formula needs what the build has left out of KaTeX; see scripts/lib/katex.mjs. */
export function renderTex(tex: string, host: HTMLElement): void {
  // A letter that is left out would be set in some font, without a word.
  if (/[^\x20-\x7e]/.test(tex)) throw new Error('Not plain');
  render(tex, host, { ...OPTIONS, throwOnError: true });
}
