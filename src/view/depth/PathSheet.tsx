import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { exampleCount, formatNumber } from '../../derive';
import { entryTex, type LocalGraph, localGraph, pathsFrom } from '../../derive/depths';
import { entry, type Graph, read } from '../../engine';
import type { Shown, Subject } from '../../store';
import { Select } from '../controls/Select';
import { useActions, useSelect } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { inlineTex } from '../math/inlineTex';
import { drawn, NOTHING_DRAWN } from './drawn';
import { EntryHead } from './EntryHead';
import { Factors } from './Factors';
import { PathList } from './PathList';
import { type EntryProps, useSubject } from './useSubject';
import { countSentence, drawnOf, exampleOf, inOrder, startOf, stoppedSentence } from './ways';
import './depth.css';

interface Props extends EntryProps {
  readonly subject: Subject;
}

/** How values depend on each other follows from the graph, which outlives steps and edits of numbers. */
const locals = new WeakMap<Graph, LocalGraph>();

function localFor(compiled: Shown['compiled']): LocalGraph {
  const local = locals.get(compiled.graph) ?? localGraph(compiled);
  locals.set(compiled.graph, local);
  return local;
}

function usePaths({ shown, subject }: Props, example: number | undefined, first: number) {
  const { compiled, snapshot } = shown;
  const local = localFor(compiled);
  return useMemo(() => {
    const paths = pathsFrom(local, snapshot, startOf(subject), { example });
    return { local, paths, listed: inOrder(paths.listed, local, first) };
  }, [local, snapshot, subject, example, first]);
}

function Paths(props: Props): ReactNode {
  const { subject, shown, printing, decimals } = props;
  const { setExample } = useActions();
  const looked = useSelect((state) => state.settings.example);
  const [isAlone, setAlone] = useState(false);
  const [index, setIndex] = useState(0);
  /** Where the list began stays its beginning, however the reader goes on. */
  const [first] = useState(looked);
  const isBatch = exampleCount(shown.compiled.graph) > 1 && shown.problem.kind === 'network';
  const isShared = subject.quantity.node.role === 'parameter' && isBatch;
  const { local, paths, listed } = usePaths(props, isShared && isAlone ? looked : undefined, first);
  const chosen = listed[Math.min(index, listed.length - 1)];

  useEffect(() => {
    drawn.setState(chosen ? drawnOf(chosen) : NOTHING_DRAWN);
    return () => drawn.setState(NOTHING_DRAWN);
  }, [chosen]);

  const { node } = subject.quantity;
  const matrix = read(shown.snapshot, 'gradient', node.id);
  const gradient = matrix ? entry(matrix, subject.row, subject.col) : Number.NaN;
  const plain = { ...printing, link: false };
  const name = { id: node.gradientId, row: subject.row, col: subject.col };
  const say = (value: number) => formatNumber(value, { decimals });
  const choose = (next: number) => {
    setIndex(next);
    const way = listed[next];
    const example = way && exampleOf(way, local);
    if (example !== undefined && example !== looked) setExample(example);
  };
  return (
    <>
      <div className="paths-head">
        <p>
          {countSentence(paths.count, paths.listed.length)} {stoppedSentence(paths)}
        </p>
        {isShared && (
          <Select
            label="Of"
            value={isAlone ? 'one' : 'all'}
            onChange={(value) => {
              setAlone(value === 'one');
              setIndex(0);
            }}
          >
            <option value="all">all examples</option>
            <option value="one">{`example ${looked + 1} alone`}</option>
          </Select>
        )}
      </div>
      <p className="paths-sum">
        <span>
          {paths.count === 1 ? 'its product' : 'their sum'}{' '}
          <output title={`${paths.sum}`}>{say(paths.sum)}</output>
        </span>{' '}
        {isShared && isAlone ? (
          <span className="soft">{`is the share of example ${looked + 1}`}</span>
        ) : (
          <span>
            = <InlineSymbol tex={inlineTex(entryTex(plain, name))} text="the gradient" />
            <span className="sr-only">, the gradient, </span> ={' '}
            <output title={`${gradient}`} data-entry={`${name.id}[${name.row},${name.col}]`}>
              {say(gradient)}
            </output>
          </span>
        )}
      </p>
      <PathList
        paths={listed}
        chosen={Math.min(index, listed.length - 1)}
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
  if (!subject) return null;
  const { node } = subject.quantity;
  return (
    <>
      <EntryHead subject={subject} {...props} />
      {node.differentiable && node.role !== 'loss' ? (
        <Paths key={`${node.id},${subject.row},${subject.col}`} subject={subject} {...props} />
      ) : (
        <p className="words paths-none">
          {node.role === 'loss'
            ? 'All ways end here. Choose a weight, a bias or a unit in the diagram to see how it leads to the loss.'
            : 'No gradient flows to this number. Choose a weight, a bias or a unit in the diagram.'}
        </p>
      )}
    </>
  );
}
