import type { Compiled } from '../compile';
import {
  chainTex,
  dialects,
  notationFor,
  numbersTex,
  type Printing,
  printingOf,
  ruleTex,
  type Step,
  stepCode,
  stepsOf,
} from '../derive';
import {
  lossAfterUpdate,
  type Matrix,
  passOnce,
  read,
  rootOf,
  type Snapshot,
  toRows,
} from '../engine';

/** JSON has no NaN and no infinities; they become the strings "NaN", "Infinity" and "-Infinity". */
export type JsonNumber = number | 'NaN' | 'Infinity' | '-Infinity';
type Rows = readonly (readonly JsonNumber[])[];

/** A whole pass as data, with every step as it is printed on the page. */
export interface Trace {
  readonly title: string;
  readonly loss: { readonly id: string; readonly value: JsonNumber };
  readonly quantities: readonly {
    readonly id: string;
    readonly role: string;
    readonly shape: readonly [number, number];
    readonly value: Rows;
    readonly gradient: Rows | null;
  }[];
  readonly steps: readonly unknown[];
  readonly updated: Readonly<Record<string, Rows>>;
  readonly lossAfterUpdate: JsonNumber;
}

function jsonNumber(value: number): JsonNumber {
  return Number.isFinite(value) ? value : (String(value) as JsonNumber);
}

function rows(m: Matrix): Rows {
  return toRows(m).map((row) => row.map(jsonNumber));
}

function stepOf(step: Step, printing: Printing, snapshot: Snapshot) {
  const format = { decimals: printing.notation.decimals };
  const { put, result } = numbersTex(step, printing, snapshot, format);
  return {
    id: step.id,
    phase: step.phase,
    writes: step.writes,
    reads: step.reads,
    cached: step.cached,
    shape: step.shape,
    tex: {
      chain: chainTex(step, printing),
      rule: ruleTex(step, printing),
      numbers: `${put} = ${result}`,
    },
    words: step.words,
    code: {
      numpy: stepCode(step, printing, dialects.numpy),
      pytorch: stepCode(step, printing, dialects.pytorch),
    },
  };
}

/** The trace of a problem, in its own notation and at that notation's detail. */
export function traceOf(compiled: Compiled): Trace {
  const { graph, problem } = compiled;
  const snapshot = passOnce(graph, compiled.values, problem.optimizer);
  const notation = notationFor(problem);
  const printing = printingOf(graph, notation);
  const detail = problem.kind === 'program' ? 'quantities' : notation.detail;
  const loss = read(snapshot, 'value', rootOf(graph).id)?.data[0] ?? Number.NaN;
  const shown = graph.nodes.filter((n) => n.named || n.index === graph.root);
  return {
    title: problem.title,
    loss: { id: rootOf(graph).id, value: jsonNumber(loss) },
    quantities: shown.flatMap((n) => {
      const value = read(snapshot, 'value', n.id);
      const gradient = read(snapshot, 'gradient', n.id);
      if (!value) return [];
      const { id, role, shape } = n;
      return [{ id, role, shape, value: rows(value), gradient: gradient ? rows(gradient) : null }];
    }),
    steps: stepsOf(compiled, detail).map((step) => stepOf(step, printing, snapshot)),
    updated: Object.fromEntries(
      graph.parameters.flatMap((p) => {
        const id = graph.nodes[p]?.id ?? '';
        const value = read(snapshot, 'updated', id);
        return value ? [[id, rows(value)]] : [];
      }),
    ),
    lossAfterUpdate: jsonNumber(lossAfterUpdate(snapshot)),
  };
}
