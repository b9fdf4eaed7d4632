// Checks the walls of .dependency-cruiser.cjs. Having looked at nothing is a failure: with a
// TypeScript it does not know, dependency-cruiser finds no imports and calls that clean.
import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { main, Refusal, say } from './lib/log.mjs';
import { root } from './lib/run.mjs';

await main(async () => {
  process.chdir(root);
  const { options, ...ruleSet } = await extractConfig('./.dependency-cruiser.cjs');
  const { output } = await cruise(
    ['src'],
    { ...options, ruleSet, validate: true },
    options.enhancedResolveOptions,
    { tsConfig: extractTsConfig(options.tsConfig.fileName) },
  );
  const modules = output.modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source));
  const imports = modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
  if (modules.length === 0 || imports === 0) {
    throw new Refusal('The boundary check saw no files or no imports, so it checked nothing.');
  }
  const { violations } = output.summary;
  for (const { rule, from, to, cycle } of violations) {
    const way = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
    say(`${rule.name}: ${from} → ${way}`);
  }
  if (violations.length > 0) throw new Refusal(`${violations.length} imports break a rule.`);
  say(`${modules.length} files with ${imports} imports, and none breaks a rule.`);
});
