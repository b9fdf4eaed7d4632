import type { HeadingPlace } from '../../diagram';
import type { ArchitectureEdit } from '../../problem';
import type { IconName } from '../controls/icons';

/** A button at the heading of a layer. */
export interface Handle {
  readonly name: string;
  readonly icon: IconName;
  readonly edit: ArchitectureEdit;
  readonly isDisabled: boolean;
}

/** What can be done to a layer; the input can lose no layer, and after the output there is none. */
export interface Handles {
  /** `layer 2` */
  readonly name: string;
  readonly fewer: Handle;
  readonly more: Handle;
  readonly layers: readonly Handle[];
}

export function handlesOf({ layer, units }: HeadingPlace, last: number): Handles {
  const name = layer === 0 ? 'the input' : `layer ${layer}`;
  const handle = (does: string, icon: IconName, edit: ArchitectureEdit): Handle => ({
    name: `${does} ${name}`,
    icon,
    edit,
    isDisabled: edit.kind === 'units' && edit.units < 1,
  });
  const after = handle('Add a layer after', 'layerAfter', { kind: 'add-layer', before: layer + 1 });
  const remove = handle('Remove', 'close', { kind: 'remove-layer', layer });
  return {
    name,
    fewer: handle('Remove a unit from', 'minus', { kind: 'units', layer, units: units - 1 }),
    more: handle('Add a unit to', 'plus', { kind: 'units', layer, units: units + 1 }),
    layers: [...(layer < last ? [after] : []), ...(layer > 0 && layer < last ? [remove] : [])],
  };
}
