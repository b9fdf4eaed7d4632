import { memo, type ReactNode } from 'react';
import { matrixTex, quantitySpoken, quantityTex } from '../../derive';
import { read } from '../../engine';
import { Formula } from '../math/Formula';
import { isCut, noName, type Paper } from './paper';

/** Data and parameters: what every number of the sheets is worked out from. */
export const Given = memo(({ paper }: { readonly paper: Paper }): ReactNode => {
  const { printing, snapshot, format, problem } = paper;
  const leaves = printing.graph.nodes.filter(({ op }) => op.kind === 'input');
  const isAnyCut = printing.graph.nodes.some(({ shape }) => isCut(shape));
  return (
    <section>
      <h2>Given</h2>
      <div className="sheets-matrices">
        {leaves.map(({ id }) => {
          const value = read(snapshot, 'value', id);
          if (!value) return null;
          return (
            <div key={id} className="sheets-keep">
              <Formula
                tex={`${quantityTex(printing, id)} = ${matrixTex(value, format)}`}
                spoken={quantitySpoken(printing, id)}
                nameOf={noName}
              />
            </div>
          );
        })}
        {problem.optimizer && (
          <div className="sheets-keep">
            <Formula
              tex={`\\alpha = ${problem.optimizer.learningRate}`}
              spoken={`the learning rate is ${problem.optimizer.learningRate}`}
              nameOf={noName}
            />
          </div>
        )}
      </div>
      {isAnyCut && (
        <p className="sheets-note">
          Matrices of more than 10 rows or 8 columns are printed in part: dots stand for what is
          left out. The problem’s file has every number.
        </p>
      )}
    </section>
  );
});
