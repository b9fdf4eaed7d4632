import type { Scalar, ScalarOp } from '../scalar';
import type { Printing } from './context';
import { entrySpoken } from './entry-glyph';
import { formatNumber } from './number';
import { SLOPES_SPOKEN } from './slope-names';

const WORDS: { readonly [K in ScalarOp]: string } = {
  add: 'plus',
  subtract: 'minus',
  multiply: 'times',
  divide: 'over',
  power: 'to the power',
  negate: 'minus',
  exp: 'the exponential of',
  log: 'the logarithm of',
  sqrt: 'the square root of',
  sin: 'the sine of',
  cos: 'the cosine of',
  abs: 'the absolute value of',
  sigmoid: 'the sigmoid of',
  tanh: 'the hyperbolic tangent of',
  relu: 'ReLU of',
  leakyRelu: 'leaky ReLU of',
  elu: 'ELU of',
  softplus: 'softplus of',
  gelu: 'GELU of',
};

const isCompound = (s: Scalar) =>
  s.kind === 'sum' || (s.kind === 'apply' && ['add', 'subtract', 'divide'].includes(s.op));

/** A power of a function's value is said after a pause, so that it is not one of its argument. */
function powerSpoken(base: Scalar, said: string, exponent: string): string {
  const isCalled = base.kind === 'apply' && !isCompound(base);
  const power = exponent === '2' ? 'squared' : `to the power ${exponent}`;
  return `${said}${isCalled ? ',' : ''} ${power}`;
}

/** The formula of an entry as a screen reader should say it. */
export function scalarSpoken(scalar: Scalar, printing: Printing): string {
  const say = (s: Scalar): string => {
    switch (s.kind) {
      case 'entry':
        return entrySpoken(printing, s);
      case 'number':
        return formatNumber(s.value, { decimals: 12 }).replace('−', 'minus ');
      case 'rate':
        return 'alpha';
      case 'coefficient':
        return `${s.numerator} over ${printing.notation.count}${s.over === 'entries' ? ` times ${s.units}` : ''}`;
      case 'derivative':
        return `${SLOPES_SPOKEN[s.fn]} of ${say(s.at)}`;
      case 'sum':
        return `the sum over ${s.over.name} of ${say(s.body)}`;
      case 'softmax':
        return `the softmax of ${say(s.own)}`;
      case 'apply': {
        const [a, b] = s.args.map((arg) =>
          isCompound(arg) ? `open bracket ${say(arg)} close bracket` : say(arg),
        );
        if (s.op === 'power') return powerSpoken(s.args[0] as Scalar, a ?? '', b ?? '');
        return b === undefined ? `${WORDS[s.op]} ${a}` : `${a} ${WORDS[s.op]} ${b}`;
      }
    }
  };
  return say(scalar);
}
