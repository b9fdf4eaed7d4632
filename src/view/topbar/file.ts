import { fail, grouped, LIMITS, ok, type Result, writeProblem } from '../../problem';
import type { Backstep } from '../../store';
import { isKeptAs, leaving } from '../keep/leaving';
import { say } from '../notice/messages';
import { fileName } from './grouped';

/** The text of a file, unless it is too large even to be read; a character takes up to four bytes. */
export async function readFile(file: File): Promise<Result<string>> {
  if (file.size > LIMITS.characters * 4)
    return fail(
      `The file has ${grouped(file.size)} bytes and was not read; the limit is ${grouped(LIMITS.characters)} characters`,
      'file',
    );
  try {
    return ok(await file.text());
  } catch {
    return fail(`The file ${file.name} could not be read; it may have been moved`, 'file');
  }
}

/** Lectures are loaded with the first one; a problem may quote the name of their format in its text, further down. */
const isLecture = (text: string) => /^[\s\S]{0,300}"format"\s*:\s*"backstep-lecture"/.test(text);

export async function openFile(file: File, backstep: Backstep): Promise<void> {
  const { openText, refuse } = backstep.actions;
  const read = await readFile(file);
  if (!read.ok) return refuse(read.fault);
  await leaving(backstep, async () => {
    if (!isLecture(read.value)) return openText(read.value);
    return (await import('../lecture/open')).openLectureText(backstep, read.value);
  });
}

export function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export function saveFile({ store }: Backstep): void {
  const { problem } = store.getState();
  if (problem) {
    const name = fileName(problem.title);
    download(writeProblem(problem), name);
    isKeptAs(problem);
    say(`Saved to the file ${name}.`);
  } else say('There is nothing to save yet. Open a problem first.');
}
