import { chainTex, type Printing, quantityTex, ruleTex, type Step, shapesTex } from '../../derive';
import { inlineTex } from '../math/inlineTex';

/** On one line, so that the rows below stay where they are. */
export function titleLine(step: Step, printing: Printing): string {
  const tex = inlineTex(quantityTex({ ...printing, link: false }, step.writes));
  return `\\htmlData{quantity=${step.writes}}{${tex}}`;
}

/** All fractions of a chain in one size, those over a brace too. */
export function chainLine(step: Step, printing: Printing): string {
  return `\\displaystyle ${chainTex(step, printing)}`;
}

export function ruleLine(step: Step, printing: Printing): string {
  return `\\displaystyle ${ruleTex(step, printing)}`;
}

/** Whatever of a step does not change with its numbers. */
export function linesOf(step: Step, printing: Printing): readonly string[] {
  return [titleLine, chainLine, ruleLine, shapesTex].map((line) => line(step, printing));
}
