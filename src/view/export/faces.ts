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
}

function faceOf(text: Element): FaceName {
  const { fontWeight, fontStyle } = getComputedStyle(text);
  if (fontStyle === 'italic') return 'italic';
  return Number(fontWeight) > 500 ? 'bold' : 'regular';
}

/** The faces that the texts of a drawing need; none where they cannot be fetched, so that the reader's own stand in. */
export async function facesFor(svg: SVGSVGElement): Promise<readonly Face[]> {
  const names = [...new Set([...svg.querySelectorAll('text, tspan')].map(faceOf))].sort();
  const load = async (name: FaceName): Promise<Face> => {
    const answer = await fetch(FACES[name].url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return { name, bytes: await answer.arrayBuffer() };
  };
  return Promise.all(names.map(load)).catch(() => []);
}

/** While `read` looks at it, the page has the faces too. */
export async function withFaces<T>(faces: readonly Face[], read: () => T): Promise<T> {
  const lent = faces.map(({ name, bytes }) => {
    const { weight, style } = FACES[name];
    return new FontFace(FAMILY, bytes, { weight, style });
  });
  await Promise.all(lent.map((face) => face.load()));
  for (const face of lent) document.fonts.add(face);
  const result = read();
  for (const face of lent) document.fonts.delete(face);
  return result;
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
