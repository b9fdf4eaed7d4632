/** By itself, since every page asks it and few need the rest. */
export function isEmbedded(search: string): boolean {
  return new URLSearchParams(search).has('embed');
}
