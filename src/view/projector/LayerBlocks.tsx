import { type ReactNode, useCallback, useMemo } from 'react';
import {
  chainTex,
  type Printing,
  putTex,
  quantitySpoken,
  resultTex,
  ruleSpoken,
  ruleTex,
  type Step,
} from '../../derive';
import { read } from '../../engine';
import { aloneOf, type Shown } from '../../store';
import { chainSpoken, matrixSpoken } from '../equation/spoken';
import { useUses } from '../equation/useUses';
import { useSelect } from '../hooks';
import { Covered } from './Covered';
import { Fitted } from './Fitted';
import { Item, useHidden, Words } from './items';
import type { Large } from './layout';

export interface BlocksProps {
  readonly step: Step;
  readonly printing: Printing;
  readonly shown: Shown;
  readonly known: boolean;
  readonly decimals: number;
  readonly large: Large;
  /** Changes with the size of the column. */
  readonly room: string;
}

/** Rows and columns of a matrix that are written, from many to the corners alone. */
export const MOST: readonly (readonly [number, number])[] = [
  [7, 6],
  [6, 5],
  [5, 4],
  [4, 4],
  [4, 3],
  [3, 3],
];
const CORNERS: typeof MOST = [
  [3, 3],
  [3, 2],
];
/** Before numbers are left out they lose digits. */
const SHORT = 2;

export function useNames(printing: Printing) {
  return useCallback((id: string) => quantitySpoken(printing, id), [printing]);
}

function Numbers(props: BlocksProps): ReactNode {
  const { step, printing, shown, known, decimals, room, large } = props;
  const { snapshot } = shown;
  const alone = useSelect(aloneOf);
  const isHidden = useHidden('result');
  const nameOf = useNames(printing);
  const uses = useUses(step);
  const [results, puts] = useMemo(() => {
    const formats = [
      ...MOST.map((most) => ({ decimals, alone, most })),
      ...CORNERS.map((most) => ({ decimals: Math.min(decimals, SHORT), alone, most })),
    ];
    const written = (tex: typeof putTex) =>
      formats.map((format) => () => tex(step, printing, snapshot, format));
    return [written(resultTex), written(putTex)];
  }, [step, printing, snapshot, decimals, alone]);
  const result = read(snapshot, step.aspect, step.of);
  const form = `${decimals} ${alone}`;
  if (!known || !result) return <span>…</span>;
  return (
    <>
      <Covered key={`${step.id} ${room}`} isCovered={isHidden}>
        <Fitted
          texs={results}
          spoken={`The result: ${matrixSpoken(result, decimals)}`}
          {...{ nameOf, uses, room, form }}
        />
      </Covered>
      <span className="put-in">
        <span className="equals" aria-hidden="true">
          =
        </span>
        <Fitted
          texs={puts}
          spoken="It is the rule with its numbers put in"
          {...{ nameOf, room, form }}
          folds={large !== 'numbers'}
        />
      </span>
    </>
  );
}

/** A step in matrices: what it computes, why, and its numbers. */
export function LayerBlocks(props: BlocksProps): ReactNode {
  const { step, printing, large, room } = props;
  const nameOf = useNames(printing);
  const uses = useUses(step);
  const [rule, chain] = useMemo(
    () => [
      [() => `\\displaystyle ${ruleTex(step, printing)}`],
      [() => `\\displaystyle ${chainTex(step, printing)}`],
    ],
    [step, printing],
  );
  const common = { nameOf, uses, room };
  const isForward = step.chain.kind === 'depends';
  return (
    <>
      {large !== 'numbers' && (
        <Item key={`rule ${step.id}`} part="rule" label="Rule" className="rule-item">
          <Fitted texs={rule} spoken={ruleSpoken(step, printing)} {...common} />
        </Item>
      )}
      {large !== 'numbers' && !isForward && (
        <Item key={`chain ${step.id}`} part="chain" label="Chain rule">
          <Fitted texs={chain} spoken={chainSpoken(step, printing)} {...common} folds />
        </Item>
      )}
      <Item key={`numbers ${step.id}`} part="numbers" label="Numbers" className="numbers-item">
        <Numbers {...props} />
      </Item>
      <Words key={`words ${step.id}`} text={step.words} fills />
    </>
  );
}
