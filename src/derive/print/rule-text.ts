import { isScalar } from '../../engine';
import type { Apply, Formula } from '../formula';
import type { Printing } from './context';
import { formulaText } from './text';

const has = (f: Formula, id: string): boolean =>
  f.kind === 'quantity' ? f.id === id : f.kind === 'apply' && f.args.some((a) => has(a, id));

/** Whether a formula stands as it is beside a product sign. */
const isSum = (f: Formula) =>
  f.kind === 'apply' && ['add', 'subtract', 'negate'].includes(f.op.kind);

/**
 * What happens to the gradient that arrives, as a rule to be read after it or around it: `· Wᵀ`, `Xᵀ ·`,
 * `⊙ z ⊙ (1 − z)`. Where it stands in more than one place it is written `g`.
 */
export function ruleText(formula: Formula, gradient: string, printing: Printing): string {
  const write = (f: Formula) => {
    const text = formulaText(f, printing);
    return isSum(f) ? `(${text})` : text;
  };
  const whole = () =>
    formulaText(formula, printing, (id) =>
      id === gradient ? 'g' : formulaText(leaf(id), printing),
    );
  const leaf = (id: string): Formula => {
    const quantity = printing.quantities.get(id);
    return {
      kind: 'quantity',
      id,
      of: quantity?.node.id ?? id,
      aspect: quantity?.aspect ?? 'value',
      shape: quantity?.node.shape ?? [1, 1],
    };
  };

  function product(f: Apply, inner: number): string | undefined {
    const [first, second] = f.args as readonly [Formula, Formula];
    const other = inner === 0 ? second : first;
    const before = ruleOf(inner === 0 ? first : second);
    if (before === undefined) return undefined;
    const isPlain = isScalar(other.shape) || isScalar((inner === 0 ? first : second).shape);
    return `${before} ${isPlain ? '·' : '⊙'} ${write(other)}`.trim();
  }

  function matrices(f: Apply, inner: number): string | undefined {
    const op = f.op.kind === 'matmul' ? f.op : undefined;
    const within = ruleOf(f.args[inner] as Formula);
    if (!op || within === undefined || within !== '') return undefined;
    const other = f.args[1 - inner] as Formula;
    const isTurned = inner === 0 ? op.transposeRight : op.transposeLeft;
    if (inner === 0 ? op.transposeLeft : op.transposeRight) return undefined;
    const text = `${write(other)}${isTurned ? 'ᵀ' : ''}`;
    return inner === 0 ? `· ${text}` : `${text} ·`;
  }

  function ruleOf(f: Formula): string | undefined {
    if (f.kind === 'quantity') return '';
    if (f.kind !== 'apply') return undefined;
    const places = f.args.flatMap((a, i) => (has(a, gradient) ? [i] : []));
    const [inner] = places;
    if (inner === undefined || places.length > 1) return undefined;
    const before = () => ruleOf(f.args[inner] as Formula);
    switch (f.op.kind) {
      case 'multiply':
        return product(f, inner);
      case 'matmul':
        return matrices(f, inner);
      case 'divide': {
        const text = inner === 0 ? before() : undefined;
        return text === undefined ? undefined : `${text} / ${write(f.args[1] as Formula)}`.trim();
      }
      case 'negate': {
        const text = before();
        return text === undefined ? undefined : `${text} · (−1)`.trim();
      }
      default:
        return undefined;
    }
  }

  const rule = ruleOf(formula);
  return rule === '' ? '· 1' : (rule ?? whole());
}
