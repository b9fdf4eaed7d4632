import type { ReactNode } from 'react';
import { type Printing, quantityText } from '../../derive';
import { allOf, type Modes, ratioOf, type Work } from '../../derive/derivations';
import { rootOf } from '../../engine';

interface Props {
  readonly modes: Modes;
  readonly printing: Printing;
}

const counted = (count: number) => count.toLocaleString('en');

function Row({ name, passes, work }: { name: string; passes: number; work: Work }): ReactNode {
  const { products, sums, functions } = work;
  const numbers = Object.entries({ passes, products, sums, functions, all: allOf(work) });
  return (
    <tr>
      <th scope="row">{name}</th>
      {numbers.map(([column, count]) => (
        <td key={column}>{counted(count)}</td>
      ))}
    </tr>
  );
}

/** Which mode takes less here, and why. */
export function verdictOf(modes: Modes, loss: string): string {
  const ratio = ratioOf(modes);
  const { passes } = modes.forward;
  const numbers = passes === 1 ? 'the one number' : `the ${counted(passes)} numbers`;
  const each = `${loss} is one number and the parameters are ${counted(passes)}, so all gradients come with one reverse pass, but with ${counted(passes)} forward ${passes === 1 ? 'pass' : 'passes'}`;
  const times = (r: number) => (r < 10 ? r.toFixed(1) : counted(Math.round(r)));
  if (!Number.isFinite(ratio)) return `${each}. Here reverse mode has nothing to compute.`;
  if (ratio >= 1.05) return `${each}: ${times(ratio)} times the operations of reverse mode.`;
  if (ratio > 0.95) return `For ${numbers} of this problem both modes take about the same.`;
  return `Here forward mode takes less, ${times(1 / ratio)} times fewer operations: for ${numbers} of the parameters its passes are short.`;
}

/** The operations of both modes, counted; the values of the forward pass are needed by both. */
export function Totals({ modes, printing }: Props): ReactNode {
  const loss = quantityText(printing, rootOf(printing.graph).id);
  return (
    <section className="totals" aria-label="What they take">
      <h3>All gradients of the parameters</h3>
      <p className="words">{verdictOf(modes, loss)}</p>
      <table className="ledger">
        <caption className="sr-only">Operations with single numbers, counted</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">passes</th>
            <th scope="col">× ÷</th>
            <th scope="col">+ −</th>
            <th scope="col">functions</th>
            <th scope="col">all</th>
          </tr>
        </thead>
        <tbody>
          <Row name="values" passes={1} work={modes.values} />
          <Row name="reverse" passes={modes.reverse.passes} work={modes.reverse.total} />
          <Row name="forward" passes={modes.forward.passes} work={modes.forward.total} />
        </tbody>
      </table>
      <p className="soft">
        Both modes need the values first. Forward mode wins where few numbers go in and many come
        out: it needs a pass for each number that goes in, reverse mode one for each that comes out.
      </p>
    </section>
  );
}
