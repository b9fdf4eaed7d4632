// Each gives a function that trains on the batch of ten once: forward, backward, update. The engine and convnetjs
// update once a batch, synaptic and brain.js after every example, which is the only way they know.
import brain from 'brain.js';
import convnet from 'convnetjs';
import synaptic from 'synaptic';
import { compile } from '../src/compile';
import {
  backward,
  commit,
  createOptimizer,
  createPlan,
  forward,
  setLeaf,
  update,
} from '../src/engine';
import { parseProblem } from '../src/problem';
import { generator } from './nets.mjs';

const RATE = 0.1;

function problemFor(sizes, batch) {
  const next = generator(7);
  const matrix = (rows, cols) =>
    Array.from({ length: rows }, () => Array.from({ length: cols }, () => next() * 0.5));
  const columns = (key) => batch[0][key].map((_, i) => batch.map((example) => example[key][i]));
  const layers = sizes.map((units, i) => (i === 0 ? { units } : { units, activation: 'sigmoid' }));
  const parameters = Object.fromEntries(
    sizes.slice(1).flatMap((units, i) => [
      [`W${i + 1}`, matrix(units, sizes[i])],
      [`b${i + 1}`, matrix(units, 1)],
    ]),
  );
  return {
    format: 'backstep-problem',
    version: 1,
    title: sizes.join('-'),
    network: { layers, loss: { kind: 'squared-error', scale: 0.5, over: 'mean' } },
    data: { X: columns('input'), Y: columns('target') },
    parameters,
    optimizer: { kind: 'sgd', learningRate: RATE },
  };
}

function backstep(sizes, batch) {
  const problem = parseProblem(problemFor(sizes, batch));
  if (!problem.ok) throw new Error(problem.fault.error);
  const compiled = compile(problem.value);
  if (!compiled.ok) throw new Error(compiled.fault.error);
  const plan = createPlan(compiled.value.graph);
  for (const [id, value] of compiled.value.values) setLeaf(plan, id, value);
  const optimizer = createOptimizer(plan, compiled.value.problem.optimizer);
  return () => {
    forward(plan);
    backward(plan);
    update(plan, optimizer);
    commit(plan, optimizer);
  };
}

function synapticNet(sizes, batch) {
  const network = new synaptic.Architect.Perceptron(...sizes);
  return () => {
    for (const { input, target } of batch) {
      network.activate(input);
      network.propagate(RATE, target);
    }
  };
}

function brainNet(sizes, batch) {
  const network = new brain.NeuralNetwork({
    inputSize: sizes[0],
    outputSize: sizes.at(-1),
    hiddenLayers: sizes.slice(1, -1),
    activation: 'sigmoid',
    learningRate: RATE,
  });
  network.initialize();
  const examples = batch.map(({ input, target }) => ({
    input: Float32Array.from(input),
    output: Float32Array.from(target),
  }));
  return () => {
    for (const { input, output } of examples) network.trainPattern({ input, output });
  };
}

function convnetNet(sizes, batch) {
  const network = new convnet.Net();
  network.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...sizes.slice(1, -1).map((n) => ({ type: 'fc', num_neurons: n, activation: 'sigmoid' })),
    { type: 'fc', num_neurons: sizes.at(-1), activation: 'sigmoid' },
    { type: 'regression', num_neurons: sizes.at(-1) },
  ]);
  const trainer = new convnet.SGDTrainer(network, {
    learning_rate: RATE,
    momentum: 0,
    batch_size: batch.length,
    l2_decay: 0,
  });
  const examples = batch.map(({ input, target }) => [new convnet.Vol(input), target]);
  return () => {
    for (const [volume, target] of examples) trainer.train(volume, target);
  };
}

export const CONTESTANTS = {
  Backstep: backstep,
  synaptic: synapticNet,
  'brain.js 2': brainNet,
  convnetjs: convnetNet,
};
