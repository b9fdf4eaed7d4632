// The font that a saved diagram brings along, cut to what diagrams write and what names are likely to hold.
import { cut } from './fonts.mjs';

const FILE = /dejavu-sans-latin-\d+-\w+\.woff2\?url$/;

const between = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

export const GLYPHS = [
  between(0x20, 0x7e), // Latin
  between(0xa0, 0xff), // with accents, ², ³, · and ×
  between(0x391, 0x3c9), // Greek
  between(0x2070, 0x209c), // raised and lowered digits, signs and letters
  'ŴŵŶŷẐẑ\u0302\u0303\u0304ᵀᵏᵐ′″‖‘’“”–—…−∂∇∑∏∞≈≠≤≥⋅∘⊙⊘∥→←↑↓√𝓛',
].join('');

/** @returns {import('vite').Plugin} */
export const drawingFonts = () => ({
  name: 'backstep:drawing-fonts',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!FILE.test(source)) return;
    const whole = await this.resolve(source, importer, { skipSelf: true });
    if (!whole) throw new Error(`There is no font ${source}`);
    return `${await cut(whole.id.replace('?url', ''), GLYPHS)}?url`;
  },
});
