import { type FileValue, print, toFile } from '../write';
import { LECTURE_FORMAT, LECTURE_VERSION, type Lecture, type LectureStop } from './lecture';

type Fields = { readonly [key: string]: FileValue | undefined };

/** What is as it always is at first is left out. */
function stopToFile(stop: LectureStop): Fields {
  const { problem, step, detail, notation, example, alone, decimals, depth, entry } = stop;
  const { view, hidden, title, note } = stop;
  return {
    problem,
    step,
    detail,
    notation,
    example: example || undefined,
    alone: alone || undefined,
    decimals,
    depth: depth === 'layer' ? undefined : depth,
    entry,
    view: view === 'auto' ? undefined : view,
    hidden: hidden.length > 0 ? hidden : undefined,
    title: title || undefined,
    note: note || undefined,
  };
}

/** The file format as a plain value, ready for JSON. */
export function toLectureFile({ title, source, description, problems, stops }: Lecture): Fields {
  const own = Object.entries(problems).map(([name, problem]) => [name, toFile(problem)] as const);
  return {
    format: LECTURE_FORMAT,
    version: LECTURE_VERSION,
    title,
    source: source && { ...source },
    description,
    problems: own.length > 0 ? Object.fromEntries(own) : undefined,
    stops: stops.map(stopToFile),
  };
}

/** The lecture as a file that reads well by hand. `readLecture` gives it back. */
export function writeLecture(lecture: Lecture): string {
  return `${print(toLectureFile(lecture), '')}\n`;
}
