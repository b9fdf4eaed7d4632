// Parts that cannot be loaded make the browser complain, so this journey goes without the watch for complaints.
import { expect, test } from '@playwright/test';
import { pageOf } from './support/backstep';

test('a part that cannot be loaded says so, and the rest of the page goes on', async ({ page }) => {
  const backstep = pageOf(page);
  await page.route(/ShapesPanel/, (route) => route.abort());
  await backstep.open('s1-relu2-softmax-cce');
  await page.getByRole('tab', { name: 'Shapes' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible();
  await page.keyboard.press('Escape');
  await backstep.button('Next step').click();
  await backstep.atStep(2);
  await page.getByRole('tab', { name: 'Numbers' }).click();
  await expect(backstep.cell('W1[0,0]')).toBeVisible();
});
