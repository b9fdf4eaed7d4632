import { LIBRARY } from '../src/problem';
import { pageOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

for (const [width, height] of [
  [1280, 720],
  [1440, 900],
  [2560, 1440],
] as const) {
  test(`at ${width}×${height} the bars are one line each, and every problem's title is whole`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const { open, network, problem } = pageOf(page);
    await open(ID);
    const titles = LIBRARY.map(({ title }) => title);
    const cut = await problem.evaluate((select, texts) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) return ['no canvas'];
      pen.font = font;
      const room =
        select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return texts.filter((text) => pen.measureText(text).width > room);
    }, titles);
    expect(cut).toEqual([]);
    await expect(problem.locator('option:checked')).toHaveText(
      'Two hidden ReLU layers, softmax output',
    );
    for (const bar of [page.locator('.topbar'), network.locator('.panel-head')]) {
      const { spread, over } = await bar.evaluate((element) => {
        const boxes = [...element.querySelectorAll('button, select')]
          .filter((e) => e.checkVisibility())
          .map((e) => e.getBoundingClientRect());
        const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2);
        return {
          spread: Math.max(...middles) - Math.min(...middles),
          over:
            Math.max(...boxes.map(({ right }) => right)) - element.getBoundingClientRect().right,
        };
      });
      expect(spread).toBeLessThan(4);
      expect(over).toBeLessThan(0);
    }
  });
}
