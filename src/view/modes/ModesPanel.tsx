import { type ReactNode, useMemo, useState } from 'react';
import { type Printing, quantityText } from '../../derive';
import { modesOf } from '../../derive/derivations';
import { nodeOf, rootOf } from '../../engine';
import type { Shown } from '../../store';
import { Select } from '../controls/Select';
import { IndexField } from '../depth/EntryHead';
import { useDecimals, usePrinting, useSelect } from '../hooks';
import { ForwardPass, ReversePass } from './Passes';
import { Totals } from './Totals';
import '../depth/depth.css';
import './modes.css';

interface Props {
  readonly shown: Shown;
  readonly printing: Printing;
}

/** The number that is moved: an entry of a parameter. */
function useSeed({ graph }: Printing) {
  const leaves = graph.nodes.filter((n) => n.args.length === 0 && n.differentiable);
  const first = leaves.find(({ role }) => role === 'parameter') ?? leaves[0];
  const [chosen, setChosen] = useState({ of: first?.id ?? '', row: 0, col: 0 });
  const leaf = leaves.find(({ id }) => id === chosen.of) ?? first;
  const [rows, cols] = leaf?.shape ?? [1, 1];
  const seed = {
    of: leaf?.id ?? '',
    row: Math.min(chosen.row, rows - 1),
    col: Math.min(chosen.col, cols - 1),
  };
  return { leaves, seed, setSeed: setChosen };
}

function Compared({ shown, printing }: Props): ReactNode {
  const { compiled, snapshot } = shown;
  const { graph } = compiled;
  const { leaves, seed, setSeed } = useSeed(printing);
  const decimals = useDecimals();
  const modes = useMemo(() => modesOf(compiled), [compiled]);
  const [rows, cols] = nodeOf(graph, seed.of)?.shape ?? [1, 1];
  const loss = quantityText(printing, rootOf(graph).id);
  const unnamed = graph.nodes.find(({ named, args }) => !named && args.length > 0);
  const common = { shown, printing, snapshot, decimals };
  return (
    <div className="modes-parts">
      <Totals modes={modes} printing={printing} />
      <section className="mode" aria-label="Reverse mode">
        <h3>Reverse mode</h3>
        <p className="soft">
          {`One pass from ${loss} back: every gradient on the way, all at once.`}
          {unnamed &&
            ` ${quantityText(printing, unnamed.id)} is a result on the way that has no name of its own.`}
        </p>
        <ReversePass {...common} />
      </section>
      <section className="mode" aria-label="Forward mode">
        <h3>Forward mode</h3>
        <p className="soft">
          {`One pass from that number on: how fast each value moves with it. At ${loss} stands one derivative.`}
        </p>
        <div className="seed">
          <Select
            label="moved number"
            value={seed.of}
            onChange={(of) => setSeed({ of, row: 0, col: 0 })}
          >
            {leaves.map(({ id }) => (
              <option key={id} value={id}>
                {quantityText(printing, id)}
              </option>
            ))}
          </Select>
          <IndexField
            label="Row"
            index={seed.row}
            count={rows}
            onChange={(row) => setSeed({ ...seed, row })}
          />
          <IndexField
            label="Column"
            index={seed.col}
            count={cols}
            onChange={(col) => setSeed({ ...seed, col })}
          />
        </div>
        <ForwardPass seed={seed} {...common} />
      </section>
    </div>
  );
}

/** Both ways to the same gradients, pass by pass, and what they take. */
export default function ModesPanel(): ReactNode {
  const shown = useSelect((state) => state.shown);
  const printing = usePrinting(shown);
  const isWhole = shown !== null && shown.filled === shown.snapshot.layout.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows scroll it.
    <section className="panel sheet-panel modes" aria-label="Modes" tabIndex={0}>
      {isWhole && printing && <Compared shown={shown} printing={printing} />}
    </section>
  );
}
