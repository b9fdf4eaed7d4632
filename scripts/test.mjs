// `npm test`: every check in turn, ending in one line that counts the tests.
// It begins before node_modules exists, so it may import only what comes with Node.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { main, say } from './lib/log.mjs';
import { npm, root, run } from './lib/run.mjs';

const unitReport = '.cache/unit.json';
const pageReport = '.cache/e2e.json';

const stages = [
  {
    name: 'setup',
    start: (options) => run(process.execPath, ['scripts/setup.mjs', '--browser'], options),
  },
  { name: 'types', start: (options) => npm(['run', '--silent', 'types'], options) },
  { name: 'lint', start: (options) => npm(['run', '--silent', 'lint'], options) },
  { name: 'boundaries', start: (options) => npm(['run', '--silent', 'boundaries'], options) },
  {
    name: 'unit',
    start: (options) =>
      npm(
        [
          ...['run', '--silent', 'unit', '--', '--reporter=default', '--reporter=json'],
          `--outputFile.json=${unitReport}`,
        ],
        options,
      ),
    count: async () => {
      const report = await read(unitReport);
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      };
    },
  },
  { name: 'build', start: (options) => npm(['run', '--silent', 'build'], options) },
  {
    name: 'e2e',
    start: (options) => npm(['exec', '--', 'playwright', 'test'], options),
    count: async () => {
      const { stats } = await read(pageReport);
      return {
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
      };
    },
  },
];

const read = async (file) => JSON.parse(await readFile(path.join(root, file), 'utf8'));
const nothing = { passed: 0, failed: 0, skipped: 0 };

await main(async () => {
  await mkdir(path.join(root, '.cache'), { recursive: true });
  // A report of an earlier run must not be counted as this one's.
  for (const file of [unitReport, pageReport]) await rm(path.join(root, file), { force: true });

  const total = { ...nothing };
  let broken;
  for (const [index, { name, start, count }] of stages.entries()) {
    say(`\n[${index + 1}/${stages.length}] ${name}`);
    const { ok } = await start({ inherit: true });
    const counted = count ? await count().catch(() => nothing) : nothing;
    total.passed += counted.passed;
    // A stage can fail with no test to blame, such as a file that does not load.
    total.failed += ok ? counted.failed : Math.max(1, counted.failed);
    total.skipped += counted.skipped;
    if (!ok) {
      broken = name;
      break;
    }
  }
  if (broken) {
    say(`\nThe stage "${broken}" failed, and what comes after it was not run.`);
    process.exitCode = 1;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
});
