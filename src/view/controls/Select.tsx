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
  /** Pointed at or reached by key: something may be chosen soon. */
  readonly onNear?: () => void;
}

/** A native list: it is known to everybody, works by key, and a phone shows its own. */
export function Select(props: Props): ReactNode {
  const { label, value, onChange, children, quiet = false, className = '', onNear } = props;
  const id = useId();
  return (
    <span className={`select ${className}`}>
      <label htmlFor={id} className={quiet ? 'sr-only' : 'select-label'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onPointerEnter={onNear}
        onFocus={onNear}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
      <span className="select-ring" />
    </span>
  );
}
