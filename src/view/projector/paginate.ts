export interface Piled {
  readonly height: number;
  /** May stand before what comes before it, where it fits on an earlier page. */
  readonly fills?: boolean;
}

/**
 * What stands on which page, by index, each page in the order given. What is higher than a page has one to itself,
 * and nothing is left out.
 */
export function paginate(
  items: readonly Piled[],
  room: number,
  gap: number,
): readonly (readonly number[])[] {
  const pages: { readonly items: number[]; used: number }[] = [];
  items.forEach(({ height, fills = false }, i) => {
    const fits = ({ used }: { readonly used: number }) => used + gap + height <= room;
    const last = pages.at(-1);
    const page = fills ? pages.find(fits) : last && fits(last) ? last : undefined;
    if (page) {
      page.items.push(i);
      page.used += gap + height;
    } else pages.push({ items: [i], used: height });
  });
  return pages.map((page) => page.items);
}
