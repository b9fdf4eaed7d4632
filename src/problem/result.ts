/** What is wrong, in one sentence a person can act on, and where: `network.layers[2]`, `line 2, column 5`. */
export interface Fault {
  readonly error: string;
  readonly where: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  /** `others` are what else is wrong with the same text, for reasons of their own. */
  | { readonly ok: false; readonly fault: Fault; readonly others?: readonly Fault[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(error: string, where: string): Result<never> {
  return { ok: false, fault: { error, where } };
}

/** Several faults at once, in the order in which they are to be read. */
export function failAll([first, ...others]: readonly [Fault, ...Fault[]]): Result<never> {
  return { ok: false, fault: first, ...(others.length > 0 && { others }) };
}

export function faultsOf(result: Extract<Result<unknown>, { ok: false }>): readonly Fault[] {
  return [result.fault, ...(result.others ?? [])];
}
