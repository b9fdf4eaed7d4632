/** The index of the brace that closes the one at `open`. */
function closing(tex: string, open: number): number {
  let depth = 0;
  for (let i = open; i < tex.length; i++) {
    if (tex[i] === '\\') i++;
    else if (tex[i] === '{') depth++;
    else if (tex[i] === '}' && --depth === 0) return i;
  }
  return tex.length;
}

/** The end of what a script applies to, from the character after `^` or `_`. */
function argumentEnd(tex: string, start: number): number {
  if (tex[start] === '{') return closing(tex, start) + 1;
  const command = /^\\[a-zA-Z]+/.exec(tex.slice(start));
  return start + (command?.[0].length ?? 1);
}

/** Scripts of scripts as large as scripts; the typesetter's third size cannot be read from far away. */
function flattened(tex: string, isScript: boolean): string {
  let out = '';
  let i = 0;
  while (i < tex.length) {
    const char = tex[i] as string;
    if (char === '\\') {
      const [command = '\\'] = /^\\(?:[a-zA-Z]+|.)/s.exec(tex.slice(i)) ?? [];
      out += command;
      i += command.length;
      // Names and lengths are no mathematics.
      const plain = command === '\\htmlData' || command === '\\begin' || command === '\\end';
      if (plain && tex[i] === '{') {
        const end = closing(tex, i) + 1;
        out += tex.slice(i, end);
        i = end;
      }
    } else if (char === '^' || char === '_') {
      const end = argumentEnd(tex, i + 1);
      const argument = tex.slice(i + 1, end);
      const inner = argument.startsWith('{') ? argument.slice(1, -1) : argument;
      out += `${char}{${isScript ? '\\scriptstyle ' : ''}${flattened(inner, true)}}`;
      i = end;
    } else {
      out += char;
      i += 1;
    }
  }
  return out;
}

const BRACE = '\\underbrace';

/** The name under a brace as large as what is above it. */
function namedBraces(tex: string): string {
  let out = '';
  let from = 0;
  for (let at = tex.indexOf(BRACE); at >= 0; at = tex.indexOf(BRACE, from)) {
    const end = closing(tex, at + BRACE.length) + 1;
    const content = namedBraces(tex.slice(at + BRACE.length + 1, end - 1));
    out += `${tex.slice(from, at)}${BRACE}{${content}}`;
    from = end;
    if (!tex.startsWith('_{', end)) continue;
    const close = closing(tex, end + 1);
    out += `_{\\textstyle ${tex.slice(end + 2, close)}}`;
    from = close + 1;
  }
  return out + tex.slice(from);
}

/** The same formula with nothing smaller than a first script, and every fraction in full size. */
export function legibleTex(tex: string): string {
  return namedBraces(flattened(tex, false)).replace(/\\[tc]?frac\b/g, '\\dfrac');
}
