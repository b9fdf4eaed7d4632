import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { exampleCount, quantityText } from '../../derive';
import type { Scene } from '../../diagram';
import { createDiagram } from '../../diagram/diagram';
import { createGraphDiagram } from '../../diagram/graph';
import { exampleOf, type State } from '../../store';
import { isGraph } from '../network/graphView';
import type { Paper } from './paper';
import '../../diagram/graph/graph.css';
import '../../diagram/graph/values.css';

interface Props {
  readonly paper: Paper;
  readonly state: State;
  /** Only what is given is written in. */
  readonly blank: boolean;
}

function sceneOf({ paper, state, blank }: Props): Scene {
  const { printing, snapshot, format } = paper;
  const isGiven = (id: string) => printing.quantities.get(id)?.node.op.kind === 'input';
  return {
    graph: printing.graph,
    snapshot,
    step: null,
    isKnown: (id) => !blank || (isGiven(id) && printing.quantities.get(id)?.aspect === 'value'),
    example: exampleOf(state),
    decimals: format.decimals,
    path: null,
    symbol: (id) => quantityText(printing, id),
  };
}

const nothing = () => undefined;

/** In pixels of 1/96 inch. A graph that runs across needs less height than this, and paper has it for other things. */
const TALLEST = 360;
const LEAST = 110;

/** As high as the graph is when it is as wide as the sheet, and never enlarged. */
function heightFor(host: HTMLElement): number {
  const whole = host.querySelector<SVGSVGElement>('svg')?.dataset.whole ?? '';
  const [, , width = 0, height = 0] = whole.split(' ').map(Number);
  const wanted = height * Math.min(1, host.clientWidth / width) + 16;
  return Math.max(LEAST, Math.min(TALLEST, Math.ceil(wanted) || TALLEST));
}

/** Paper neither lights up nor can be pointed at, and the page's own marks must not reach it. */
function silence(host: HTMLElement): void {
  for (const each of host.querySelectorAll('*'))
    for (const name of ['data-quantity', 'data-entry', 'tabindex', 'role', 'aria-label'])
      each.removeAttribute(name);
}

function draw(host: HTMLElement, props: Props): () => void {
  const { paper, state } = props;
  const scene = sceneOf(props);
  if (!isGraph(state) || !state.shown) {
    const diagram = createDiagram(host);
    diagram.update(scene);
    silence(host);
    return diagram.destroy;
  }
  const graph = createGraphDiagram(host, { onSelect: nothing, onFold: nothing, onSay: nothing });
  const { detail } = state.settings;
  const { printing } = paper;
  graph.update({ ...scene, source: state.shown.compiled, printing, detail, all: null, opened: {} });
  host.style.height = `${heightFor(host)}px`;
  graph.update({ ...scene, source: state.shown.compiled, printing, detail, all: null, opened: {} });
  graph.fit();
  silence(host);
  return graph.destroy;
}

/** The network at the head of the sheets. It is drawn once: paper does not change. */
export function PaperDiagram(props: Props): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const { paper, state, blank } = props;
  const examples = isGraph(state) ? 1 : exampleCount(paper.printing.graph);
  useLayoutEffect(
    () => (host.current ? draw(host.current, { paper, state, blank }) : undefined),
    [paper, state, blank],
  );
  return (
    <figure
      className="sheets-diagram sheets-keep"
      data-graph={isGraph(state) || undefined}
      data-blank-diagram={blank || undefined}
    >
      <div ref={host} className="sheets-drawing" aria-hidden="true" />
      {examples > 1 && (
        <figcaption>{`In the diagram: example ${exampleOf(state) + 1} of ${examples}.`}</figcaption>
      )}
    </figure>
  );
}
