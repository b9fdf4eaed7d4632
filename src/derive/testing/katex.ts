import katex, { type KatexOptions } from 'katex';

/** As the page sets formulas, but what KaTeX would only warn of is an error here. */
const OPTIONS: KatexOptions = {
  throwOnError: true,
  trust: ({ command }) => command === '\\htmlData',
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
};

/** The form of a formula: whether it can be set does not depend on which digits it has. */
export const formOf = (tex: string): string => tex.replace(/\d+\.\d+/g, '1.1').replace(/\d/g, '1');

const done = new Map<string, string>();

/**
 * What KaTeX makes of the form of a formula; once, since problems, notations, details and steps have most of theirs in
 * common. `options` are plain values.
 */
export function setTex(tex: string, options: KatexOptions = {}): string {
  const form = formOf(tex);
  const key = `${JSON.stringify(options)} ${form}`;
  const known = done.get(key) ?? katex.renderToString(form, { ...OPTIONS, ...options });
  done.set(key, known);
  return known;
}
