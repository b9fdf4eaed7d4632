import { lazy, type ReactNode, useEffect, useState } from 'react';
import { Later } from '../controls/Later';
import { useDepths } from '../depth/useDepths';
import { Dialogs } from '../dialogs/Dialogs';
import { EdgeField } from '../edit/EdgeField';
import { EquationPanel } from '../equation/EquationPanel';
import { RefusedDialog } from '../export/RefusedDialog';
import { useBackstep, useSelect } from '../hooks';
import { handoutAddress, sharedOf } from '../keep/shared';
import { DiagramHost } from '../network/DiagramHost';
import { isGraph } from '../network/graphView';
import { Notices } from '../notice/Notices';
import { NumbersPanel } from '../numbers/NumbersPanel';
import { StepsPanel } from '../steps/StepsPanel';
import { useLighting, useTheme } from '../usePage';
import { useEmbedKeys } from './useEmbedKeys';
import type { EmbedPart } from './wanted';
import '../theme.css';
import '../base.css';
import '../app.css';
import '../lit.css';
import '../network/network.css';
import './embed.css';

const GraphView = lazy(() => import('../network/GraphView'));

/** In milliseconds: an address is not made anew while somebody drags a number. */
const REST = 250;

/** The address at which the whole page shows the same. */
function useOpenAddress(): string {
  const { store } = useBackstep();
  const [address, setAddress] = useState(
    () => `${window.location.origin}${window.location.pathname}`,
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let count = 0;
    const renew = async () => {
      const shared = sharedOf(store.getState());
      count += 1;
      const own = count;
      const href = shared && (await handoutAddress(shared));
      if (href && own === count) setAddress(href);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void renew(), REST);
    };
    later();
    const stop = store.subscribe(later);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return address;
}

function Diagram(): ReactNode {
  const asGraph = useSelect(isGraph);
  return (
    <section className="panel network" aria-label="Network">
      {asGraph ? (
        <Later waiting={<div className="diagram-host" />}>
          <GraphView />
        </Later>
      ) : (
        <DiagramHost />
      )}
    </section>
  );
}

const PANELS: Readonly<Record<EmbedPart, () => ReactNode>> = {
  diagram: Diagram,
  equation: EquationPanel,
  steps: StepsPanel,
  numbers: NumbersPanel,
};

/** The parts that a frame shows: nothing around them but the way to the whole page. */
export function Embedded({ parts }: { readonly parts: readonly EmbedPart[] }): ReactNode {
  useEmbedKeys();
  useTheme();
  useLighting();
  useDepths();
  const title = useSelect((state) => state.shown?.problem.title);
  const address = useOpenAddress();
  return (
    <div className="embed" data-parts={parts.join(' ')}>
      <header className="embed-head">
        <h1>{title ?? '\u00a0'}</h1>
        <a href={address} target="_blank" rel="noopener">
          Open in Backstep
        </a>
      </header>
      <main className="embed-main">
        {parts.map((part) => {
          const Panel = PANELS[part];
          return <Panel key={part} />;
        })}
      </main>
      <EdgeField />
      <Dialogs />
      <RefusedDialog />
      <Notices />
    </div>
  );
}
