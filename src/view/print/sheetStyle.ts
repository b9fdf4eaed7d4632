import type { Paper, PrintKind } from './printing';

const SIZES: Readonly<Record<Paper, string>> = {
  auto: '',
  a4: 'size: A4;',
  letter: 'size: Letter;',
};

export const KIND_NAMES: Readonly<Record<PrintKind, string>> = {
  derivation: 'Derivation',
  worksheet: 'Worksheet',
  both: 'Worksheet',
  key: 'Answer key',
};

/** As a string of CSS: every character that is no letter or digit by its number, so that none of them ends it. */
function cssString(text: string): string {
  const escaped = [...text].map((c) =>
    /[\p{L}\p{N} ]/u.test(c) ? c : `\\${(c.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}

/** Margins, and the heads and feet that a browser sets by itself; where it cannot, it leaves them out. */
export function pageRules(title: string, kind: PrintKind, paper: Paper): string {
  const look = 'font: 8.5pt system-ui, sans-serif; color: #5b6675;';
  return `
    @page {
      ${SIZES[paper]}
      margin: 17mm 15mm 16mm;
      @top-left { content: ${cssString(title)}; ${look} }
      @top-right { content: ${cssString(KIND_NAMES[kind])}; ${look} }
      @bottom-right { content: counter(page) " / " counter(pages); ${look} }
      @bottom-left { content: "Backstep"; ${look} }
    }
    @page key { @top-right { content: "Answer key"; ${look} } }
    @page :first { @top-left { content: none; } @top-right { content: none; } }`;
}
