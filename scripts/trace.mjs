// `npm run trace`, which must work in a fresh copy too and print nothing but the trace.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureDependencies } from './lib/deps.mjs';
import { main } from './lib/log.mjs';
import { root } from './lib/run.mjs';

await main(async () => {
  checkNode();
  await ensureDependencies('dependencies', { quiet: true });
  const { register } = await import('tsx/esm/api');
  register();
  process.argv[1] = path.join(root, 'src/cli/trace.ts');
  await import(pathToFileURL(process.argv[1]).href);
});
