import type { ReactNode } from 'react';
import { Select } from './Select';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly onChoose: (value: T) => void;
  /** Its label is for screen readers only. */
  readonly quiet?: boolean;
  readonly className?: string;
}

/** One of a fixed set, each under its label. */
export function Choice<T extends string>(props: Props<T>): ReactNode {
  const { options, labels, onChoose, ...select } = props;
  return (
    <Select
      {...select}
      onChange={(text) => {
        const chosen = options.find((option) => option === text);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {labels[option]}
        </option>
      ))}
    </Select>
  );
}
