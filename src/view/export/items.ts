import type { Backstep } from '../../store';
import { say } from '../notice/messages';
import type { ExportId } from './produce';

export interface ExportItem {
  readonly id: ExportId;
  readonly label: string;
}

/** What can be taken along; the menu and the command palette show the same. */
export const exportItems: readonly ExportItem[] = [
  { id: 'print', label: 'Print…' },
  { id: 'derivation-copy', label: 'Copy the derivation as LaTeX' },
  { id: 'derivation-save', label: 'Save the derivation as LaTeX' },
  { id: 'gradient-copy', label: 'Copy this gradient line by line as LaTeX' },
  { id: 'numpy-copy', label: 'Copy the NumPy program' },
  { id: 'numpy-save', label: 'Save the NumPy program' },
  { id: 'pytorch-copy', label: 'Copy the PyTorch program' },
  { id: 'pytorch-save', label: 'Save the PyTorch program' },
  { id: 'diagram-svg', label: 'Save the diagram as SVG' },
  { id: 'diagram-png', label: 'Save the diagram as PNG' },
];

/** What makes the files comes with the first of them. */
export function runExport(id: ExportId, backstep: Backstep): void {
  if (!backstep.store.getState().shown) {
    say('There is nothing to export yet. Open a problem first.');
    return;
  }
  import('./produce').then(
    ({ produce }) => void produce[id](backstep),
    () => say('This part of the page could not be loaded. Check the connection and try again.'),
  );
}
