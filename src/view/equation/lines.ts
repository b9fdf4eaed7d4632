import { chainTex, type Printing, quantityTex, ruleTex, type Step, shapesTex } from '../../derive';
import { inlineTex } from '../math/inlineTex';

/** What stands beside a chain, on the page and on paper. */
export const CHAIN_LABELS: Readonly<Record<Step['chain']['kind'], string>> = {
  depends: 'depends on',
  paths: 'chain',
  direct: 'chain',
  descend: 'update',
};

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

export type Lines = Readonly<Record<'title' | 'chain' | 'rule' | 'shapes', string>>;

/** Whatever of a step does not change with its numbers. */
export function linesOf(step: Step, printing: Printing): Lines {
  return {
    title: titleLine(step, printing),
    chain: chainLine(step, printing),
    rule: ruleLine(step, printing),
    shapes: shapesTex(step, printing),
  };
}
