import italic from '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-italic.woff2?url';
import regular from '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2?url';
import bold from '@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff2?url';

/** The font whose widths the diagrams count with: what fits on the page fits in a file that brings it along. */
export const FAMILY = 'DejaVu Sans';

const FACES = {
  regular: { url: regular, weight: '400', style: 'normal' },
  bold: { url: bold, weight: '700', style: 'normal' },
  italic: { url: italic, weight: '400', style: 'italic' },
} as const;

type FaceName = keyof typeof FACES;

export interface Face {
  readonly name: FaceName;
  readonly bytes: ArrayBuffer;
  readonly font: FontFace;
}

function faceOf(text: Element): FaceName {
  const { fontWeight, fontStyle } = getComputedStyle(text);
  if (fontStyle === 'italic') return 'italic';
  return Number(fontWeight) > 500 ? 'bold' : 'regular';
}

/** The faces that the texts of a drawing need; none where one cannot be had, so that the reader's own stand in. */
export async function facesFor(svg: SVGSVGElement): Promise<readonly Face[]> {
  const names = [...new Set([...svg.querySelectorAll('text, tspan')].map(faceOf))].sort();
  const load = async (name: FaceName): Promise<Face> => {
    const answer = await fetch(FACES[name].url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const bytes = await answer.arrayBuffer();
    const { weight, style } = FACES[name];
    const font = await new FontFace(FAMILY, bytes, { weight, style }).load();
    return { name, bytes, font };
  };
  return Promise.all(names.map(load)).catch(() => []);
}

/** While `read` looks at it, the page has the faces too. */
export function withFaces<T>(faces: readonly Face[], read: () => T): T {
  try {
    for (const { font } of faces) document.fonts.add(font);
    return read();
  } finally {
    for (const { font } of faces) document.fonts.delete(font);
  }
}

function base64(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}

/** The faces as rules of a style sheet that needs no other file. */
export const rulesOf = (faces: readonly Face[]): string =>
  faces
    .map(({ name, bytes }) => {
      const { weight, style } = FACES[name];
      const source = `url(data:font/woff2;base64,${base64(bytes)}) format('woff2')`;
      return `@font-face{font-family:'${FAMILY}';font-weight:${weight};font-style:${style};src:${source}}`;
    })
    .join('\n');
