const SVG = 'http://www.w3.org/2000/svg';

export function appendSvg<K extends keyof SVGElementTagNameMap>(
  parent: Element,
  name: K,
  className: string,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  element.setAttribute('class', className);
  parent.append(element);
  return element;
}

type Value = string | number | null;

/** What was last written to each element, since asking the page costs several times as much. */
const written = new WeakMap<Element, Record<string, Value>>();

function writtenTo(element: Element): Record<string, Value> {
  const known = written.get(element) ?? {};
  if (!written.has(element)) written.set(element, known);
  return known;
}

function write(element: Element, known: Record<string, Value>, name: string, value: Value): void {
  if (known[name] === value) return;
  known[name] = value;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

/** Writes an attribute only if it changed: writing costs style or layout. */
export function put(element: Element, name: string, value: Value): void {
  write(element, writtenTo(element), name, value);
}

export function putAll(element: Element, values: Readonly<Record<string, Value>>): void {
  const known = writtenTo(element);
  for (const name in values) write(element, known, name, values[name] ?? null);
}

export function putText(element: Element, text: string): void {
  const known = writtenTo(element);
  if (known[TEXT] === text) return;
  known[TEXT] = text;
  const { firstChild } = element;
  // A text that is exchanged for another is laid out anew, and may touch every style that asks what there is.
  if (firstChild instanceof Text && !firstChild.nextSibling) firstChild.data = text;
  else element.textContent = text;
}

/** No attribute is called so. */
const TEXT = '#text';

/** To a tenth of a pixel. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The n-th part of a mark, which was appended when the mark was made. */
export function part(element: Element, index: number): Element {
  const found = element.children[index];
  if (!found) throw new Error(`A mark of the diagram lacks its part ${index}.`);
  return found;
}

/** The room in an element, in pixels. It is kept and asked for anew on a resize, since asking lays out the page. */
export type Room = Pick<HTMLElement, 'clientWidth' | 'clientHeight'>;

export const roomIn = ({ clientWidth, clientHeight }: HTMLElement): Room => ({
  clientWidth,
  clientHeight,
});

/** The room of a drawing in its own units, `zoom` pixels each; the drawing fills `host`. */
export function sizeFor(
  svg: SVGSVGElement,
  { clientWidth, clientHeight }: Room,
  zoom = 1,
): { readonly width: number; readonly height: number } {
  const [width, height] = [clientWidth / zoom, clientHeight / zoom];
  put(svg, 'width', clientWidth);
  put(svg, 'height', clientHeight);
  put(svg, 'viewBox', zoom === 1 ? null : `0 0 ${px(width)} ${px(height)}`);
  return { width, height };
}
