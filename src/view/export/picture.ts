import { FAMILY, facesFor, rulesOf, withFaces } from './faces';

const SVG = 'http://www.w3.org/2000/svg';

/** What of an element's style a picture needs, and its children take over; the rest are attributes anyway. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
] as const;

/** Those that a child does not take over, with what they are where nothing is said. */
const OWN: Readonly<Record<string, string>> = { opacity: '1', 'vector-effect': 'none' };

const KEPT =
  /^(x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|dx|dy|width|height|points|transform|id|viewBox|patternUnits|patternTransform|xmlns)$/;

const isHidden = (style: CSSStyleDeclaration) =>
  style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0';

/** So wide each text stays where another font has to stand in. */
function keepWidths(drawing: SVGSVGElement): void {
  const host = document.createElement('div');
  host.className = 'sr-only';
  host.append(drawing);
  document.body.append(host);
  const texts = [...drawing.querySelectorAll<SVGTextContentElement>('text, tspan')];
  const widths = texts.map((text) => text.getComputedTextLength());
  host.remove();
  for (const [i, text] of texts.entries()) {
    if (!widths[i]) continue;
    text.setAttribute('textLength', widths[i].toFixed(2));
    text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
}

/** The element and all below it, each with the style that it has on the page; what is not seen is left out. */
function styled(element: Element, above?: CSSStyleDeclaration): Element | null {
  const style = getComputedStyle(element);
  const isDefinition = element.closest('defs') !== null;
  if (!isDefinition && isHidden(style)) return null;
  const copy = element.cloneNode(false) as Element;
  for (const { name } of [...copy.attributes]) if (!KEPT.test(name)) copy.removeAttribute(name);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value && value !== above?.getPropertyValue(name))
      copy.setAttribute(name, value.replaceAll('"', "'"));
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value && value !== usual) copy.setAttribute(name, value);
  }
  for (const child of element.childNodes) {
    const inner = child instanceof Element ? styled(child, style) : child.cloneNode();
    if (inner && inner.nodeType !== Node.COMMENT_NODE) copy.append(inner);
  }
  return copy;
}

/** A graph is larger than its window, or smaller: `data-whole` says how large it is. */
function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const [, , width, height] = (svg.dataset.whole ?? '').split(' ').map(Number);
  return width && height ? { width, height } : svg.getBoundingClientRect();
}

/** While `read` looks at it, a graph is neither moved nor zoomed. */
function whole<T>(svg: SVGSVGElement, read: () => T): T {
  const world = svg.querySelector(':scope > .world');
  const moved = world?.getAttribute('transform') ?? null;
  const { far } = svg.dataset;
  world?.removeAttribute('transform');
  delete svg.dataset.far;
  const result = read();
  if (moved !== null) world?.setAttribute('transform', moved);
  if (far !== undefined) svg.dataset.far = far;
  return result;
}

/** The drawing without the page: with its colours, and the names of its fonts. */
function alone(svg: SVGSVGElement): SVGSVGElement {
  const { width, height } = sizeOf(svg);
  const copy = whole(svg, () => styled(svg) as SVGSVGElement);
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', `${Math.round(width)}`);
  copy.setAttribute('height', `${Math.round(height)}`);
  if (svg.dataset.whole || !copy.hasAttribute('viewBox'))
    copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.documentElement).backgroundColor);
  copy.prepend(ground);
  return copy;
}

const written = (drawing: SVGSVGElement) => new XMLSerializer().serializeToString(drawing);

/** The drawing as a file that needs nothing else: its colours, its font and the room of each text are in it. */
export async function svgOf(svg: SVGSVGElement): Promise<string> {
  const drawing = alone(svg);
  const faces = await facesFor(svg);
  if (faces.length > 0) {
    const own = drawing.getAttribute('font-family');
    drawing.setAttribute('font-family', `'${FAMILY}', ${own}`);
  }
  withFaces(faces, () => keepWidths(drawing));
  const rules = document.createElementNS(SVG, 'style');
  rules.textContent = rulesOf(faces);
  if (faces.length > 0) drawing.prepend(rules);
  return written(drawing);
}

/** Dots for each of the page's: sharp on paper and on a projector. */
const SCALE = 2;

export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = sizeOf(svg);
  const image = new Image();
  // Drawn here, with the fonts that the page has here.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written(alone(svg)))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture')))),
  );
}
