import * as v from 'valibot';
import { schemaFault } from './faults';
import { locateJsonError } from './json';
import { grouped, LIMITS } from './limits';
import { FORMAT, type NetworkProblem, type Problem, type ProgramProblem, VERSION } from './problem';
import { fail, ok, type Result } from './result';
import { type NetworkFile, networkFile, type ProgramFile, programFile } from './schema';
import { show } from './show';
import { isRecord, numbersIn, readTensors, tooManyNumbers } from './tensors';

type File = Record<string, unknown>;

function checkHeader(file: File): Result<null> {
  if (file.format !== FORMAT) {
    return fail(
      `This is no Backstep problem: "format" must be "${FORMAT}", but is ${show(file.format)}`,
      'format',
    );
  }
  const version = file.version;
  if (typeof version === 'number' && Number.isInteger(version) && version > VERSION) {
    return fail(
      `This file is version ${version}; this Backstep reads version ${VERSION}. Open it with a newer Backstep`,
      'version',
    );
  }
  return ok(null);
}

/** Lengths alone, before any element is looked at, so that a huge file is refused at once. */
function checkSize(file: File): Result<null> {
  const layers = isRecord(file.network) ? file.network.layers : undefined;
  if (Array.isArray(layers) && layers.length > LIMITS.layers + 1) {
    return fail(
      `The network has ${grouped(layers.length - 1)} layers after the input; the limit is ${LIMITS.layers}`,
      'network.layers',
    );
  }
  const numbers = numbersIn(file.data, file.parameters);
  return numbers > LIMITS.numbers ? fail(tooManyNumbers(numbers), 'file') : ok(null);
}

type Header =
  | Omit<NetworkProblem, 'data' | 'parameters'>
  | Omit<ProgramProblem, 'data' | 'parameters'>;

function headerOf(file: NetworkFile | ProgramFile): Header {
  const { format: _f, version: _v, data: _d, parameters: _p, ...rest } = file;
  if (!('network' in rest)) return { kind: 'program', ...rest };
  const [input, ...layers] = rest.network.layers;
  return { kind: 'network', ...rest, network: { ...rest.network, inputs: input.units, layers } };
}

function readFile(file: File): Result<NetworkFile | ProgramFile> {
  const isNetwork = Object.hasOwn(file, 'network');
  if (isNetwork && Object.hasOwn(file, 'program')) {
    return fail('The file has both "network" and "program"; keep one of them', 'file');
  }
  if (!isNetwork && !Object.hasOwn(file, 'program')) {
    return fail('The file needs a "network" or a "program"', 'file');
  }
  const read = v.safeParse(isNetwork ? networkFile : programFile, file, { abortEarly: true });
  return read.success ? ok(read.output) : schemaFault(read.issues[0]);
}

function readBody(file: NetworkFile | ProgramFile): Result<Problem> {
  const data = readTensors(file.data, 'data');
  if (!data.ok) return data;
  const parameters = readTensors(file.parameters, 'parameters');
  if (!parameters.ok) return parameters;
  const twice = Object.keys(data.value).find((name) => Object.hasOwn(parameters.value, name));
  if (twice !== undefined) {
    return fail(`${twice} is both in "data" and in "parameters"`, `parameters.${twice}`);
  }
  return ok({ ...headerOf(file), data: data.value, parameters: parameters.value });
}

/** A parsed JSON value becomes a problem with every default filled in. */
export function parseProblem(data: unknown): Result<Problem> {
  if (!isRecord(data))
    return fail(`A problem file is a JSON object, but this is ${show(data)}`, 'file');
  const header = checkHeader(data);
  if (!header.ok) return header;
  const size = checkSize(data);
  if (!size.ok) return size;
  const file = readFile(data);
  return file.ok ? readBody(file.value) : file;
}

/** The text of a problem file. */
export function readProblem(text: string): Result<Problem> {
  if (text.length > LIMITS.characters) {
    return fail(
      `The file has ${grouped(text.length)} characters; the limit is ${grouped(LIMITS.characters)}`,
      'file',
    );
  }
  const json = parseJson(text);
  return json.ok ? parseProblem(json.value) : json;
}

function parseJson(text: string): Result<unknown> {
  try {
    // Some editors begin a file with a byte order mark, which is not JSON.
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return locateJsonError(text);
  }
}
