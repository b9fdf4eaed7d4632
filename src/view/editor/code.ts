import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
  moveCompletionSelection,
  selectedCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, Prec } from '@codemirror/state';
import {
  type Command,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import { LIMITS } from '../../problem';
import { completionsFrom, type KnownName } from './complete';
import { highlighting, language } from './language';
import { look } from './look';
import type { Range } from './place';

export interface CodeOptions {
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onBlur: () => void;
  readonly onReference: () => void;
  /** A paste or a key that would make the text longer than a program may be. */
  readonly onTooLong: (length: number) => void;
  readonly known: () => readonly KnownName[];
}

export interface Code {
  /** Replaces the text by one that was not typed here. */
  set(text: string): void;
  mark(faults: readonly { readonly range: Range; readonly message: string }[]): void;
  focus(): void;
  goTo(offset: number): void;
  selectAll(): void;
  destroy(): void;
}

/**
 * Typing over a selection is done here: the browser would carry the style of what it deletes into the new text, as an
 * inline style, which the page's policy forbids.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const { data, inputType, isComposing } = event;
    if (empty || inputType !== 'insertText' || !data || isComposing) return false;
    event.preventDefault();
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), {
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
    return true;
  },
});

/** Tab takes what is offered, the first where none is chosen; else it leaves the editor, as everywhere. */
const takeOffered: Command = (view) => {
  if (completionStatus(view.state) !== 'active') return false;
  if (selectedCompletion(view.state) === null) moveCompletionSelection(true)(view);
  return acceptCompletion(view);
};

const fromOutside = Annotation.define<true>();

/**
 * CodeMirror in a shadow root: there its styles are adopted sheets, which the page's policy allows, while `<style>`
 * elements in the document are not.
 */
export function createCode(host: HTMLElement, options: CodeOptions): Code {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const parent = document.createElement('div');
  parent.style.height = '100%';
  const tips = document.createElement('div');
  root.replaceChildren(parent, tips);

  const state = EditorState.create({
    doc: options.text,
    extensions: [
      EditorState.changeFilter.of((transaction) => {
        const { length } = transaction.newDoc;
        if (length <= LIMITS.program || transaction.annotation(fromOutside)) return true;
        options.onTooLong(length);
        return false;
      }),
      lineNumbers(),
      highlightSpecialChars(),
      history(),
      typedOver,
      drawSelection(),
      EditorView.lineWrapping,
      language,
      syntaxHighlighting(highlighting),
      bracketMatching(),
      closeBrackets(),
      // Enter ends a line, so nothing is chosen before somebody chooses.
      autocompletion({
        override: [completionsFrom(options.known)],
        icons: false,
        selectOnOpen: false,
        interactionDelay: 0,
      }),
      tooltips({
        position: 'absolute',
        parent: tips,
        tooltipSpace: () => (host.closest('section') ?? host).getBoundingClientRect(),
      }),
      Prec.highest(
        keymap.of([
          { key: 'F1', run: asCommand(options.onReference) },
          { key: 'Mod-/', run: asCommand(options.onReference) },
          { key: 'Tab', run: takeOffered },
        ]),
      ),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.contentAttributes.of({
        'aria-label': 'Program',
        'aria-describedby': 'editor-keys',
        autocorrect: 'off',
        autocapitalize: 'off',
        spellcheck: 'false',
      }),
      EditorView.updateListener.of((update) => {
        const outside = update.transactions.some((each) => each.annotation(fromOutside));
        if (update.docChanged && !outside) options.onType(update.state.doc.toString());
        if (update.focusChanged && !update.view.hasFocus) options.onBlur();
      }),
      look,
    ],
  });
  const view = new EditorView({ state, parent, root });

  return {
    set(text) {
      if (view.state.doc.toString() === text) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: fromOutside.of(true),
      });
    },
    mark(faults) {
      const { length } = view.state.doc;
      const diagnostics = faults.map(({ range, message }) => ({
        from: Math.min(range.from, length),
        to: Math.min(range.to, length),
        severity: 'error' as const,
        message,
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    focus: () => view.focus(),
    goTo(offset) {
      const anchor = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
    selectAll() {
      view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function asCommand(run: () => void) {
  return () => {
    run();
    return true;
  };
}
