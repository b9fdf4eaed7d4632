import type { Page } from '@playwright/test';
import { notationOf, printingOf, ruleSpoken } from '../src/derive';
import { expectedOf, expectQuantity, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

/** The cards from left to right. */
const cardsAsSeen = (page: Page) =>
  pageOf(page)
    .numbers.locator('.card')
    .evaluateAll((cards) =>
      cards
        .map((card) => ({
          id: (card as HTMLElement).dataset.quantity,
          x: card.getBoundingClientRect().x,
        }))
        .sort((a, b) => a.x - b.x)
        .map(({ id }) => id),
    );

test('the page opens at the first step of the second handout’s network', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open();
  await expect(backstep.problem).toHaveValue(ID);
  await expect(backstep.equation).toContainText('step 1 of 23');
  await expect(backstep.equation).toContainText('the pre-activation of hidden layer 1');
});

test('the arrow key walks every derivative, and at each step all panels show the same', async ({
  page,
}) => {
  const backstep = pageOf(page);
  const expected = expectedOf(problemOf(ID));
  const printing = printingOf(expected.source.graph, notationOf(expected.problem.notation));
  await backstep.open(ID);
  for (const [i, step] of expected.steps.entries()) {
    await backstep.atStep(i + 1);
    await expect(backstep.equation).toContainText(step.title);
    await expect(backstep.equation).toContainText(step.words);
    await expect(backstep.equation.getByText(ruleSpoken(step, printing)).first()).toBeAttached();
    await expectQuantity(page, step.writes, expected);
    for (const read of step.reads) await expectQuantity(page, read, expected);
    const own = [...new Set([...step.reads, step.writes])];
    expect((await cardsAsSeen(page)).slice(0, own.length)).toEqual(own);
    await expect(
      backstep.network.locator(`[data-quantity="${step.writes}"]`).first(),
    ).toBeVisible();
    const current = backstep.steps.locator('[aria-current="step"]');
    await expect(current).toHaveAccessibleName(new RegExp(`^Step ${i + 1}:`));
    await page.keyboard.press('ArrowRight');
  }
  await backstep.atStep(expected.steps.length);
});

test('what is not computed yet is shown as not yet known', async ({ page }) => {
  const backstep = pageOf(page);
  const { steps } = expectedOf(problemOf(ID));
  await backstep.open(ID);
  for (const later of steps.slice(1).filter((s) => s.phase !== 'update')) {
    const cells = page.locator(`[data-cell^="${later.writes}["]`);
    await expect(cells.first()).toBeAttached();
    for (const label of await cells.evaluateAll((all) => all.map((c) => c.ariaLabel))) {
      expect(label).toMatch(/not computed yet/);
    }
  }
});

test('keys, buttons and the timeline all step', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('End');
  await backstep.atStep(23);
  await page.keyboard.press('Home');
  await backstep.atStep(1);
  await page.keyboard.press('PageDown');
  await backstep.atStep(2);
  await page.keyboard.press('PageUp');
  await backstep.atStep(1);
  await backstep.button('Next step').click();
  await backstep.atStep(2);
  await backstep.button('Last step').click();
  await backstep.atStep(23);
  await backstep.button('Previous step').click();
  await backstep.atStep(22);
  await backstep.button('First step').click();
  await backstep.atStep(1);
  await backstep.steps.getByRole('button', { name: /^Step 12:/ }).click();
  await backstep.atStep(12);
  await expect(backstep.equation).toContainText('the error of hidden layer 2');
});

test('fast keys lose no step', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowRight', { delay: 0 });
  await backstep.atStep(16);
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft', { delay: 0 });
  await backstep.atStep(11);
});

test('play walks by itself at the chosen speed, can be paused, and ends at the last step', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const speeds = page.getByRole('combobox', { name: 'Speed' });
  const values = await speeds
    .locator('option')
    .evaluateAll((o) => o.map((e) => e.getAttribute('value') ?? ''));
  await speeds.selectOption(values.at(-1) ?? '');
  await page.keyboard.press('End');
  await backstep.button('Previous step').click();
  await backstep.atStep(22);
  await backstep.button('Play').click();
  await backstep.atStep(23);
  await expect(backstep.button('Play')).toBeVisible();
  await backstep.button('Play').click();
  await expect(backstep.button('Pause')).toBeVisible();
  await backstep.button('Pause').click();
  await expect(backstep.button('Play')).toBeVisible();
});

test('pointing at a symbol, a unit, an edge or a card lights the quantity up everywhere', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  // By key, so that the focus that follows is one that is shown.
  for (let i = 1; i < 12; i++) await page.keyboard.press('ArrowRight');
  await backstep.atStep(12);
  const places = [backstep.equation, backstep.network, backstep.numbers];
  for (const from of places) {
    await from.locator('[data-quantity="W3"]').first().focus();
    for (const place of places) {
      await expect(place.locator('[data-quantity="W3"][data-lit]').first()).toBeAttached();
    }
    await expect(page.locator('[data-quantity="W1"][data-lit]')).toHaveCount(0);
  }
  await backstep.equation.locator('[data-quantity="Z2"]').first().hover();
  await expect(backstep.numbers.locator('[data-quantity="Z2"][data-lit]').first()).toBeAttached();
});

test('sheets in wait are out of reach of the Tab key, however they came to be', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s3-mlp-bce-batch');
  const waiting = page.locator('.equation[data-prepared]');
  const reached = waiting.locator('.formula-body [tabindex="0"]');
  const symbols = waiting.locator('.formula-body [tabindex="-1"]');
  // The numbers of some are broken into rows in their second turn.
  for (let step = 1; step < 8; step++) {
    await backstep.atStep(step);
    await expect(waiting).toHaveCount(Math.min(4, step + 1));
    await expect(symbols).not.toHaveCount(0);
    await expect(reached).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
  }
  await backstep.button('Only this example').click();
  await expect(backstep.button('Only this example')).toHaveAttribute('aria-pressed', 'true');
  await expect(reached).toHaveCount(0);
  await expect(backstep.equation.locator('.formula-body [tabindex="0"]')).not.toHaveCount(0);
});
