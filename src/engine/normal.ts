/**
 * The normal distribution, after W. J. Cody, "Algorithm 715: SPECFUN", ACM Trans. Math. Softw. 19 (1993): a
 * rational approximation on each of three ranges, its relative error below 1e-15 into the far tail.
 */

const CENTRAL_BELOW = 0.67448975;
const TAIL_ABOVE = Math.sqrt(32);
/** e^(−y²/2) is zero in double precision. */
const UNDERFLOW_ABOVE = 39;
const ONE_OVER_SQRT_2PI = 0.3989422804014327;

/** Φ(x) − ½ for |x| < 0.674. */
function central(x: number): number {
  const s = x * x;
  let p = 0.06568233791820745 * s + 2.2352520354606837;
  p = (p * s + 161.02823106855587) * s + 1067.6894854603709;
  p = p * s + 18154.98125334356;
  let q = (s + 47.202581904688245) * s + 976.0985517377767;
  q = (q * s + 10260.932208618979) * s + 45507.78933502673;
  return (x * p) / q;
}

/** e^(y²/2) Φ(−y) for 0.674 ≤ y ≤ √32. */
function middle(y: number): number {
  let p = 1.0765576773720192e-8 * y + 0.39894151208813466;
  p = (p * y + 8.883149794388377) * y + 93.50665613217785;
  p = (p * y + 597.2702763948002) * y + 2494.5375852903726;
  p = (p * y + 6848.190450536283) * y + 11602.65143764735;
  p = p * y + 9842.714838383978;
  let q = (y + 22.266688044328117) * y + 235.387901782625;
  q = (q * y + 1519.3775994075547) * y + 6485.558298266761;
  q = (q * y + 18615.571640885097) * y + 34900.95272114598;
  q = (q * y + 38912.00328609327) * y + 19685.429676859992;
  return p / q;
}

/** e^(y²/2) Φ(−y) for y > √32. */
function tail(y: number): number {
  const s = 1 / (y * y);
  let p = 0.023073441764940174 * s + 0.215898534057957;
  p = (p * s + 0.12740116116024736) * s + 0.022235277870649807;
  p = (p * s + 0.0014216191932278934) * s + 2.9112874951168793e-5;
  let q = (s + 1.284260096144911) * s + 0.4682382124808651;
  q = (q * s + 0.06598813786892856) * s + 0.0037823963320275824;
  q = q * s + 7.297515550839662e-5;
  return (ONE_OVER_SQRT_2PI - (s * p) / q) / y;
}

/** e^(−y²/2); y is split because rounding y² would cost the tail its relative accuracy. */
function gaussian(y: number): number {
  if (Math.abs(y) > UNDERFLOW_ABOVE) return 0;
  const high = Math.trunc(y * 16) / 16;
  return Math.exp(-0.5 * high * high) * Math.exp(-0.5 * (y - high) * (y + high));
}

/** φ(x) = e^(−x²/2)/√(2π) */
export function normalDensity(x: number): number {
  return ONE_OVER_SQRT_2PI * gaussian(x);
}

/**
 * into[j] = Φ(x[i]). Numbers go in and out through arrays because V8 boxes those that a function too large to be
 * inlined takes or gives.
 */
export function writeNormalCdf(x: Float64Array, i: number, into: Float64Array, j: number): void {
  const y = Math.abs(x[i]!);
  if (y < CENTRAL_BELOW) {
    into[j] = 0.5 + central(x[i]!);
  } else {
    const upper = gaussian(y) * (y > TAIL_ABOVE ? tail(y) : middle(y));
    into[j] = x[i]! > 0 ? 1 - upper : upper;
  }
}

/** Φ(x) = ½(1 + erf(x/√2)), the probability that a standard normal variable is at most x. */
export function normalCdf(x: number): number {
  const cell = Float64Array.of(x);
  writeNormalCdf(cell, 0, cell, 0);
  return cell[0]!;
}
