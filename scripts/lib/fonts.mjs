// The typesetter's fonts, cut in two: the glyphs that nearly every page shows come in a small file of their own, and
// the whole font follows only where a page shows another one. So nothing is ever missing.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './run.mjs';

const digits = '0123456789';

/** What the printers write for the problems of the library. */
const CORE = {
  'Main-Regular': `${digits}abcefghiklmnoprstuvwx˙ .,;:=+−±×⋅∘⊙⊘∂^′()[]/|∥→←≤≥∞⋯⋮⋱\u00a0\u200b`,
  'Math-Italic': 'AJLNVWXYZabdefghijklmnsvwxyzαγδησ',
  'Main-Bold': `${digits}JLWXYZabwxyz`,
  'Caligraphic-Regular': 'L',
  'SansSerif-Regular': 'T',
  'Size1-Regular': '()[]∑',
  'Size2-Regular': '()[]∑',
  'Size3-Regular': '()[]',
};

const STYLES = /[\\/]katex[\\/]dist[\\/]katex(\.min)?\.css$/;
const FACE = /@font-face\s*\{[^}]*\}/g;
const FILE = /fonts\/KaTeX_([\w-]+)\.woff2/;
const OTHER_FORMATS = /,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g;

const hex = (point) => `U+${point.toString(16)}`;
const rangeOf = (points) => points.map(hex).join(',');

/** Everything but `points`, which are in order. */
function rangeBut(points) {
  const ends = [...points, 0x110000];
  const between = ends.map((end, i) => [i === 0 ? 0 : ends[i - 1] + 1, end - 1]);
  return between
    .filter(([from, to]) => from <= to)
    .map(([from, to]) => `${hex(from)}-${to.toString(16)}`)
    .join(',');
}

/** @param {string} file @param {string} text @returns {Promise<string>} the file with these glyphs only */
export async function cut(file, text) {
  const { default: subsetFont } = await import('subset-font');
  const font = await readFile(file);
  // Hints are a third of so few glyphs, and screens of today ignore them.
  const small = await subsetFont(font, text, { targetFormat: 'woff2', noHinting: true });
  const hash = createHash('sha256').update(small).digest('hex').slice(0, 8);
  const folder = path.join(root, '.cache/fonts');
  await mkdir(folder, { recursive: true });
  const made = path.join(folder, `${path.basename(file, '.woff2')}-core-${hash}.woff2`);
  await writeFile(made, small);
  return made;
}

async function rulesOf(rule, folder) {
  const [, name] = FILE.exec(rule) ?? [];
  if (!name) throw new Error(`A font of KaTeX has no woff2 file: ${rule}`);
  const modern = rule.replace(OTHER_FORMATS, '');
  const core = CORE[name];
  if (!core) return modern;
  const points = [...new Set(core)].map((c) => c.codePointAt(0)).sort((a, b) => a - b);
  const small = await cut(path.join(folder, 'fonts', `KaTeX_${name}.woff2`), core);
  const faceOf = (url, range) =>
    modern.replace(/url\([^)]*\)/, `url(${url})`).replace(/\}$/, `;unicode-range:${range}}`);
  return faceOf(`fonts/KaTeX_${name}.woff2`, rangeBut(points)) + faceOf(small, rangeOf(points));
}

/** @returns {import('vite').Plugin} */
export const coreFonts = () => ({
  name: 'backstep:core-fonts',
  apply: 'build',
  enforce: 'pre',
  async transform(code, id) {
    if (!STYLES.test(id)) return;
    const rules = code.match(FACE) ?? [];
    const found = rules.map((rule) => FILE.exec(rule)?.[1]);
    const gone = Object.keys(CORE).filter((name) => !found.includes(name));
    if (gone.length > 0) throw new Error(`KaTeX no longer has the fonts ${gone.join(', ')}`);
    const made = await Promise.all(rules.map((rule) => rulesOf(rule, path.dirname(id))));
    let next = 0;
    return { code: code.replace(FACE, () => made[next++]), map: null };
  },
});
