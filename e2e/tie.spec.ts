import { pageOf } from './support/backstep';
import { expect, test } from './support/page';
import { laidAnew, tieOf } from './support/tie';

test.use({ viewport: { width: 1280, height: 720 }, reducedMotion: 'no-preference' });

test('the line ends where the drawing has come to rest', async ({ page }) => {
  await page.goto('./?lecture=take-home&stop=1');
  await pageOf(page).equation.getByText('step 1 of').waitFor();
  await page.keyboard.press('p');
  for (const title of ['One unit', 'ReLU', 'The same again']) {
    while (!(await page.locator('.stage-title').innerText()).includes(title))
      await page.keyboard.press('PageDown');
    await expect.poll(async () => (await tieOf(page))?.d, title).toBeTruthy();
    const before = (await tieOf(page))?.d;
    await expect(page.locator('.stage-drawing svg[data-moves]')).toHaveCount(0);
    // Laid anew now that all is at rest, it lies where it lay.
    await laidAnew(page);
    expect((await tieOf(page))?.d, title).toBe(before);
  }
});
