import type { ReactNode } from 'react';
import { MATRIX_FORMATS, matrixText } from '../../derive';
import type { Matrix } from '../../engine';
import { Icon } from '../controls/icons';
import { copyText } from './clipboard';
import { Menu } from './Menu';

interface Props {
  /** How the quantity is said. */
  readonly name: string;
  readonly matrix: Matrix;
  readonly decimals: number;
  readonly isStop: boolean;
}

/** A matrix taken along from its card. */
export function CardMenu({ name, matrix, decimals, isStop }: Props): ReactNode {
  const items = MATRIX_FORMATS.map((format) => ({
    label: `Copy as ${format}`,
    run: () => void copyText(matrixText(matrix, format, decimals), format),
  }));
  return (
    <Menu label={`Copy ${name}`} className="copy-button" items={items} isStop={isStop}>
      <Icon name="more" />
    </Menu>
  );
}
