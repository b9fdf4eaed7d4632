import type { NetworkProblem, ProgramProblem } from './problem';
import type { NetworkFile, ProgramFile } from './schema';

export type Header =
  | Omit<NetworkProblem, 'data' | 'parameters'>
  | Omit<ProgramProblem, 'data' | 'parameters'>;

/** All of a file but its numbers, as a problem has it. */
export function headerOf(file: NetworkFile | ProgramFile): Header {
  const { format: _f, version: _v, data: _d, parameters: _p, ...rest } = file;
  if (!('network' in rest)) return { kind: 'program', ...rest };
  const [input, ...layers] = rest.network.layers;
  return { kind: 'network', ...rest, network: { ...rest.network, inputs: input.units, layers } };
}
