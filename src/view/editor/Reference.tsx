import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { FUNCTION_WORDS } from '../../compile/functionWords';
import { IconButton } from '../controls/icons';
import './reference.css';

const RULES: readonly (readonly [code: string, words: string])[] = [
  ['z = w * x', 'a line names a quantity; the last one is minimised'],
  ['A * B', 'matrix product, or a number times a matrix'],
  ['A .* B', 'entry by entry; so are ./ and .^'],
  ['A + B', 'entry by entry; a row, a column or a number is repeated'],
  ['A / 4', 'divided by a number'],
  ['x ^ 2', 'a number to the power of a number'],
  ["A'", 'transpose'],
  ['f(Z)', 'each entry by itself, but for softmax, sum, mean and the norms'],
  ['# words', 'a remark'],
  ['a = 1; b = a', 'two lines in one'],
];

/** All of the language on half a page. */
export function Reference({ onClose }: { readonly onClose: () => void }): ReactNode {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const isOwn = event.key === 'Escape' || event.key === 'F1';
    if (!isOwn) return;
    event.preventDefault();
    onClose();
  };
  return (
    <section
      ref={panel}
      className="editor-reference"
      aria-label="Syntax"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <IconButton framed icon="close" name="Close the syntax" hint="Esc" onClick={onClose} />
      <dl>
        {[
          ...RULES,
          ...[...FUNCTION_WORDS.values()].map((f) => [f.signature, f.words] as const),
        ].map(([code, words]) => (
          <div key={code}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
