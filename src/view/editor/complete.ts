import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippetCompletion,
} from '@codemirror/autocomplete';
import { FUNCTION_WORDS } from '../../compile/functionWords';

/** A name that may be used here, and what it stands for: `data, 2×1`. */
export interface KnownName {
  readonly name: string;
  readonly detail: string;
}

const functions: readonly Completion[] = [...FUNCTION_WORDS].map(([label, { signature, words }]) =>
  snippetCompletion(`${label}(\${})`, {
    label,
    detail: signature.slice(label.length),
    info: words,
    type: 'function',
  }),
);

const DEFINITION = /^[ \t]*([A-Za-z][A-Za-z0-9_]*)[ \t]*=/gm;

/** Names of the lines above, data and parameters, functions. Not in a comment, nor where a line gets its name. */
export function completionsFrom(known: () => readonly KnownName[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[A-Za-z][A-Za-z0-9_]*/);
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    if (before.includes('#') || !before.includes('=')) return null;
    // One letter is a name more often than the beginning of one.
    const isShort = (word?.text.length ?? 0) < 2;
    if (isShort && !context.explicit) return null;
    const above = context.state.sliceDoc(0, line.from);
    const defined = [...above.matchAll(DEFINITION)].map(
      ([, name = '']): Completion => ({
        label: name,
        detail: 'a line above',
        type: 'variable',
        boost: 2,
      }),
    );
    const given = known().map(
      ({ name, detail }): Completion => ({ label: name, detail, type: 'variable', boost: 1 }),
    );
    const typed = word?.text ?? '';
    const options = [...defined, ...given, ...functions].filter(({ label }) => label !== typed);
    return { from: word?.from ?? context.pos, options, validFor: /^[A-Za-z0-9_]*$/ };
  };
}
