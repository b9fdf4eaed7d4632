import { createStore } from 'zustand/vanilla';
import { placeOf } from '../../engine';
import { type Problem, tensorOf } from '../../problem';

/** One number of the problem, and where on the page its field is opened. */
export interface EdgeEdit {
  readonly name: string;
  readonly row: number;
  readonly col: number;
  readonly x: number;
  readonly y: number;
}

export const edgeEdit = createStore<{ readonly edit: EdgeEdit | null }>()(() => ({ edit: null }));

function isIn(problem: Problem, name: string, row: number, col: number): boolean {
  const tensor = tensorOf(problem.parameters, name) ?? tensorOf(problem.data, name);
  if (tensor === undefined) return false;
  return typeof tensor === 'number' ? row + col === 0 : tensor[row]?.[col] !== undefined;
}

/** The number behind an entry of the diagram: a gradient or a new weight stands for the weight itself. */
export function editableAt(
  problem: Problem,
  entry: string,
): Pick<EdgeEdit, 'name' | 'row' | 'col'> | undefined {
  const place = placeOf(entry);
  if (!place) return undefined;
  const { quantity: written, row, col } = place;
  const names = [written, written.replace(/^d/, ''), written.replace(/_new$/, '')];
  const name = names.find((each) => isIn(problem, each, row, col));
  return name === undefined ? undefined : { name, row, col };
}

/** Opens a field at the place of an edge, a bias or an input; false where the entry cannot be edited. */
export function startEdgeEdit(
  problem: Problem,
  entry: string,
  at: { readonly x: number; readonly y: number },
): boolean {
  const number = editableAt(problem, entry);
  if (!number) return false;
  edgeEdit.setState({ edit: { ...number, x: at.x, y: at.y } });
  return true;
}

export function endEdgeEdit(): void {
  edgeEdit.setState({ edit: null });
}
