import type { ReactNode } from 'react';
import type { Loss } from '../../problem';
import { Select } from '../controls/Select';

interface Props {
  readonly loss: Loss;
  readonly onChange: (change: Pick<Loss, 'scale'>) => void;
}

/** What the loss is multiplied by. */
export function LossFactor({ loss, onChange }: Props): ReactNode {
  return (
    <Select
      label="Factor in front"
      value={String(loss.scale)}
      onChange={(value) => onChange({ scale: value === '0.5' ? 0.5 : 1 })}
    >
      <option value="1">1</option>
      <option value="0.5">½</option>
    </Select>
  );
}
