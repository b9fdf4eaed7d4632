const NUMBER = /\d+(?:\.\d+)?/g;
const LINK = /\\htmlData\{[^}]*\}/g;
const MATRIX = /\\begin\{bmatrix\}(.*?)\\end\{bmatrix\}/gs;
const FRACTION = /\\frac\{(\d+)\}\{(\d+)\}/g;

const LINK_OR_NUMBER = new RegExp(`${LINK.source}|${NUMBER.source}`, 'g');

/** A formula without its numbers, but with what they belong to; two with the same one are drawn with the same elements. */
export function skeletonOf(tex: string): string {
  return tex.replace(LINK_OR_NUMBER, (part) => (part.startsWith('\\') ? part : '#'));
}

/** A matrix by columns instead of rows. */
function byColumns(body: string): string {
  const rows = body.split('\\\\').map((row) => row.split('&'));
  const columns = rows[0]?.map((_, c) => rows.map((row) => row[c] ?? '')) ?? [];
  return columns.flat().join(' ');
}

/** The numbers of a formula in the order in which the typesetter puts them into the document. */
export function numbersAsDrawn(tex: string): readonly string[] {
  const drawn = tex
    .replace(LINK, '')
    .replace(FRACTION, '$2 $1')
    // The last digit of a base is an element of its own.
    .replace(/(\d)\^/g, ' $1^')
    .replace(MATRIX, (_, body: string) => ` ${byColumns(body)} `);
  return drawn.match(NUMBER) ?? [];
}

function textsIn(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

/**
 * Writes the numbers of `to` over those of `from`, which `root` shows. False, and nothing done, where they are
 * not the same formula or stand in another order than expected; then it has to be typeset again.
 */
export function patchNumbers(root: Element, from: string, to: string): boolean {
  if (skeletonOf(from) !== skeletonOf(to)) return false;
  const before = numbersAsDrawn(from);
  const after = numbersAsDrawn(to);
  const texts = textsIn(root);
  const shown = texts.flatMap(({ data }) => data.match(NUMBER) ?? []);
  if (shown.length !== before.length || shown.some((text, i) => text !== before[i])) return false;
  let next = 0;
  for (const text of texts) {
    const data = text.data.replace(NUMBER, () => after[next++] as string);
    if (data !== text.data) text.data = data;
  }
  return true;
}
