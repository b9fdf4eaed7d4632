import { describe, expect, it, vi } from 'vitest';
import { subjectOf } from './depth';
import { pageForEach } from './page.testing';

describe('the entry that is looked at', () => {
  const page = pageForEach('s1-relu2-softmax-cce');
  const subject = () => {
    const found = subjectOf(page.state());
    return found && [found.quantity.id, found.row, found.col];
  };

  it('is the first of what the step writes, of the example looked at', () => {
    expect(subject()).toEqual(['Z1', 0, 0]);
    page.actions.setExample(2);
    expect(subject()).toEqual(['Z1', 0, 2]);
  });

  it('is what was chosen, and choosing goes down from the whole layer', () => {
    page.actions.select('W2', 1, 3);
    expect(subject()).toEqual(['W2', 1, 3]);
    expect(page.state().depth).toBe('entry');
    page.actions.setDepth('path');
    page.actions.select('W2', 0, 0);
    expect(page.state().depth).toBe('path');
  });

  it('follows the walk at the same place, as far as there is one', () => {
    page.actions.select('Z1', 3, 4);
    page.actions.next();
    expect(subject()).toEqual(['A1', 3, 4]);
    page.actions.next();
    expect(subject()).toEqual(['Z2', 2, 4]);
    page.actions.previous();
    page.actions.previous();
    expect(subject()).toEqual(['Z1', 3, 4]);
  });

  it('is of the example that is looked at, whichever of the two is changed', () => {
    page.actions.select('Z1', 3, 4);
    expect(page.state().settings.example).toBe(4);
    page.actions.setExample(1);
    expect(subject()).toEqual(['Z1', 3, 1]);
    page.actions.next();
    expect(subject()).toEqual(['A1', 3, 1]);
  });

  it('has the unit of the weight that was chosen, and not its input for an example', () => {
    page.actions.last();
    page.actions.select('W1', 1, 2);
    page.actions.first();
    expect(subject()).toEqual(['Z1', 1, 0]);
    page.actions.goTo('backward:W1');
    expect(subject()).toEqual(['dW1', 1, 2]);
    page.actions.select('Z1', 3, 4);
    expect(subject()).toEqual(['Z1', 3, 4]);
    page.actions.goTo('update:W1');
    expect(subject()).toEqual(['W1_new', 3, 0]);
  });

  it.each([
    ['brackets-in-out', [2, 1], ['Z1', 1, 4]],
    ['parentheses-rows', [1, 2], ['Z1', 4, 1]],
  ] as const)('has them in the layout of %s', async (notation, [row, col], expected) => {
    page.actions.setNotation(notation);
    await vi.runAllTimersAsync();
    page.actions.last();
    page.actions.select('W1', row, col);
    page.actions.setExample(4);
    page.actions.first();
    expect(subject()).toEqual(expected);
  });

  it('cannot be an entry that is not there', () => {
    page.actions.select('W2', 9, 0);
    page.actions.select('nothing', 0, 0);
    expect(page.state().selection).toBeNull();
  });

  it('is let go first, then the depth', () => {
    page.actions.select('W2', 1, 3);
    page.actions.unselect();
    expect(page.state()).toMatchObject({ selection: null, depth: 'entry' });
    page.actions.unselect();
    expect(page.state().depth).toBe('layer');
  });

  it('stays through an edit of a number, and goes with its shape or its problem', async () => {
    page.actions.select('W2', 1, 3);
    page.actions.editEntry('W2', 0, 0, 0.5);
    await vi.runAllTimersAsync();
    expect(page.state().selection).toMatchObject({ quantity: 'W2', row: 1, col: 3 });
    // Turned to examples in rows W2 keeps its shape here, but Z1 does not.
    page.actions.select('Z1', 1, 3);
    page.actions.setNotation('parentheses-rows');
    await vi.runAllTimersAsync();
    expect(page.state().selection).toBeNull();
    page.actions.select('W2', 1, 3);
    await page.openLibrary('s3-linreg');
    expect(page.state().selection).toBeNull();
  });
});
