/** Of a page: what is higher loses rows of its matrices first. */
export const HIGHEST = 0.8;
