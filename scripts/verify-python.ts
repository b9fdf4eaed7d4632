// `npm run verify:python`: prints every problem as NumPy and as PyTorch, runs the programs, and holds what they
// compute against the goldens. Needs a Python with PyTorch; golden/README.md says more.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compile } from '../src/compile';
import { programOf } from '../src/derive';
import { parseProblem } from '../src/problem';
import { main, Refusal, say } from './lib/log.mjs';
import { root, run } from './lib/run.mjs';

const LIBRARY = path.join(root, 'src/problem/library');
const GOLDEN = path.join(root, 'golden');
const PRINTERS = ['numpy', 'pytorch'] as const;

interface Case {
  readonly id: string;
  /** As it stands in the file. */
  readonly problem: unknown;
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function libraryCases(): Promise<Case[]> {
  const files = (await readdir(LIBRARY)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => ({
      id: path.basename(file, '.json'),
      problem: await readJson(path.join(LIBRARY, file)),
    })),
  );
}

async function inputCases(name: 'networks' | 'programs'): Promise<Case[]> {
  return (await readJson(path.join(GOLDEN, 'inputs', `${name}.json`))) as Case[];
}

/** Writes a problem's programs; the sentence about why it cannot, if so. */
async function printCase({ id, problem }: Case, folder: string): Promise<string | undefined> {
  const parsed = parseProblem(problem);
  const compiled = parsed.ok ? compile(parsed.value) : parsed;
  if (!compiled.ok) return `${id}: ${compiled.fault.error}`;
  for (const printer of PRINTERS) {
    await writeFile(path.join(folder, `${id}.${printer}.py`), programOf(compiled.value, printer));
  }
  return undefined;
}

async function findPython(): Promise<string> {
  const candidates = [process.env.PYTHON, 'python3', '/usr/bin/python3'];
  for (const candidate of candidates) {
    if (candidate && (await run(candidate, ['-c', 'import numpy, torch'])).ok) return candidate;
  }
  throw new Refusal(
    'No Python with PyTorch was found. Install one (apt-get install python3-torch python3-numpy), or set PYTHON to it.',
  );
}

await main(async () => {
  const python = await findPython();
  const folder = await mkdtemp(path.join(tmpdir(), 'backstep-python-'));
  try {
    const cases = [
      ...(await libraryCases()),
      ...(await inputCases('networks')),
      ...(await inputCases('programs')),
    ];
    const refused = await Promise.all(cases.map((each) => printCase(each, folder)));
    for (const sentence of refused) if (sentence) say(sentence);
    const verified = await run(python, ['golden/verify.py', folder], { inherit: true });
    if (!verified.ok || refused.some(Boolean)) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true });
  }
});
