// Run by allocation.test.ts in a process of its own: `node --expose-gc --import tsx allocation.mjs`. Prints how
// many bytes of the heap one training step takes, for each graph and optimizer, after V8 has compiled the code.
import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import * as engine from '../index.ts';
import { graphs } from './graphs.ts';

const WINDOWS = 8;
const STEPS = 2_000;
const OPTIMIZERS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'];

let collections = 0;
new PerformanceObserver((list) => {
  collections += list.getEntries().length;
}).observe({ entryTypes: ['gc'] });

const garbage = process.argv.includes('--with-garbage');
const kept = [];

function train(plan, optimizer, steps) {
  for (let i = 0; i < steps; i++) {
    engine.forward(plan);
    engine.backward(plan);
    engine.update(plan, optimizer);
    engine.measureUpdate(plan);
    engine.commit(plan, optimizer);
    // Just one boxed number a step: what the test has to notice.
    if (garbage) kept[0] = { x: plan.memory[0] };
  }
}

function fill(plan) {
  for (const [
    k,
    {
      op,
      id,
      shape: [rows, cols],
    },
  ] of plan.graph.nodes.entries()) {
    if (op.kind !== 'input') continue;
    const data = Float64Array.from({ length: rows * cols }, (_, i) => 0.5 + 0.3 * Math.sin(i + k));
    engine.setLeaf(plan, id, { rows, cols, data });
  }
}

async function bytesPerStep(graph, kind) {
  const plan = engine.createPlan(graph);
  const optimizer = engine.createOptimizer(plan, { kind, learningRate: 1e-6 });
  fill(plan);
  const windows = [];
  for (let i = 0; i < WINDOWS; i++) {
    // The compilers work beside us and install their code when we pause.
    await setTimeout(20);
    globalThis.gc();
    await setTimeout(0);
    collections = 0;
    const before = process.memoryUsage().heapUsed;
    train(plan, optimizer, STEPS);
    const after = process.memoryUsage().heapUsed;
    await setTimeout(0);
    windows.push(collections > 0 ? Infinity : (after - before) / STEPS);
  }
  // While V8 still compiles it allocates too; what the engine allocates is in every window.
  return Math.min(...windows);
}

const results = {};
for (const [name, graph] of Object.entries(graphs)) {
  const kinds = name === 'network' ? OPTIMIZERS : ['sgd'];
  for (const kind of kinds) results[`${name}, ${kind}`] = await bytesPerStep(graph, kind);
}
console.log(JSON.stringify(results));
