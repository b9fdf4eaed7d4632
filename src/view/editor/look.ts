import { EditorView } from '@codemirror/view';

/** Inside the shadow root the page's style sheets do not reach; its colours do. */
export const look = EditorView.theme({
  '&.cm-editor': {
    height: '100%',
    color: 'var(--ink)',
    backgroundColor: 'var(--card)',
    fontSize: '0.95em',
  },
  '&.cm-editor.cm-focused': { outline: '2px solid var(--forward)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--code)', lineHeight: '1.65', overflow: 'auto' },
  '.cm-content': { padding: '0.5em 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.8em 0 0.5em' },
  '.cm-gutters': { color: 'var(--soft)', backgroundColor: 'transparent', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2em', padding: '0 0.3em 0 0.5em' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'color-mix(in srgb, var(--forward) 26%, transparent)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--forward) 18%, transparent)',
    outline: '1px solid color-mix(in srgb, var(--forward) 45%, transparent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--wrong-ground)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--wrong) 1.5px',
    textUnderlineOffset: '0.25em',
    textDecorationSkipInk: 'none',
  },
  '.cm-tooltip': {
    border: '1px solid var(--rule)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: '0 6px 20px color-mix(in srgb, black 16%, transparent)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--code)', maxHeight: '11em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.2em 0.6em', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--forward)',
    color: 'var(--on-accent)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.75' },
  '.cm-tooltip.cm-completionInfo': {
    padding: '0.4em 0.7em',
    maxWidth: '18em',
    fontFamily: 'var(--words)',
  },
  '.cm-diagnostic': { padding: '0.4em 0.7em', maxWidth: '26em', fontFamily: 'var(--words)' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--wrong)' },
});
