import { type ReactNode, useMemo } from 'react';
import { rowsOf } from '../../derive';
import { firstThatFits } from '../../derive/derivations';
import { Formula } from '../math/Formula';
import { KATEX } from '../math/size';
import { TexRows } from '../math/TexRows';

/** Font sizes of the lines, in rem, as in derivation.css. */
const SIZES = { symbols: 0.97, numbers: 0.85 } as const;
/** What is wider than its room by no more than this is set smaller, before numbers are left out. */
const SLIGHTLY = 1.22;

interface Props {
  /** The same with fewer and fewer numbers of its matrices; the first that has room is shown. */
  readonly texs: readonly string[];
  readonly spoken: string;
  readonly nameOf: (quantity: string) => string;
  /** In rem; 0 while it is not known. */
  readonly room: number;
  readonly size?: keyof typeof SIZES;
}

/** One line of a derivation, in as many rows as it needs. */
export function Rows({ texs, spoken, nameOf, room, size = 'symbols' }: Props): ReactNode {
  const key = texs.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts are compared as one.
  const rows = useMemo(() => {
    if (room === 0) return [{ tex: texs[0] ?? '', indent: 0 }];
    const ems = room / (SIZES[size] * KATEX);
    const ways = texs.map((tex) => rowsOf(tex, ems));
    return firstThatFits(ways, (rows) => rows, ems * SLIGHTLY) ?? [];
  }, [key, room, size]);
  return (
    <div className="fit" data-rows={rows.length}>
      <TexRows rows={rows} className="row-of-line">
        {(tex, isFirst) => (
          <Formula
            tex={`\\displaystyle ${tex}`}
            spoken={isFirst ? spoken : ''}
            nameOf={nameOf}
            height={2.2}
          />
        )}
      </TexRows>
    </div>
  );
}
