/** The end of the group whose brace stands at `from`, one beyond its closing brace. */
export function endOfGroup(tex: string, from: number): number {
  let depth = 0;
  for (let i = from; i < tex.length; i++) {
    if (tex[i] === '\\') i++;
    else if (tex[i] === '{') depth++;
    else if (tex[i] === '}' && --depth === 0) return i + 1;
  }
  return tex.length;
}

const COMMAND = /\\(?:[A-Za-z]+|.)/y;

/** The command that stands at `at`, or nothing. */
export function commandAt(tex: string, at: number): string {
  COMMAND.lastIndex = at;
  return COMMAND.exec(tex)?.[0] ?? '';
}

/** How many groups in braces a command takes. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  '\\frac': 2,
  '\\htmlData': 2,
  '\\sqrt': 1,
  '\\hat': 1,
  '\\dot': 1,
  '\\bar': 1,
  '\\tilde': 1,
  '\\mathrm': 1,
  '\\mathbf': 1,
  '\\mathcal': 1,
  '\\operatorname': 1,
  '\\text': 1,
};

export function afterSpace(tex: string, at: number): number {
  let i = at;
  while (tex[i] === ' ') i++;
  return i;
}

/** One beyond a sign, a group or a command with its arguments, without what is raised or lowered beside it. */
export function endOfSign(tex: string, from: number): number {
  const at = afterSpace(tex, from);
  if (tex[at] === '{') return endOfGroup(tex, at);
  const command = commandAt(tex, at);
  if (command === '') return at + 1;
  if (command === '\\begin') {
    const name = tex.slice(at + command.length, endOfGroup(tex, at + command.length));
    const end = tex.indexOf(`\\end${name}`, at);
    return end < 0 ? tex.length : end + `\\end${name}`.length;
  }
  let end = at + command.length;
  for (let i = ARGUMENTS[command] ?? 0; i > 0; i--) end = endOfSign(tex, end);
  return end;
}

/** What is raised, lowered or primed at `at`: where each part begins and ends. */
export function scriptsAt(tex: string, at: number): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  for (let end = at; /[\^_']/.test(tex[end] ?? ''); ) {
    const next = tex[end] === "'" ? end + 1 : endOfSign(tex, end + 1);
    parts.push([end, next]);
    end = next;
  }
  return parts;
}

/** One beyond the sign that stands at `at`, with its arguments and all that is raised or lowered beside it. */
export function endOfAtom(tex: string, at: number): number {
  const end = endOfSign(tex, at);
  return scriptsAt(tex, end).at(-1)?.[1] ?? end;
}
