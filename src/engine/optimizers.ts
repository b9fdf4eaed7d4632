import type { ParameterSlots, Plan } from './plan';

/** The optimizers' settings, named as in their papers; the defaults are PyTorch's. */
export interface OptimizerSettings {
  sgd: { readonly learningRate: number };
  momentum: { readonly learningRate: number; readonly momentum?: number };
  nesterov: { readonly learningRate: number; readonly momentum?: number };
  /** `decay` is that of the average of the squares (PyTorch's alpha). */
  rmsprop: { readonly learningRate: number; readonly decay?: number; readonly epsilon?: number };
  adam: AdamSettings;
  adamw: AdamSettings & { readonly weightDecay?: number };
}

interface AdamSettings {
  readonly learningRate: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

export type OptimizerKind = keyof OptimizerSettings;
export type OptimizerOptions = {
  [K in OptimizerKind]: { readonly kind: K } & OptimizerSettings[K];
}[OptimizerKind];

/** Every setting, whether the kind uses it or not: kernels then read one kind of object. */
interface Settings {
  readonly learningRate: number;
  readonly momentum: number;
  readonly decay: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

const DEFAULTS: Omit<Settings, 'learningRate'> = {
  momentum: 0.9,
  decay: 0.99,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0.01,
};

/** A parameter's averages of gradients (first) and of their squares (second), now and after the update. */
interface State {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly nextFirst: Float64Array;
  readonly nextSecond: Float64Array;
}

export interface Optimizer {
  readonly kind: OptimizerKind;
  readonly settings: Settings;
  /** In the order of the plan's parameters. */
  readonly states: readonly State[];
  /** How many updates were committed. */
  committed: number;
}

/** Writes the parameter's `updated` and the state's `next…`; `step` counts from 1. */
type Rule = (parameter: ParameterSlots, state: State, settings: Settings, step: number) => void;

/** v ← μv + g */
function accumulateVelocity({ gradient: g }: ParameterSlots, state: State, { momentum }: Settings) {
  const { first: v, nextFirst: next } = state;
  for (let i = 0; i < next.length; i++) next[i] = momentum * v[i]! + g[i]!;
}

/** m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g² */
function accumulateMoments({ gradient: g }: ParameterSlots, state: State, settings: Settings) {
  const { beta1, beta2 } = settings;
  const { first: m, second: v, nextFirst: nextM, nextSecond: nextV } = state;
  for (let i = 0; i < nextM.length; i++) {
    nextM[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
    nextV[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!;
  }
}

/** p ← p(1 − αλ) − α m̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ). */
function adamStep(
  { value, updated }: ParameterSlots,
  { nextFirst: m, nextSecond: v }: State,
  { learningRate, beta1, beta2, epsilon }: Settings,
  step: number,
  keep: number,
) {
  const rate = learningRate / (1 - beta1 ** step);
  const bias = Math.sqrt(1 - beta2 ** step);
  for (let i = 0; i < updated.length; i++) {
    updated[i] = keep * value[i]! - (rate * m[i]!) / (Math.sqrt(v[i]!) / bias + epsilon);
  }
}

const rules: { readonly [K in OptimizerKind]: Rule } = {
  /** p ← p − αg */
  sgd({ value, gradient, updated }, _, { learningRate }) {
    for (let i = 0; i < updated.length; i++) updated[i] = value[i]! - learningRate * gradient[i]!;
  },
  /** p ← p − αv */
  momentum(parameter, state, settings) {
    accumulateVelocity(parameter, state, settings);
    const { value, updated } = parameter;
    const { learningRate } = settings;
    const v = state.nextFirst;
    for (let i = 0; i < updated.length; i++) updated[i] = value[i]! - learningRate * v[i]!;
  },
  /** p ← p − α(g + μv) */
  nesterov(parameter, state, settings) {
    accumulateVelocity(parameter, state, settings);
    const { value, gradient: g, updated } = parameter;
    const { learningRate, momentum } = settings;
    const v = state.nextFirst;
    for (let i = 0; i < updated.length; i++) {
      updated[i] = value[i]! - learningRate * (g[i]! + momentum * v[i]!);
    }
  },
  /** s ← ρs + (1 − ρ)g², p ← p − αg/(√s + ε) */
  rmsprop({ value, gradient: g, updated }, { second: s, nextSecond: next }, settings) {
    const { learningRate, decay, epsilon } = settings;
    for (let i = 0; i < updated.length; i++) {
      next[i] = decay * s[i]! + (1 - decay) * g[i]! * g[i]!;
      updated[i] = value[i]! - (learningRate * g[i]!) / (Math.sqrt(next[i]!) + epsilon);
    }
  },
  adam(parameter, state, settings, step) {
    accumulateMoments(parameter, state, settings);
    adamStep(parameter, state, settings, step, 1);
  },
  /** Adam, with p first shrunk by αλ. */
  adamw(parameter, state, settings, step) {
    accumulateMoments(parameter, state, settings);
    adamStep(parameter, state, settings, step, 1 - settings.learningRate * settings.weightDecay);
  },
};

/** Which averages each keeps: of the gradients, and of their squares. */
const AVERAGES: { readonly [K in OptimizerKind]: { first: boolean; second: boolean } } = {
  sgd: { first: false, second: false },
  momentum: { first: true, second: false },
  nesterov: { first: true, second: false },
  rmsprop: { first: false, second: true },
  adam: { first: true, second: true },
  adamw: { first: true, second: true },
};

/** Allocates the state that the optimizer needs for the plan's parameters; all averages start at 0. */
export function createOptimizer(plan: Plan, options: OptimizerOptions): Optimizer {
  const { first, second } = AVERAGES[options.kind];
  const states = plan.parameters.map(({ value: { length } }) => ({
    first: new Float64Array(first ? length : 0),
    second: new Float64Array(second ? length : 0),
    nextFirst: new Float64Array(first ? length : 0),
    nextSecond: new Float64Array(second ? length : 0),
  }));
  const { kind, ...settings } = options;
  return { kind, settings: { ...DEFAULTS, ...settings }, states, committed: 0 };
}

/**
 * Writes the parameters after one step, as torch.optim takes it, into their `updated` slots. It changes neither
 * the values nor the averages that it starts from: until `commit`, the same update can be computed again.
 */
export function update(plan: Plan, optimizer: Optimizer): void {
  const rule = rules[optimizer.kind];
  const step = optimizer.committed + 1;
  for (let i = 0; i < plan.parameters.length; i++) {
    rule(plan.parameters[i]!, optimizer.states[i]!, optimizer.settings, step);
  }
}

/** Takes the step that `update` computed: updated → values, and the optimizer's averages with them. */
export function commit(plan: Plan, optimizer: Optimizer): void {
  for (let i = 0; i < plan.parameters.length; i++) {
    const { value, updated } = plan.parameters[i]!;
    const { first, second, nextFirst, nextSecond } = optimizer.states[i]!;
    // Loops: for a few numbers `set` costs more than what it copies.
    for (let k = 0; k < value.length; k++) value[k] = updated[k]!;
    for (let k = 0; k < first.length; k++) first[k] = nextFirst[k]!;
    for (let k = 0; k < second.length; k++) second[k] = nextSecond[k]!;
  }
  optimizer.committed++;
}
