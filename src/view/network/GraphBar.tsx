import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../controls/icons';
import { useBackstep } from '../hooks';
import { foldAll, graphView } from './graphView';

/** Finds by name: Enter goes to the next match, and round again. */
function Search(): ReactNode {
  const [at, setAt] = useState(-1);
  const [count, setCount] = useState<number | null>(null);

  const look = (text: string, index: number) => {
    const found = graphView.getState().diagram?.find(text, index) ?? 0;
    setAt(found === 0 ? -1 : index % found);
    setCount(text.trim() === '' ? null : found);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    look(event.currentTarget.value, count ? (at + (event.shiftKey ? count - 1 : 1)) % count : 0);
  };
  return (
    <span className="graph-search">
      <output aria-live="polite">
        {count === null ? '' : count === 0 ? 'none' : `${at + 1} of ${count}`}
      </output>
      <input
        type="search"
        aria-label="Find in the graph"
        placeholder="Find a name"
        spellCheck={false}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={(event) => look(event.currentTarget.value, 0)}
      />
    </span>
  );
}

/** Below the graph: why gradients add up, finding, folding, and the window onto it. */
export function GraphBar(): ReactNode {
  const backstep = useBackstep();
  const sentence = useStore(graphView, (state) => state.sentence);
  const diagram = useStore(graphView, (state) => state.diagram);
  return (
    <div className="graph-bar">
      <p className="adding" title={sentence}>
        {sentence}
      </p>
      <Search />
      <button
        type="button"
        className="button plain"
        title="Every line to its operations, or to one node (Shift F); F for the one that has the focus"
        onClick={() => foldAll(backstep)}
      >
        Fold / open all
      </button>
      <IconButton framed icon="minus" name="Zoom out" onClick={() => diagram?.zoomBy(0.8)} />
      <IconButton framed icon="plus" name="Zoom in" onClick={() => diagram?.zoomBy(1.25)} />
      <button type="button" className="button plain" onClick={() => diagram?.fit()}>
        Fit
      </button>
    </div>
  );
}
