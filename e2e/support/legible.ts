/** What is measured of the page, in the page: nothing here may need anything from outside `measure`. */
export interface Asked {
  readonly text: number;
  readonly line: number;
  /** Of every text, in the theme that is on and in the other one; without it colours are left alone. */
  readonly contrast?: number;
}

/** Everything of the picture that is too small, too thin, too faint, cut off, touched, or off the screen. */
export function measure({ text: least, line, contrast: enough }: Asked): readonly string[] {
  type Colour = readonly [number, number, number, number];
  const found: string[] = [];
  const page = document.querySelector<HTMLElement>('.projector');
  if (!page) return ['no projector'];
  const SLACK = 0.06;

  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Colour>();
  const colourOf = (css: string): Colour => {
    const before = known.get(css);
    if (before) return before;
    const numbers = /^rgba?\(([^)]*)\)$/
      .exec(css)?.[1]
      ?.split(/[ ,/]+/)
      .map(Number);
    let colour: Colour = [0, 0, 0, 0];
    if (numbers) colour = [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 1];
    else if (context) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = css;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
      colour = [r, g, b, a / 255];
    }
    known.set(css, colour);
    return colour;
  };
  const over = (top: Colour, opacity: number, below: Colour): Colour => {
    const a = top[3] * opacity;
    const mix = (i: 0 | 1 | 2) => top[i] * a + below[i] * (1 - a);
    return [mix(0), mix(1), mix(2), 1];
  };
  const luminance = ([r, g, b]: Colour) => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((v) => {
      const c = v / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a: Colour, b: Colour) => {
    const [high, low] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };

  // What is in a group that is not displayed is still said to be visible.
  const isOff = (element: Element) => {
    for (let at: Element | null = element; at && at.tagName !== 'svg'; at = at.parentElement)
      if (getComputedStyle(at).display === 'none') return true;
    return false;
  };
  /** Seen by nobody: hidden, or off the screen for screen readers alone. */
  const isUnseen = (element: Element) =>
    element.closest('.sr-only, .projector-bar:not([data-moved]), .tour') !== null ||
    element.closest('[data-off]') !== null ||
    (element instanceof SVGElement && isOff(element)) ||
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const opacityOf = (element: Element) => {
    let opacity = 1;
    for (let at: Element | null = element; at && at !== page; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  };
  const scaleOf = (element: Element) =>
    element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
  const nameOf = (element: Element, words = '') => {
    const holder = element.closest('[class]');
    return `<${element.tagName} .${holder?.getAttribute('class') ?? ''}> ${words.slice(0, 30)}`;
  };
  const styleOf = new Map<Element, CSSStyleDeclaration>();
  const style = (element: Element) => {
    const made = styleOf.get(element) ?? getComputedStyle(element);
    styleOf.set(element, made);
    return made;
  };

  /** What is painted below the middle of a text, from the page up. */
  const groundOf = (element: Element, rect: DOMRect): Colour => {
    const chain: Element[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) chain.unshift(at);
    let ground: Colour = [255, 255, 255, 1];
    for (const at of chain) {
      if (at instanceof SVGElement) continue;
      ground = over(colourOf(style(at).backgroundColor), 1, ground);
    }
    const svg = element.closest('svg');
    if (!svg) return ground;
    const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
    for (const shape of svg.querySelectorAll('rect, circle')) {
      if ((shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) === 0)
        continue;
      const box = shape.getBoundingClientRect();
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      if (isUnseen(shape)) continue;
      const { fill, fillOpacity } = style(shape);
      if (fill === 'none') continue;
      const opacity = opacityOf(shape) * Number(fillOpacity);
      // A hatch is its lines in places.
      if (fill.startsWith('url')) {
        const hatch = svg.querySelector('.hatch line');
        if (hatch)
          ground = over(
            colourOf(style(hatch).stroke),
            opacity * Number(style(hatch).opacity) * Number(style(hatch).strokeOpacity),
            ground,
          );
      } else ground = over(colourOf(fill), opacity, ground);
    }
    return ground;
  };

  const isCutOff = (element: Element, rect: DOMRect) => {
    // A title that ends in … says so.
    if (style(element).textOverflow === 'ellipsis') return false;
    const SOFT = 2;
    const inside = (box: { left: number; right: number; top: number; bottom: number }) =>
      rect.left >= box.left - SOFT &&
      rect.right <= box.right + SOFT &&
      rect.top >= box.top - rect.height * 0.35 - SOFT &&
      rect.bottom <= box.bottom + rect.height * 0.35 + SOFT;
    if (rect.left < -SOFT || rect.right > innerWidth + SOFT) return true;
    if (rect.top < -SOFT - rect.height * 0.35 || rect.bottom > innerHeight + SOFT) return true;
    for (let at = element.parentElement; at && at !== page.parentElement; at = at.parentElement)
      if (style(at).overflowX !== 'visible' && !inside(at.getBoundingClientRect())) return true;
    return false;
  };

  const texts: (readonly [Element, DOMRect, string])[] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const words = node.data.replace(/[\s\u200b\u2009\u00a0]/g, '');
    const element = node.parentElement;
    if (words === '' || !element || isUnseen(element)) continue;
    range.selectNodeContents(node);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0) continue;
    const size = Number.parseFloat(style(element).fontSize) * scaleOf(element);
    if (size < least - SLACK)
      found.push(`text of ${size.toFixed(2)} px: ${nameOf(element, words)}`);
    texts.push([element, rect, words]);
    if (isCutOff(element, rect))
      found.push(
        `cut off: ${nameOf(element, words)} ${[rect.left, rect.top, rect.right, rect.bottom].map(Math.round)}`,
      );
  }

  const contrasts = (least: number) => {
    const { look } = page.dataset;
    styleOf.clear();
    for (const [element, rect, words] of texts) {
      const ground = groundOf(element, rect);
      const css = style(element);
      const ink = colourOf(element instanceof SVGElement ? css.fill : css.color);
      const ratio = contrast(over(ink, opacityOf(element), ground), ground);
      if (ratio < least)
        found.push(`contrast ${ratio.toFixed(2)} (${look}): ${nameOf(element, words)}`);
    }
  };
  if (enough !== undefined) {
    contrasts(enough);
    const { look = 'light' } = page.dataset;
    page.dataset.look = look === 'light' ? 'dark' : 'light';
    contrasts(enough);
    page.dataset.look = look;
    styleOf.clear();
  }

  // A frame keeps clear of the signs beside it and of the lines above and below.
  const shared = (a: DOMRect, b: DOMRect) =>
    Math.min(
      Math.min(a.right, b.right) - Math.max(a.left, b.left),
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
    );
  const inset = (element: Element): DOMRect => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const by = element.matches('.cover')
      ? 0.15 * Number.parseFloat(style(element).fontSize)
      : -line;
    return new DOMRect(x, y + by, width, height - 2 * by);
  };
  for (const frame of page.querySelectorAll('.blocks :is([data-use="writes"], .cover)')) {
    if (isUnseen(frame)) continue;
    const box = inset(frame);
    for (const other of page.querySelectorAll('.blocks :is(.katex-base, .cover, .mrel, .mbin)')) {
      if (other.contains(frame) || frame.contains(other) || isUnseen(other)) continue;
      const isSign = other.matches('.mrel, .mbin');
      if (isSign !== (other.closest('.katex-base')?.contains(frame) ?? false)) continue;
      if (shared(box, other.getBoundingClientRect()) > 0)
        found.push(`touched: ${nameOf(frame)} by ${nameOf(other, other.textContent ?? '')}`);
    }
  }

  for (const element of page.querySelectorAll('*')) {
    const css = style(element);
    if (element instanceof SVGGeometryElement) {
      if (css.stroke === 'none' || element.closest('.katex, defs') || isUnseen(element)) continue;
      if (colourOf(css.stroke)[3] === 0 || Number(css.strokeOpacity) === 0) continue;
      const width = Number.parseFloat(css.strokeWidth) * scaleOf(element);
      if (width > 0 && width < line - SLACK)
        found.push(`line of ${width.toFixed(2)} px: ${nameOf(element)}`);
      continue;
    }
    if (element instanceof SVGElement) continue;
    for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
      const width = Number.parseFloat(css[`border${side}Width`]);
      const kind = css[`border${side}Style`];
      if (width === 0 || kind === 'none' || colourOf(css[`border${side}Color`])[3] === 0) continue;
      if (width < line - SLACK && !isUnseen(element))
        found.push(`border of ${width.toFixed(2)} px: ${nameOf(element)}`);
    }
  }
  return [...new Set(found)];
}
