import { locateJsonError } from './json';
import { grouped } from './limits';
import { isRecord } from './record';
import { fail, ok, type Result } from './result';
import { show } from './show';

export type Fields = Record<string, unknown>;

/** What a file of ours says of itself, and how a sentence calls it. */
interface Kind {
  readonly format: string;
  /** The newest that is read here. */
  readonly version: number;
  readonly thing: string;
  /** Where its version is spoken of. */
  readonly subject: string;
}

/** The fields of a file of that kind, none of them looked at but the first two. */
export function fieldsOf(data: unknown, { format, version, thing, subject }: Kind): Result<Fields> {
  if (!isRecord(data)) {
    return fail(`A ${thing} file is a JSON object, but this is ${show(data)}`, 'file');
  }
  if (data.format !== format) {
    return fail(
      `This is no Backstep ${thing}: "format" must be "${format}", but is ${show(data.format)}`,
      'format',
    );
  }
  const own = data.version;
  if (typeof own === 'number' && Number.isInteger(own) && own > version) {
    return fail(
      `${subject} is version ${own}; this Backstep reads version ${version}. Open it with a newer Backstep`,
      'version',
    );
  }
  return ok(data);
}

/** What a text says as JSON; a text that is too long is not even tried. */
export function readJson(text: string, most: number): Result<unknown> {
  if (text.length > most) {
    return fail(
      `The file has ${grouped(text.length)} characters; the limit is ${grouped(most)}`,
      'file',
    );
  }
  try {
    // Some editors begin a file with a byte order mark, which is not JSON.
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return locateJsonError(text);
  }
}
