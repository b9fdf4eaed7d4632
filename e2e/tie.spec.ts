import { pageOf } from './support/backstep';
import { expect, test } from './support/page';
import { laidAnew, tieOf } from './support/tie';

test.use({ viewport: { width: 1280, height: 720 }, reducedMotion: 'no-preference' });

test('the line ends where the drawing has come to rest', async ({ page }) => {
  await page.goto('./?lecture=take-home&stop=1');
  await pageOf(page).equation.getByText('step 1 of').waitFor();
  await page.keyboard.press('p');
  const drawn = async () => (await tieOf(page))?.d;
  for (const title of ['One unit', 'ReLU', 'The same again']) {
    let last: string | null | undefined;
    while (!(await page.locator('.stage-title').innerText()).includes(title)) {
      last = await drawn();
      await page.keyboard.press('PageDown');
    }
    // Not the line of the step before, which may still be there.
    await expect.poll(async () => (await drawn()) ?? last, title).not.toBe(last);
    await expect(page.locator('.stage-drawing svg[data-moves]')).toHaveCount(0);
    const before = await drawn();
    // Laid anew now that all is at rest, it lies where it lay.
    await laidAnew(page);
    expect(await drawn(), title).toBe(before);
  }
});
