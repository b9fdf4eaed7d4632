import type { ReactNode } from 'react';
import { useBackstep } from '../hooks';
import { exportItems, runExport } from './items';
import { Menu } from './Menu';

/** Everything that can be taken along. */
export function ExportMenu(): ReactNode {
  const backstep = useBackstep();
  const items = exportItems.map(({ id, label }) => ({
    label,
    run: () => runExport(id, backstep),
  }));
  return (
    <Menu label="Export" className="button plain" items={items}>
      Export
    </Menu>
  );
}
