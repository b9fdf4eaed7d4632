import type { Activation, Loss, Network, NetworkProblem, ProgramProblem } from '../problem';
import { examplesOf } from './networkChecks';

/** How the language calls an activation; the identity has no function. */
const FUNCTION: { readonly [A in Activation]: string } = {
  identity: '',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  'leaky-relu': 'leakyrelu',
  softplus: 'softplus',
  elu: 'elu',
  gelu: 'gelu',
  softmax: 'softmax',
};

/** Weights and inputs in the order and with the transposes of this layout. */
function product({ examples, weights }: Network, w: string, inputs: string): string {
  const turned = (examples === 'columns') === (weights === 'in-out') ? `${w}'` : w;
  return examples === 'columns' ? `${turned} * ${inputs}` : `${inputs} * ${turned}`;
}

/** The entries whose sum the loss is, and their sign. */
function terms({ kind, fromLogits }: Loss, a: string): readonly [sign: '' | '-', terms: string] {
  if (kind === 'squared-error') return ['', `(${a} - Y) .^ 2`];
  if (kind === 'binary-cross-entropy') {
    return fromLogits
      ? ['', `softplus(${a}) - Y .* ${a}`]
      : ['-', `Y .* log(${a}) + (1 - Y) .* log(1 - ${a})`];
  }
  return ['-', `Y .* log(${fromLogits ? `softmax(${a})` : a})`];
}

function lossLine({ loss }: Network, a: string, examples: number): string {
  const [sign, summed] = terms(loss, a);
  const factor = loss.scale === 1 ? '' : `${loss.scale} * `;
  if (loss.over === 'mean-all') return `J = ${sign}${factor}mean(${summed})`;
  const over = loss.over === 'mean' && examples > 1 ? ` / ${examples}` : '';
  return `J = ${sign}${factor}sum(${summed})${over}`;
}

/**
 * The network written out line by line, with its own names, numbers and layout. The cross-entropy is the one that is
 * written on paper: where an output is exactly 0 or 1 its logarithm is infinite, as the network's is not.
 */
export function networkAsProgram(problem: NetworkProblem): ProgramProblem {
  const { network, kind: _, ...common } = problem;
  const lines = network.layers.flatMap(({ activation, bias }, i) => {
    const l = i + 1;
    const f = FUNCTION[activation];
    const inputs = i === 0 ? 'X' : `A${i}`;
    return [
      `Z${l} = ${product(network, `W${l}`, inputs)}${bias ? ` + b${l}` : ''}`,
      `A${l} = ${f === '' ? `Z${l}` : `${f}(Z${l})`}`,
    ];
  });
  const loss = lossLine(network, `A${network.layers.length}`, examplesOf(problem, 'X'));
  return {
    ...common,
    kind: 'program',
    program: [...lines, loss].join('\n'),
    examples: network.examples,
  };
}
