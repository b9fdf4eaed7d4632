import type { Backstep } from '../../store';
import { say } from '../notice/messages';

type Files = typeof import('./file');

/** What reads and writes files comes with the first of them. */
function withFiles(use: (files: Files) => unknown): void {
  import('./file').then(
    (files) => void use(files),
    () => say('This part of the page could not be loaded. Check the connection and try again.'),
  );
}

export const openFile = (file: File, backstep: Backstep): void =>
  withFiles((files) => files.openFile(file, backstep));

/** The browser's own dialog: at once, as it opens for a click only. */
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

export const chooseFile = (backstep: Backstep): void =>
  chooseFiles((file) => openFile(file, backstep));

export const saveFile = (backstep: Backstep): void =>
  withFiles((files) => files.saveFile(backstep));
