import type { Page } from '@playwright/test';

/** How the line lies: where it begins and ends, and what it runs over that is read. */
export const tieOf = (page: Page) =>
  page.evaluate(() => {
    const line = document.querySelector<SVGPathElement>('.tie:not([data-none]) .tie-line');
    const from = document.querySelector('.blocks [data-use="writes"]')?.getBoundingClientRect();
    const frame = document.querySelector('.stage')?.getBoundingClientRect();
    if (!line || !from || !frame) return null;
    const length = line.getTotalLength();
    const at = (part: number) => {
      const { x, y } = line.getPointAtLength(part * length);
      return { x: x + frame.left, y: y + frame.top };
    };
    const isOn = (r: DOMRect, { x, y }: { x: number; y: number }, by: number) =>
      x > r.left - by && x < r.right + by && y > r.top - by && y < r.bottom + by;
    const drawn = [...document.querySelectorAll('.stage-drawing :is([data-state="writes"], text)')];
    const read = [
      ...document.querySelectorAll(
        '.blocks .katex-base, .blocks p, .stage-words, svg.diagram text',
      ),
    ].map((element) => element.getBoundingClientRect());
    const inner = Array.from({ length: 81 }, (_, i) => at(0.1 + i / 100));
    return {
      d: line.getAttribute('d'),
      begins: isOn(from, at(0), 2),
      ends: drawn.some((element) => isOn(element.getBoundingClientRect(), at(1), 8)),
      over: inner.filter((point) => read.some((r) => isOn(r, point, -3))).length,
      width: Number.parseFloat(getComputedStyle(line).strokeWidth),
    };
  });

/** When the line has been laid anew, for no other reason than that it was asked for. */
export const laidAnew = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          done();
        });
        const line = document.querySelector('.tie-line') as Element;
        observer.observe(line, { attributeFilter: ['d'] });
        document.fonts.dispatchEvent(new Event('loadingdone'));
      }),
  );
