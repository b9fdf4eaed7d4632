import { grouped, LIMITS, writeProblem } from '../../problem';
import type { Backstep } from '../../store';
import { say } from '../notice/messages';
import { fileName } from './grouped';

/** A sentence for a file too large even to be read; a character takes up to four bytes. */
export function tooLarge({ size }: { readonly size: number }): string | undefined {
  const most = LIMITS.characters * 4;
  return size > most
    ? `The file has ${grouped(size)} bytes and was not read; the limit is ${grouped(LIMITS.characters)} characters`
    : undefined;
}

/** Lectures are loaded with the first one; a problem may quote the name of their format in its text, further down. */
const isLecture = (text: string) => /^[\s\S]{0,300}"format"\s*:\s*"backstep-lecture"/.test(text);

export function openFile(file: File | undefined, backstep: Backstep): void {
  const { openText, refuse } = backstep.actions;
  if (!file) return;
  const error = tooLarge(file);
  if (error) {
    refuse({ error, where: 'file' });
    return;
  }
  const open = async (text: string) => {
    if (!isLecture(text)) return openText(text);
    return (await import('../lecture/open')).openLectureText(backstep, text);
  };
  file.text().then(open, () =>
    refuse({
      error: `The file ${file.name} could not be read; it may have been moved`,
      where: 'file',
    }),
  );
}

/** The browser's own dialog. */
export function chooseFiles(take: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) take(file);
  });
  input.click();
}

export function chooseFile(backstep: Backstep): void {
  chooseFiles((file) => openFile(file, backstep));
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
  if (problem) download(writeProblem(problem), fileName(problem.title));
  else say('There is nothing to save yet. Open a problem first.');
}
