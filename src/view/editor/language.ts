import { HighlightStyle, StreamLanguage, type StreamParser } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { FUNCTION_WORDS } from '../../compile/functionWords';

const NAME = /^[A-Za-z][A-Za-z0-9_]*/;
const NUMBER = /^(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/;
const OPERATOR = /^(?:\.[*/^]|[-+*/^'=])/;

/** Colours alone; what is right or wrong is said by the compiler. */
const parser: StreamParser<null> = {
  name: 'backstep',
  startState: () => null,
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match('#')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match(NUMBER)) return 'number';
    const name = stream.match(NAME);
    if (name && typeof name === 'object') {
      if (stream.match(/^\s*=/, false)) return 'definition';
      return FUNCTION_WORDS.has(name[0]) ? 'function' : 'variable';
    }
    if (stream.match(OPERATOR)) return 'operator';
    if (stream.match(/^[()]/)) return 'bracket';
    stream.next();
    return null;
  },
  tokenTable: {
    definition: tags.definition(tags.variableName),
    function: tags.function(tags.variableName),
    variable: tags.variableName,
  },
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['('] } },
};

export const language = StreamLanguage.define(parser);

export const highlighting = HighlightStyle.define([
  { tag: tags.definition(tags.variableName), color: 'var(--ink)', fontWeight: '700' },
  { tag: tags.function(tags.variableName), color: 'var(--forward)' },
  { tag: tags.number, color: 'var(--update)' },
  { tag: tags.operator, color: 'var(--soft)' },
  { tag: tags.bracket, color: 'var(--soft)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
]);
