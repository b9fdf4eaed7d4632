/** “the result, the rule and the words” */
export function joined(words: readonly (string | number)[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? String(last) : `${words.slice(0, -1).join(', ')} and ${last}`;
}
