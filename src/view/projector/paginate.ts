export interface Piled {
  readonly height: number;
  /** May stand before what comes before it, where it fits on an earlier page. */
  readonly fills?: boolean;
  /** Stands again at the head of each later page that has room for it: what is said there is said of it. */
  readonly leads?: boolean;
}

/**
 * What stands on which page, by index, each page in the order given. What is higher than a page has one to itself,
 * and nothing is left out. All but what leads stands on one page only.
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
  const lead = items.findIndex(({ leads }) => leads);
  const height = items[lead]?.height ?? Number.POSITIVE_INFINITY;
  return pages.map(({ items: own, used }) =>
    own.every((i) => i > lead) && used + gap + height <= room ? [lead, ...own] : own,
  );
}
