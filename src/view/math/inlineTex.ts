/** A fraction ∂J/∂W on one line, for a place that is one line high. */
export function inlineTex(tex: string): string {
  return tex.replace(/^\\frac\{\\partial (.*)\}\{\\partial (.*)\}$/, '\\partial $1/\\partial $2');
}
