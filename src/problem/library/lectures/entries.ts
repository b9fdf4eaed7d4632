/** What the list of lectures shows; the stops are loaded when one is opened. A test holds every line against its file. */
export interface LectureEntry {
  readonly id: string;
  readonly title: string;
  readonly document: string;
  readonly stops: number;
}

/** One a handout, in the order of the handouts. */
export const LECTURES: readonly LectureEntry[] = [
  {
    id: 'section-notes',
    title: 'Logistic regression, forwards and backwards',
    document: 'Backpropagation section notes: logistic regression to scalar-matrix functions',
    stops: 29,
  },
  {
    id: 'take-home',
    title: 'Two hidden layers: δ from the top to the bottom',
    document: 'Take Home Assignment: two hidden layers, cross-entropy, ReLU',
    stops: 25,
  },
  {
    id: 'discussion-12',
    title: 'Two layers by name: z₁ to z₄',
    document: 'DS 102 Discussion 12',
    stops: 22,
  },
  {
    id: 'slides',
    title: 'From one row to a trained network',
    document: 'Slides: Neural Networks, forward/backward propagation + training',
    stops: 29,
  },
  {
    id: 'hw3',
    title: 'Shapes, order, and two models that agree',
    document: 'HW3 Written Part',
    stops: 29,
  },
];
