import { createLecture } from '../../store/lecture';

/** The lecture that is open on this page, and the stop stood at; loaded with the first view of one. */
export const lecture = createLecture();
