import { writeLecture } from '../../problem/lecture';
import type { Backstep } from '../../store';
import { say } from '../notice/messages';
import { chooseFiles, download, tooLarge } from '../topbar/file';
import { slug } from '../topbar/grouped';
import { lecture } from './lecture';
import { openLectureText } from './open';

export function saveLecture(): void {
  const { lecture: open } = lecture.store.getState();
  if (!open) say('There is no lecture to save. Open one first.');
  else download(writeLecture(open), `${slug(open.title) || 'lecture'}.backstep-lecture.json`);
}

/** Always as a lecture: what is none says what it is. */
export function chooseLecture(backstep: Backstep): void {
  chooseFiles((file) => {
    const error = tooLarge(file);
    if (error) return backstep.actions.refuse({ error, where: 'file' });
    file.text().then(
      (text) => void openLectureText(backstep, text),
      () =>
        backstep.actions.refuse({
          error: `The file ${file.name} could not be read; it may have been moved`,
          where: 'file',
        }),
    );
  });
}
