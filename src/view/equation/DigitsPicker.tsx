import type { ReactNode } from 'react';
import { Select } from '../controls/Select';
import { useDecimals } from '../hooks';
import { preferences } from '../preferences';

const DIGITS = [2, 3, 4, 5, 6, 7, 8];

/** Digits after the point, in equation and cards alike. */
export function DigitsPicker(): ReactNode {
  const decimals = useDecimals();
  return (
    <Select
      label="Digits"
      className="digits"
      value={String(decimals)}
      onChange={(value) => preferences.setState({ decimals: Number(value) })}
    >
      {DIGITS.map((digits) => (
        <option key={digits} value={digits}>
          {digits}
        </option>
      ))}
    </Select>
  );
}
