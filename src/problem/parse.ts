import * as v from 'valibot';
import { schemaFault } from './faults';
import { type Fields, fieldsOf, readJson } from './file';
import { headerOf } from './header';
import { grouped, LIMITS } from './limits';
import { FORMAT, type Problem, VERSION } from './problem';
import { isRecord } from './record';
import { fail, ok, type Result } from './result';
import { type NetworkFile, networkFile, type ProgramFile, programFile } from './schema';
import { numbersIn, readTensors, tooManyNumbers } from './tensors';

/** Lengths alone, before any element is looked at, so that a huge file is refused at once. */
function checkSize(file: Fields): Result<null> {
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

function readFile(file: Fields): Result<NetworkFile | ProgramFile> {
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

const KIND = { format: FORMAT, version: VERSION, thing: 'problem', subject: 'This file' } as const;

/** A parsed JSON value becomes a problem with every default filled in. */
export function parseProblem(data: unknown): Result<Problem> {
  const fields = fieldsOf(data, KIND);
  if (!fields.ok) return fields;
  const size = checkSize(fields.value);
  if (!size.ok) return size;
  const file = readFile(fields.value);
  return file.ok ? readBody(file.value) : file;
}

/** The text of a problem file. */
export function readProblem(text: string): Result<Problem> {
  const json = readJson(text, LIMITS.characters);
  return json.ok ? parseProblem(json.value) : json;
}
