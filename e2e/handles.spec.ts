import { axe } from './support/axe';
import { numberIn, pageOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

test('layers and units are added and removed at their headings, each as one step of undo', async ({
  page,
}) => {
  const { open, network, numbers, button, cell } = pageOf(page);
  await open(ID);
  const handles = network.getByRole('toolbar', { name: 'Layers and units' });
  const handle = (name: string) => handles.getByRole('button', { name, exact: true });
  await network.hover({ position: { x: 30, y: 200 } });
  await expect(handle('Add a unit to layer 1')).toBeAttached();

  // The heading uncovers its handles under the pointer.
  const heading = network.locator('.heading.name', { hasText: 'hidden 1' });
  const box = await heading.boundingBox();
  if (!box) throw new Error('no heading');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await handle('Add a unit to layer 1').click();
  await expect(cell('W1[4,0]')).toBeAttached();
  await expect(cell('W2[0,4]')).toBeAttached();
  // What fitted is kept.
  expect(await numberIn(cell('W1[0,0]'))).toBe(-0.7);
  expect((await axe(page).include('.network').analyze()).violations).toEqual([]);
  await button('Undo').click();
  await expect(cell('W1[4,0]')).toHaveCount(0);

  // By key they are one stop, and the arrows walk; the steps stay where they are.
  await handle('Remove a unit from the input').focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await expect(handle('Add a layer after the input')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(numbers.locator('[data-quantity="W4"]').first()).toBeAttached();
  await expect(handle('Remove layer 3')).toBeAttached();
  await page.keyboard.press('End');
  await expect(handle('Add a unit to layer 4')).toBeFocused();
  await pageOf(page).atStep(1);
  await handle('Remove layer 3').focus();
  await page.keyboard.press('Enter');
  await expect(numbers.locator('[data-quantity="W4"]')).toHaveCount(0);
  // Its button has gone with it; the focus stays with the layer.
  await expect(handle('Remove a unit from layer 3')).toBeFocused();
  await button('Undo').click();
  await button('Undo').click();
  await expect.poll(() => numberIn(cell('W1[0,0]'))).toBe(-0.7);
  await expect(cell('W1[4,0]')).toHaveCount(0);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the handles are opened by a touch and are large', async ({ page }) => {
    const { open, network, cell } = pageOf(page);
    await open(ID);
    await network.getByRole('button', { name: 'Change layer 2' }).tap();
    const more = network.getByRole('button', { name: 'Add a unit to layer 2' });
    const box = await more.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(43.9);
    await more.tap();
    await expect(cell('W2[3,0]')).toBeAttached();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});
