import type { Page } from '@playwright/test';
import { pageOf } from './backstep';
import { expect } from './page';

export const PROGRAM = 's0-p3-2-tanh-sigmoid';

export async function openEditor(page: Page, id = PROGRAM) {
  const backstep = pageOf(page);
  await backstep.open(id);
  const box = page.getByRole('textbox', { name: 'Program', exact: true });
  const editor = {
    box,
    fault: backstep.network.getByRole('status').filter({ hasText: /./ }),
    bar: backstep.network.getByText('what you see is the last version that worked'),
    names: page.getByRole('region', { name: 'Names', exact: true }),
    /** Replaces all of the text, key by key. */
    async write(text: string) {
      await box.focus();
      await page.keyboard.press('Control+a');
      for (const [i, line] of text.split('\n').entries()) {
        if (i > 0) await page.keyboard.press('Enter');
        await page.keyboard.insertText(line);
      }
    },
  };
  return { backstep, editor };
}

export async function openProgram(page: Page, id = PROGRAM) {
  const opened = await openEditor(page, id);
  await opened.backstep.button('Edit program').click();
  await expect(opened.editor.box).toBeFocused();
  return opened;
}
