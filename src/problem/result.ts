/** What is wrong, in one sentence a person can act on, and where: `network.layers[2]`, `line 2, column 5`. */
export interface Fault {
  readonly error: string;
  readonly where: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(error: string, where: string): Result<never> {
  return { ok: false, fault: { error, where } };
}
