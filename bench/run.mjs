// `npm run bench`: the budgets, measured. Ratios of one run, medians of several rounds, with the machine's noise.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { main, say } from '../scripts/lib/log.mjs';
import { npm, root } from '../scripts/lib/run.mjs';

const file = path.join(root, '.cache/bench.json');
const MARK = /(<!-- bench -->)[\s\S]*?(<!-- \/bench -->)/;

await main(async () => {
  say('1/5 what only the bench needs …');
  const installed = await npm(['ci', '--prefix', path.join(root, 'bench')]);
  if (!installed.ok) throw new Error('The libraries to measure against could not be installed.');
  const { buildPage } = await import('./chromium.mjs');
  say('2/5 building the page …');
  await buildPage();
  say('3/5 the page in Chromium …');
  const { measurePage } = await import('./page.mjs');
  const { measureEditor } = await import('./editor.mjs');
  const { measureEdits } = await import('./edits.mjs');
  const { measureWindows } = await import('./windows.mjs');
  const { measureOpenings } = await import('./openings.mjs');
  const page = [
    ...(await measurePage()),
    ...(await measureEdits()),
    ...(await measureEditor()),
    ...(await measureWindows()),
  ];
  const openings = await measureOpenings();
  say('4/5 training in Node …');
  const { raceTraining } = await import('./training.mjs');
  const inNode = raceTraining();
  say('5/5 training in a worker of Chromium …');
  const { raceInChromium } = await import('./training-in-chromium.mjs');
  const inChromium = await raceInChromium();

  const cpu = os.cpus()[0]?.model.trim() ?? 'an unknown processor';
  const machine = `${os.cpus().length} × ${cpu}, Node ${process.version}, ${os.type()}`;
  const { pageTable, trainingTable } = await import('./table.mjs');
  const text = [
    `Machine: ${machine}.`,
    pageTable('on the built page', page),
    pageTable('longest task of 50 ms or more, opened for the first time', openings),
    trainingTable('batches of ten a second, Node', inNode),
    trainingTable('the same, a worker of Chromium', inChromium),
  ].join('\n\n');
  process.stdout.write(`\n${text}\n`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ machine, page, openings, inNode, inChromium }, null, 2));
  say(`The same as JSON: ${path.relative(process.cwd(), file)}`);
  if (process.argv.includes('--readme')) {
    const readme = path.join(root, 'README.md');
    const before = await readFile(readme, 'utf8');
    await writeFile(readme, before.replace(MARK, `$1\n\n${text}\n\n$2`));
  }
});
