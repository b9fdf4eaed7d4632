import type { GraphPlan } from './plan';
import { nextNode } from './walking';

interface Reading {
  readonly plan: () => GraphPlan | null;
  readonly onPoint: (key: string | null) => void;
  readonly onFocus: (key: string) => void;
  readonly onSelect: (entry: string) => void;
  readonly onFold: (line: string) => void;
  /** A factor; 0 for all of it. */
  readonly onZoom: (factor: number) => void;
}

const ZOOMS: Readonly<Record<string, number>> = { '+': 1.25, '=': 1.25, '-': 0.8, '0': 0 };

const keyOf = (element: Element | null) => element?.getAttribute('data-key') ?? null;

/** What is clicked, pointed at or reached by key; Enter opens, arrows follow the edges, F folds a line. */
export function startReading(svg: SVGSVGElement, reading: Reading): { readonly stop: () => void } {
  const nodeAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest('.node') : null;
  const nodeOf = (key: string) => svg.querySelector<SVGGElement>(`[data-key="${CSS.escape(key)}"]`);

  function entryAt(target: Element): string | null {
    const entry = target.closest('[data-entry]')?.getAttribute('data-entry');
    if (entry) return entry;
    const quantity = target.closest('.quantity')?.getAttribute('data-quantity');
    return quantity ? `${quantity}[0,0]` : null;
  }

  function fold(node: Element | null): boolean {
    const plan = reading.plan();
    const item = plan?.model.byKey.get(keyOf(node) ?? '');
    if (!item?.folds) return false;
    reading.onFold(item.line);
    nodeOf(item.line)?.focus();
    return true;
  }

  const onClick = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    if (target.closest('.fold')) {
      fold(nodeAt(target));
      return;
    }
    const entry = entryAt(target);
    if (entry) reading.onSelect(entry);
  };

  const onKey = (event: KeyboardEvent) => {
    const node = nodeAt(event.target);
    const key = keyOf(node);
    if (!node || !key || event.ctrlKey || event.metaKey || event.altKey) return;
    const zoom = ZOOMS[event.key];
    const plan = reading.plan();
    const next = plan && nextNode(plan.model, plan.placed, key, event.key, plan.isAcross);
    if (event.key === 'Enter') {
      const item = plan?.model.byKey.get(key);
      const isGradient = event.shiftKey && item?.node.differentiable;
      const quantity = isGradient ? item.node.gradientId : node.getAttribute('data-quantity');
      reading.onSelect(`${quantity}[0,0]`);
    } else if (event.key.toLowerCase() === 'f' && !event.shiftKey) {
      if (!fold(node)) return;
    } else if (zoom !== undefined) reading.onZoom(zoom);
    else if (event.key.startsWith('Arrow') && node.matches(':focus-visible') && !event.shiftKey) {
      const target = next ? nodeOf(next) : null;
      if (next && target) {
        reading.onFocus(next);
        target.focus();
      }
    } else return;
    event.preventDefault();
  };

  const onOver = ({ target }: Event) => {
    const element = target instanceof Element ? target : null;
    reading.onPoint(
      keyOf(nodeAt(element)) ?? element?.closest('[data-edge]')?.getAttribute('data-edge') ?? null,
    );
  };
  const onLeave = () => reading.onPoint(null);
  const onFocusIn = ({ target }: Event) => {
    const key = keyOf(nodeAt(target));
    if (key && nodeAt(target)?.matches(':focus-visible')) {
      reading.onFocus(key);
      reading.onPoint(key);
    }
  };

  svg.addEventListener('click', onClick);
  svg.addEventListener('keydown', onKey);
  svg.addEventListener('pointerover', onOver);
  svg.addEventListener('pointerleave', onLeave);
  // A drawing that listens for the focus itself could be focused, and a click would frame it.
  const host = svg.parentElement;
  host?.addEventListener('focusin', onFocusIn);
  host?.addEventListener('focusout', onLeave);
  return {
    stop() {
      svg.removeEventListener('click', onClick);
      svg.removeEventListener('keydown', onKey);
      svg.removeEventListener('pointerover', onOver);
      svg.removeEventListener('pointerleave', onLeave);
      host?.removeEventListener('focusin', onFocusIn);
      host?.removeEventListener('focusout', onLeave);
    },
  };
}
