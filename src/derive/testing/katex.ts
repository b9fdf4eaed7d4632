import katex, { type KatexOptions } from 'katex';

/** As the page sets formulas, but what KaTeX would only warn of is an error here. */
const OPTIONS: KatexOptions = {
  throwOnError: true,
  trust: ({ command }) => command === '\\htmlData',
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
};

const done = new Map<string, string>();

/** What KaTeX makes of a formula; once, since problems, notations and details have most of theirs in common. */
export function setTex(tex: string, options: KatexOptions = {}): string {
  const key = `${JSON.stringify(options)} ${tex}`;
  const known = done.get(key) ?? katex.renderToString(tex, { ...OPTIONS, ...options });
  done.set(key, known);
  return known;
}
