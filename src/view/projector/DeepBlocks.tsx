import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { formatNumber, type Printing, type Step } from '../../derive';
import {
  entryNamesIn,
  entrySpoken,
  entryTex,
  entryText,
  pathsInTurns,
  scalarNumbersTex,
  scalarSpoken,
  scalarTex,
  stepEntry,
  stopName,
} from '../../derive/depths';
import { entry, entryName, read } from '../../engine';
import { type Subject, stepsIn } from '../../store';
import { chosenWay } from '../depth/chosenWay';
import { useDigitsFor } from '../depth/digits';
import { drawn, NOTHING_DRAWN } from '../depth/drawn';
import { localFor } from '../depth/local';
import { readsText } from '../depth/reads';
import { type Related, relatedTo } from '../depth/related';
import { useSubject } from '../depth/useSubject';
import { useTurns } from '../depth/useTurns';
import {
  countSentence,
  drawnOf,
  indexOfWay,
  inOrder,
  productText,
  startOf,
  stoppedSentence,
} from '../depth/ways';
import { useUses } from '../equation/useUses';
import { useSelect } from '../hooks';
import { Covered } from './Covered';
import { Derived } from './Derived';
import { Fitted } from './Fitted';
import { Item, useHidden, Words } from './items';
import { type BlocksProps, useNames } from './LayerBlocks';

/** The step that computes an entry; of a leaf the first that says something about it. */
function relatedStep(
  subject: Subject,
  steps: readonly Step[],
  printing: Printing,
): Related | undefined {
  const related = relatedTo(subject, steps, printing.graph);
  return related.find(({ step }) => step.writes === subject.quantity.id) ?? related[0];
}

function Entry({ subject, ...props }: BlocksProps & { readonly subject: Subject }): ReactNode {
  const { printing, shown, room, step: current } = props;
  const steps = useSelect(stepsIn);
  const own = relatedStep(subject, steps, printing);
  const step = own?.step ?? current;
  const { row, col } = subject;
  const nameOf = useNames(printing);
  const uses = useUses(step);
  const isHidden = useHidden('result');
  const formula = useMemo(
    () => stepEntry(step, { row, col }, printing.graph),
    [step, row, col, printing],
  );
  const name = { id: step.writes, row, col };
  const matrix = read(shown.snapshot, step.aspect, step.of);
  const value = matrix && entry(matrix, row, col);
  const decimals = useDigitsFor(value ?? 0, props.decimals);
  const [rule, put] = useMemo(
    () => [
      [
        () =>
          `\\displaystyle ${entryTex(printing, { id: step.writes, row, col })} = ${scalarTex(formula, printing)}`,
      ],
      [() => `\\displaystyle ${scalarNumbersTex(formula, printing, shown.snapshot, { decimals })}`],
    ],
    [printing, step, row, col, formula, shown, decimals],
  );
  useEffect(() => {
    const reads = entryNamesIn(formula);
    drawn.setState({ chosen: entryName(step.writes, row, col), reads, path: null });
    return () => drawn.setState(NOTHING_DRAWN);
  }, [formula, step, row, col]);
  const result = value === undefined ? '?' : formatNumber(value, { decimals });
  const common = { nameOf, room };
  return (
    <>
      <Item key={`rule ${step.id}`} part="rule" label="Rule" className="rule-item">
        <Fitted
          texs={rule}
          spoken={`${entrySpoken(printing, name)} equals ${scalarSpoken(formula, printing)}`}
          {...common}
          uses={uses}
        />
      </Item>
      <Item key={`numbers ${step.id}`} part="numbers" label="Numbers" className="numbers-item">
        <Covered key={`${step.id} ${room}`} isCovered={isHidden}>
          <output className="one-result">{result}</output>
        </Covered>
        <span className="put-in">
          <span className="equals" aria-hidden="true">
            =
          </span>
          <Fitted texs={put} spoken="It is the rule with its numbers put in" {...common} />
        </span>
      </Item>
      <Words key={`words ${step.id}`} text={`It reads ${readsText(formula, printing)}.`} />
    </>
  );
}

/** More are counted, and not listed: nobody reads them from the last row. */
const MOST_PATHS = 24;

function Paths({ subject, ...props }: BlocksProps & { readonly subject: Subject }): ReactNode {
  const { shown, printing } = props;
  const example = useSelect((state) => state.settings.example);
  const { compiled, snapshot } = shown;
  const local = localFor(compiled);
  const begin = useCallback(
    () => pathsInTurns(local, snapshot, startOf(subject)),
    [local, snapshot, subject],
  );
  const paths = useTurns(begin);
  const decimals = useDigitsFor(paths?.sum ?? 0, props.decimals);
  const listed = useMemo(
    () => (paths ? inOrder(paths.listed, local, example) : []),
    [paths, local, example],
  );
  const way = useStore(chosenWay, (state) => state.way);
  const at = useMemo(() => indexOfWay(listed, way), [listed, way]);
  const chosen = listed[at];
  // The one that is drawn stands first, and keeps its number.
  const rows = useMemo(
    () => [at, ...[...listed.keys()].filter((i) => i !== at)].slice(0, MOST_PATHS),
    [listed, at],
  );
  useEffect(() => {
    drawn.setState(chosen ? drawnOf(chosen) : NOTHING_DRAWN);
    return () => drawn.setState(NOTHING_DRAWN);
  }, [chosen]);
  const isHidden = useHidden('result');
  const say = (value: number) => formatNumber(value, { decimals });
  if (!paths)
    return (
      <Item part="words" label="Paths" className="words-item">
        <p>Counting the paths…</p>
      </Item>
    );
  const more = paths.count - Math.min(MOST_PATHS, listed.length);
  return (
    <>
      <Item part="words" label="Paths" className="words-item">
        <p>{`${countSentence(paths.count, paths.count)} ${stoppedSentence(paths)}`}</p>
      </Item>
      {rows.map((i) => {
        const path = listed[i];
        if (!path) return null;
        return (
          <Item
            key={path.stops.map(stopName).join()}
            part="numbers"
            label={`Path ${i + 1}`}
            className={i === at ? 'path-item chosen' : 'path-item'}
          >
            <p className="way">
              {path.stops.map((stop) => entryText(printing, { id: stop.of, ...stop })).join(' → ')}
            </p>
            <p className="product">{`${productText(path, decimals)} = ${say(path.product)}`}</p>
          </Item>
        );
      })}
      <Item part="result" label="Sum" className="words-item">
        <p>
          {more > 0 && `And ${more} more. `}
          {paths.count === 1 ? 'The product ' : 'Their sum '}
          <Covered isCovered={isHidden}>
            <strong className="accented">{say(paths.sum)}</strong>
          </Covered>
          {' is the gradient.'}
        </p>
      </Item>
    </>
  );
}

const OF_DEPTH = { entry: Entry, path: Paths } as const;

/** What lies below whole matrices. */
export default function DeepBlocks(
  props: BlocksProps & { readonly depth: 'entry' | 'path' | 'derivation' },
): ReactNode {
  const { depth, ...rest } = props;
  const found = useSubject();
  const subject = useMemo((): Subject | undefined => {
    if (!found || depth !== 'path') return found;
    const { node } = found.quantity;
    return { ...found, quantity: { id: node.id, aspect: 'value', node } };
  }, [found, depth]);
  if (depth === 'derivation') return <Derived {...rest} />;
  const Blocks = OF_DEPTH[depth];
  return subject ? <Blocks subject={subject} {...rest} /> : null;
}
