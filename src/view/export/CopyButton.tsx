import type { ReactNode } from 'react';
import { Icon } from '../controls/icons';
import { copyText } from './clipboard';
import './export.css';

interface Props {
  /** `the chain`: what is copied, for its name. */
  readonly what: string;
  readonly text: () => string;
}

/** At the row it belongs to; seen when the row is pointed at or has the focus, and always where there is no pointer. */
export function CopyButton({ what, text }: Props): ReactNode {
  const name = `Copy ${what} as LaTeX`;
  return (
    <button
      type="button"
      className="copy-button"
      aria-label={name}
      title={name}
      onClick={() => void copyText(text(), 'LaTeX')}
    >
      <Icon name="copy" />
    </button>
  );
}
