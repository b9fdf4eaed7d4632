import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react';
import { formatNumber, type Printing } from '../../derive';
import { entryText, type Path, stopName } from '../../derive/depths';
import { drawn } from './drawn';
import { countText, drawnOf, groupsOf, type PathGroup, productText } from './ways';

/** So many of an example are seen at once, and so many more are added at a time. */
const FIRST = 6;
const MORE = 60;

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
          {productText(path, decimals)}
          <span className="equals"> = </span>
          <output>{formatNumber(path.product, { decimals })}</output>
        </span>
      </button>
    </li>
  );
});

interface Props {
  readonly paths: readonly Path[];
  /** All there are, so that the sum of an example is its share. */
  readonly isWhole: boolean;
  readonly chosen: number;
  readonly printing: Printing;
  readonly decimals: number;
  readonly onChoose: (index: number) => void;
  readonly exampleOf: (path: Path) => number | undefined;
}

interface GroupProps extends Props {
  readonly group: PathGroup;
  /** The only one has no heading, and is always open. */
  readonly isOnly: boolean;
  readonly isOpenAtFirst: boolean;
}

/** The ways through one example: the first few, and more when they are asked for. */
function Group(props: GroupProps): ReactNode {
  const { group, isOnly, isWhole, chosen, decimals, printing, onChoose } = props;
  const { example, from, paths } = group;
  const [isOpen, setOpen] = useState(props.isOpenAtFirst);
  const [shown, setShown] = useState(isOnly ? 2 * FIRST : FIRST);
  const current = props.paths[chosen];
  const onPoint = (path: Path | null) => {
    const lit = path ?? current;
    if (lit) drawn.setState(drawnOf(lit));
  };
  const left = paths.length - shown;
  const through = example === undefined ? '' : ` through example ${example + 1}`;
  const sum = paths.reduce((total, { product }) => total + product, 0);
  const counted = `${countText(paths.length)} ${paths.length === 1 ? 'path' : 'paths'}`;
  return (
    <>
      {!isOnly && (
        <h3 className="paths-of">
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <span>{`Example ${(example ?? 0) + 1}`}</span>
            <span className="soft">
              {isWhole ? `${counted}, together ` : counted}
              {isWhole && <output>{formatNumber(sum, { decimals })}</output>}
            </span>
          </button>
        </h3>
      )}
      {(isOpen || isOnly) && (
        <ol className="paths" aria-label={`Paths to the loss${through}`}>
          {paths.slice(0, shown).map((path, i) => (
            <PathRow
              key={path.stops.map(stopName).join()}
              path={path}
              index={from + i}
              example={isOnly ? example : undefined}
              isChosen={from + i === chosen}
              printing={printing}
              decimals={decimals}
              onChoose={onChoose}
              onPoint={onPoint}
            />
          ))}
          {left > 0 && (
            <li>
              <button type="button" className="more-paths" onClick={() => setShown(shown + MORE)}>
                {left > MORE
                  ? `Show ${MORE} more of ${countText(left)}`
                  : `Show all ${countText(paths.length)}`}
              </button>
            </li>
          )}
        </ol>
      )}
    </>
  );
}

/** Example by example; each path lights its way while it is pointed at or has the focus. */
export function PathList(props: Props): ReactNode {
  const { paths, exampleOf } = props;
  const list = useRef<HTMLDivElement>(null);
  const groups = groupsOf(paths, exampleOf);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[index + by]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go from one of its buttons to the next.
    <div ref={list} onKeyDown={onKeyDown}>
      {groups.map((group, i) => (
        <Group
          key={`${group.example}`}
          {...props}
          group={group}
          isOnly={groups.length === 1}
          isOpenAtFirst={i === 0}
        />
      ))}
    </div>
  );
}
