import { type ReactNode, useId } from 'react';
import './controls.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
  /** Its label is for screen readers only. */
  readonly quiet?: boolean;
  readonly className?: string;
}

/** A native list: it is known to everybody, works by key, and a phone shows its own. */
export function Select(props: Props): ReactNode {
  const { label, value, onChange, children, quiet = false, className = '' } = props;
  const id = useId();
  return (
    <span className={`select ${className}`}>
      <label htmlFor={id} className={quiet ? 'sr-only' : 'select-label'}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </span>
  );
}
