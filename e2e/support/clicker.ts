import type { Page } from '@playwright/test';
import { type Asked, measure } from './legible';

export interface Seen {
  /** Stops of the lecture, or steps of the problem, each as often as it is different. */
  readonly places: number;
  readonly pictures: number;
  readonly faults: readonly string[];
}

/** From where it stands to the end as a clicker goes: every page, every reveal, measured one by one. */
export async function walkThrough(page: Page, asked: Asked): Promise<Seen> {
  await page.evaluate(`window.measure = ${measure.toString()}`);
  return page.evaluate(async (sizes) => {
    const measured = Reflect.get(window, 'measure') as typeof measure;
    /** So many frames without a change are the end. */
    const END = 30;
    const stage = () => document.querySelector<HTMLElement>('.stage');
    const isBusy = () => stage()?.ariaBusy === 'true' || !document.querySelector('.stage .item');
    const placeNow = () => `${stage()?.dataset.stop ?? ''} ${stage()?.dataset.step}`;
    const picture = () => {
      const pages = document.querySelector('.page-count')?.textContent ?? '';
      return `${placeNow()} ${pages} ${document.querySelectorAll('.cover').length} hidden`;
    };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const places = new Set<string>();
    const faults: string[] = [];
    let pictures = 0;
    for (let idle = 0; idle < END; ) {
      if (isBusy()) {
        await frame();
        continue;
      }
      const now = picture();
      // Drawn, and what hangs on what was drawn.
      await document.fonts.ready;
      await frame();
      await frame();
      for (const fault of measured(sizes)) faults.push(`${now}: ${fault}`);
      places.add(placeNow());
      pictures += 1;
      window.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true }),
      );
      for (idle = 0; idle < END; idle++) {
        await frame();
        if (picture() !== now && !isBusy()) break;
      }
    }
    return { places: places.size, pictures, faults };
  }, asked);
}
