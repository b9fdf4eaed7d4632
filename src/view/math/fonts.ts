/** Faces that most walks come to sooner or later, each with a letter of it. */
const FACES = [
  ['bold 1em KaTeX_Main', '0'],
  ['1em KaTeX_Size1', '('],
  ['1em KaTeX_Size2', '('],
  ['1em KaTeX_Size3', '('],
  ['1em KaTeX_SansSerif', 'T'],
  ['1em KaTeX_Caligraphic', 'L'],
] as const;

/** Has them here before a formula needs them: a font that comes with a step lays out and fits every formula anew. */
export function loadFonts(): void {
  for (const [face, letter] of FACES) document.fonts.load(face, letter).catch(() => {});
}
