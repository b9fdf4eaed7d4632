import { type ReactNode, useId, useState } from 'react';
import { IconButton } from '../controls/icons';

interface Props {
  /** What is counted: `units of hidden 1`. */
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number from 1, by buttons or typed. */
export function Stepper({ name, value, onChange }: Props): ReactNode {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    const typed = draft === null ? value : Number(draft);
    setDraft(null);
    if (typed !== value) onChange(draft?.trim() === '' ? Number.NaN : typed);
  };
  return (
    <span className="stepper">
      <IconButton
        icon="minus"
        name={`Fewer ${name}`}
        disabled={value <= 1}
        onClick={() => onChange(value - 1)}
      />
      <label htmlFor={id} className="sr-only">
        {`Number of ${name}`}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
      <IconButton icon="plus" name={`More ${name}`} onClick={() => onChange(value + 1)} />
    </span>
  );
}
