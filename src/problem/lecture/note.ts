/** What a note may quote of the pass; undefined where there is nothing of that name. */
export interface NoteReader {
  /** `dW2`, and the entry in it; without one the quantity is a single number. */
  number(
    quantity: string,
    entry: readonly [row: number, col: number] | undefined,
  ): string | undefined;
  /** `3×4` */
  shape(quantity: string): string | undefined;
}

const QUOTED = /\{(shape )?([A-Za-z]\w{0,63})(?:\[(\d{1,7}),\s*(\d{1,7})\])?\}/g;

/**
 * A note with the numbers of the pass in it: `{J}`, `{dW2[0,1]}` (row and column from 0), `{W1_new[0,0]}`,
 * `{J_new}` for the loss after the update, `{shape dW2}`. Braces around anything else stay as they are.
 */
export function fillNote(note: string, { number, shape }: NoteReader): string {
  return note.replace(QUOTED, (whole, isShape, quantity: string, row?: string, col?: string) => {
    const entry = row === undefined ? undefined : ([Number(row), Number(col)] as const);
    const found =
      isShape && !entry ? shape(quantity) : isShape ? undefined : number(quantity, entry);
    return found ?? whole;
  });
}

/** The quotations in a note, as they are written. */
export function quotedIn(note: string): readonly string[] {
  return [...note.matchAll(QUOTED)].map(([whole]) => whole);
}
