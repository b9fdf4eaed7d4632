import { writeLecture } from '../../problem/lecture';
import type { Backstep } from '../../store';
import { leaving } from '../keep/leaving';
import { say } from '../notice/messages';
import { download, readFile } from '../topbar/file';
import { chooseFiles } from '../topbar/files';
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
  chooseFiles(async (file) => {
    const read = await readFile(file);
    if (read.ok) await leaving(backstep, () => openLectureText(backstep, read.value));
    else backstep.actions.refuse(read.fault);
  });
}
