/**
 * Chromium loses the style of what `moveBefore`, which Preact prefers, moves in the same turn as it is changed: cards
 * kept the frame of another step. Inserted again they are drawn afresh.
 */
export function moveByInserting(): void {
  Reflect.deleteProperty(Element.prototype, 'moveBefore');
}
