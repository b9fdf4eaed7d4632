import type { Backstep } from '../../store';
import type { Command } from '../commands/command';
import { say } from '../notice/messages';
import { lectureView, openLectures } from './view';

/** Lectures are loaded with the first thing that is done with one. */
function withLectures(
  run: (
    parts: {
      readonly author: typeof import('./author');
      readonly lecture: typeof import('./lecture').lecture;
    },
    backstep: Backstep,
  ) => void,
): (backstep: Backstep) => void {
  return (backstep) =>
    void Promise.all([import('./author'), import('./lecture')])
      .then(([author, { lecture }]) => run({ author, lecture }, backstep))
      .catch(() =>
        say('Lectures could not be loaded. Check the connection and press the key again.'),
      );
}

const go = (name: 'next' | 'previous') =>
  withLectures(({ lecture }) => {
    if (lectureView.getState().open) lecture.actions[name]();
    else
      say('No lecture is open. Choose one from the list.', {
        label: 'Lectures…',
        run: openLectures,
      });
  });

export const lectureCommands: readonly Command[] = [
  {
    id: 'lectures',
    title: 'Lectures…',
    group: 'Teach',
    words: 'lecture stops class list open new notes',
    run: openLectures,
  },
  {
    id: 'add-stop',
    title: 'Add a stop here',
    group: 'Teach',
    words: 'lecture remember place',
    keys: [{ press: 's', label: 'S' }],
    run: withLectures(({ author }, backstep) => void author.addHere(backstep)),
  },
  {
    id: 'next-stop',
    title: 'Next stop of the lecture',
    group: 'Teach',
    words: 'forward on',
    keys: [{ press: ']', label: ']' }],
    run: go('next'),
  },
  {
    id: 'previous-stop',
    title: 'Previous stop of the lecture',
    group: 'Teach',
    words: 'back',
    keys: [{ press: '[', label: '[' }],
    run: go('previous'),
  },
];
