import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { exampleCount, formatNumber } from '../../derive';
import { entryTex, type Path, pathsInTurns, type Turns } from '../../derive/depths';
import { entry, entryName, read, type Snapshot } from '../../engine';
import { aloneOf, beforeOf, type Subject } from '../../store';
import { Select } from '../controls/Select';
import { useActions, useSelect } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { inlineTex } from '../math/inlineTex';
import { exactWords } from '../numbers/valueWords';
import { Was } from '../update/Was';
import { chosenWay } from './chosenWay';
import { useDigits } from './digits';
import { drawn, NOTHING_DRAWN } from './drawn';
import { EntryHead } from './EntryHead';
import { Factors } from './Factors';
import { localFor } from './local';
import { PathList } from './PathList';
import { type EntryProps, useSubject } from './useSubject';
import { useTurns } from './useTurns';
import {
  countSentence,
  drawnOf,
  exampleOf,
  indexOfWay,
  inOrder,
  orderSentence,
  startOf,
  stoppedSentence,
  wayOf,
} from './ways';
import './depth.css';
import './paths.css';

interface Props extends EntryProps {
  readonly subject: Subject;
}

/** Undefined as long as they are being counted. */
function usePaths({ shown, subject }: Props, example: number | undefined, first: number) {
  const { compiled, snapshot } = shown;
  const local = localFor(compiled);
  const begin = useCallback(
    () => pathsInTurns(local, snapshot, startOf(subject), { example }),
    [local, snapshot, subject, example],
  );
  const paths = useTurns(begin);
  return useMemo(
    () => paths && { paths, listed: inOrder(paths.listed, local, first) },
    [local, paths, first],
  );
}

/** The share of one example before the edits of this step; undefined where there were none, or it is being counted. */
function useShareBefore({ shown, subject }: Props, example: number | undefined) {
  const before = useSelect(beforeOf)?.snapshot;
  const local = localFor(shown.compiled);
  const begin = useCallback(
    () =>
      before && example !== undefined
        ? pathsInTurns(local, before, startOf(subject), { example, most: 0 })
        : nothing(),
    [local, before, subject, example],
  );
  return useTurns(begin)?.sum;
}

function* nothing(): Turns<undefined> {}

const NONE: readonly Path[] = [];

function Paths(props: Props): ReactNode {
  const { subject, shown, printing, decimals } = props;
  const { setExample, setAlone } = useActions();
  const looked = useSelect((state) => state.settings.example);
  const alone = useSelect(aloneOf);
  const way = useStore(chosenWay, (state) => state.way);
  /** Where the list began stays its beginning, however the reader goes on. */
  const [first] = useState(looked);
  const isBatch = exampleCount(shown.compiled.graph) > 1 && shown.problem.kind === 'network';
  const isShared = subject.quantity.node.role === 'parameter' && isBatch;
  /** The ways through one example only; an entry of an example has no others. */
  const example = isShared ? alone : undefined;
  const local = localFor(shown.compiled);
  const found = usePaths(props, example, first);
  const listed = found?.listed ?? NONE;
  // Another list begins at its beginning, unless what was chosen is in it.
  const index = useMemo(() => indexOfWay(listed, way), [listed, way]);
  const chosen = listed[index];

  useEffect(() => {
    drawn.setState(chosen ? drawnOf(chosen) : NOTHING_DRAWN);
    return () => drawn.setState(NOTHING_DRAWN);
  }, [chosen]);

  const { node } = subject.quantity;
  const gradientIn = (snapshot: Snapshot) => {
    const matrix = read(snapshot, 'gradient', node.id);
    return matrix ? entry(matrix, subject.row, subject.col) : Number.NaN;
  };
  const shareBefore = useShareBefore(props, example);
  const gradient = gradientIn(shown.snapshot);
  const plain = { ...printing, link: false };
  const name = { id: node.gradientId, row: subject.row, col: subject.col };
  const say = (value: number) => formatNumber(value, { decimals });
  const choose = (next: number) => {
    const path = listed[next];
    if (path) chosenWay.setState({ way: wayOf(path) });
    const through = path && exampleOf(path, local);
    if (through !== undefined && through !== looked) setExample(through);
  };
  if (!found) {
    return (
      <p className="words" role="status">
        Counting the paths…
      </p>
    );
  }
  const { paths } = found;
  return (
    <>
      <div className="paths-head">
        <p>
          {countSentence(paths.count, paths.listed.length)} {stoppedSentence(paths)}
        </p>
        {isShared && (
          <Select
            label="Of"
            value={example === undefined ? 'all' : 'one'}
            onChange={(value) => setAlone(value === 'one')}
          >
            <option value="all">all examples</option>
            <option value="one">{`example ${looked + 1} alone`}</option>
          </Select>
        )}
      </div>
      <p className="paths-sum">
        <span>
          {paths.count === 1 ? 'its product' : 'their sum'}{' '}
          <output title={exactWords(paths.sum, name.id, printing, shown.snapshot)}>
            {say(paths.sum)}
          </output>
        </span>{' '}
        {shareBefore !== undefined && (
          <Was now={paths.sum} of={() => shareBefore} decimals={decimals} />
        )}{' '}
        <span>
          {example === undefined ? '=' : `is the share of example ${example + 1} in`}{' '}
          <InlineSymbol tex={inlineTex(entryTex(plain, name))} text="the gradient" />
          <span className="sr-only">, the gradient, </span> ={' '}
          <output
            title={exactWords(gradient, name.id, printing, shown.snapshot)}
            data-entry={entryName(name.id, name.row, name.col)}
          >
            {say(gradient)}
          </output>
        </span>{' '}
        <Was now={gradient} of={gradientIn} decimals={decimals} />
      </p>
      {listed.length > 1 && (
        <p className="paths-order">{orderSentence(isShared && example === undefined, first)}</p>
      )}
      <PathList
        paths={listed}
        isWhole={paths.count === listed.length}
        chosen={index}
        onChoose={choose}
        printing={printing}
        decimals={decimals}
        exampleOf={(path) => (isBatch ? exampleOf(path, local) : undefined)}
      />
      {chosen && <Factors path={chosen} printing={printing} decimals={decimals} />}
    </>
  );
}

/** Every way from one entry to the loss. */
export default function PathSheet(props: EntryProps): ReactNode {
  const found = useSubject();
  // A path starts at a value, also if its gradient or its update was looked at.
  const subject = useMemo((): Subject | undefined => {
    if (!found) return undefined;
    const { node } = found.quantity;
    return { ...found, quantity: { id: node.id, aspect: 'value', node } };
  }, [found]);
  const toLoss = subject && {
    ...subject,
    quantity: { ...subject.quantity, aspect: 'gradient' as const },
  };
  const decimals = useDigits(toLoss, props.shown, props.decimals);
  if (!subject) return null;
  const { node } = subject.quantity;
  return (
    <>
      <EntryHead subject={subject} {...props} />
      {node.differentiable && node.role !== 'loss' ? (
        <Paths
          key={`${node.id},${subject.row},${subject.col}`}
          subject={subject}
          {...props}
          decimals={decimals}
        />
      ) : (
        <p className="words">
          {node.role === 'loss'
            ? 'All ways end here. Choose a weight, a bias or a unit in the diagram to see how it leads to the loss.'
            : 'No gradient flows to this number. Choose a weight, a bias or a unit in the diagram.'}
        </p>
      )}
    </>
  );
}
