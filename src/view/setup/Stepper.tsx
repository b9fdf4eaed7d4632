import { type ReactNode, useId } from 'react';
import { IconButton } from '../controls/icons';
import { numberOf, useDraft } from './useDraft';

interface Props {
  /** What is counted: `units of hidden 1`. */
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number from 1, by buttons or typed. */
export function Stepper({ name, value, onChange }: Props): ReactNode {
  const id = useId();
  const field = useDraft(value, (text) => {
    const typed = numberOf(text);
    if (typed !== value) onChange(typed);
  });
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
      <input id={id} inputMode="numeric" {...field} />
      <IconButton icon="plus" name={`More ${name}`} onClick={() => onChange(value + 1)} />
    </span>
  );
}
