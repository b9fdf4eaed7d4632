import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react';
import { formatNumber, type Printing } from '../../derive';
import { entryText, type Path, stopName } from '../../derive/depths';
import { drawn } from './drawn';
import { drawnOf, grouped, productText } from './ways';

const PAGE = 20;

interface RowProps {
  readonly path: Path;
  readonly index: number;
  readonly isChosen: boolean;
  /** From 0; undefined where there is one only. */
  readonly example: number | undefined;
  readonly printing: Printing;
  readonly decimals: number;
  readonly onChoose: (index: number) => void;
  readonly onPoint: (path: Path | null) => void;
}

const PathRow = memo((props: RowProps): ReactNode => {
  const { path, index, isChosen, example, printing, decimals, onChoose, onPoint } = props;
  const way = path.stops.map((stop) => entryText(printing, { id: stop.of, ...stop })).join(' → ');
  return (
    <li>
      <button
        type="button"
        aria-pressed={isChosen}
        data-path={index}
        data-stopped={path.product === 0 || undefined}
        onClick={() => onChoose(index)}
        onPointerEnter={() => onPoint(path)}
        onPointerLeave={() => onPoint(null)}
        onFocus={() => onPoint(path)}
        onBlur={() => onPoint(null)}
      >
        <span className="way">
          {way}
          {example !== undefined && <span className="of">{`example ${example + 1}`}</span>}
        </span>
        <span className="product">
          {productText(path, Math.min(decimals, 3))}
          <span className="equals"> = </span>
          <output>{formatNumber(path.product, { decimals })}</output>
        </span>
      </button>
    </li>
  );
});

interface Props {
  readonly paths: readonly Path[];
  readonly chosen: number;
  readonly printing: Printing;
  readonly decimals: number;
  readonly onChoose: (index: number) => void;
  readonly exampleOf: (path: Path) => number | undefined;
}

/** A page of them at a time; each lights its way while it is pointed at or has the focus. */
export function PathList({
  paths,
  chosen,
  printing,
  decimals,
  onChoose,
  exampleOf,
}: Props): ReactNode {
  const [page, setPage] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const pages = Math.ceil(paths.length / PAGE);
  const at = Math.min(page, Math.max(0, pages - 1));
  const from = at * PAGE;
  const current = paths[chosen];
  const onPoint = (path: Path | null) => {
    const lit = path ?? current;
    if (lit) drawn.setState(drawnOf(lit));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[index + by]?.focus();
  };
  return (
    <>
      <ol className="paths" aria-label="Paths to the loss" ref={list} onKeyDown={onKeyDown}>
        {paths.slice(from, from + PAGE).map((path, i) => (
          <PathRow
            key={path.stops.map(stopName).join()}
            path={path}
            index={from + i}
            example={exampleOf(path)}
            isChosen={from + i === chosen}
            printing={printing}
            decimals={decimals}
            onChoose={onChoose}
            onPoint={onPoint}
          />
        ))}
      </ol>
      {pages > 1 && (
        <nav className="pages" aria-label="Pages of paths">
          <button
            type="button"
            className="button"
            aria-disabled={at === 0 || undefined}
            onClick={() => setPage(Math.max(0, at - 1))}
          >
            Previous paths
          </button>
          <span>
            {`${grouped(from + 1)}–${grouped(Math.min(from + PAGE, paths.length))} of ${grouped(paths.length)}`}
          </span>
          <button
            type="button"
            className="button"
            aria-disabled={at === pages - 1 || undefined}
            onClick={() => setPage(Math.min(pages - 1, at + 1))}
          >
            Next paths
          </button>
        </nav>
      )}
    </>
  );
}
