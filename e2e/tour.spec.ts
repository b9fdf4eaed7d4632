import { pageOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

test('a first visit is offered a tour that stands in nobody’s way and comes once', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open();
  const tour = page.getByRole('complementary', { name: 'Tour' });
  await expect(tour).toContainText('1 of 5');
  await page.keyboard.press('ArrowRight');
  await backstep.atStep(2);
  await backstep.button('Next step').click();
  await backstep.atStep(3);
  for (let stop = 2; stop <= 5; stop++) {
    await tour.getByRole('button', { name: 'Continue' }).click();
    await expect(tour).toContainText(`${stop} of 5`);
    await expect(page.locator('[data-toured]')).toHaveCount(1);
  }
  await tour.getByRole('button', { name: 'Done' }).click();
  await expect(tour).toHaveCount(0);
  await page.goto('./');
  await backstep.atStep(3);
  await expect(tour).toHaveCount(0);
  // From the help it can be taken again, and left with Escape.
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Show the tour' }).click();
  await expect(tour).toContainText('1 of 5');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
});

test('whoever comes with a link or a problem’s name sees no tour', async ({ page }) => {
  await pageOf(page).open(ID);
  await expect(page.getByRole('complementary', { name: 'Tour' })).toHaveCount(0);
});

for (const [width, height] of [
  [1280, 720],
  [1440, 900],
  [390, 844],
] as const) {
  test(`at ${width}×${height} the tour covers no button of the steps`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await pageOf(page).open();
    const tour = page.getByRole('complementary', { name: 'Tour' });
    const steps = await pageOf(page).steps.boundingBox();
    for (let stop = 1; stop <= 5; stop++) {
      await expect(tour).toContainText(`${stop} of 5`);
      const card = await tour.boundingBox();
      if (!card || !steps) throw new Error('Both must be seen.');
      const apart = card.y >= steps.y + steps.height || card.y + card.height <= steps.y;
      expect(apart).toBe(true);
      expect(card.x).toBeGreaterThanOrEqual(0);
      expect(card.x + card.width).toBeLessThanOrEqual(width);
      if (stop < 5) await tour.getByRole('button', { name: 'Continue' }).click();
    }
    await tour.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  });
}
