import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyProblem } from '../compile/testing/cases';
import { writeProblem } from '../problem';
import { main } from './run';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backstep-trace-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(files: readonly string[], input = '') {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await main(files, {
    input: Readable.from([input]),
    print: (line) => void out.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { code, out: out.map((line) => JSON.parse(line)), complaints };
}

async function fileOf(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

const problems = everyProblem();
const text = (id: string) => {
  const problem = problems.get(id);
  if (!problem) throw new Error(id);
  return writeProblem(problem);
};
const line = (id: string) => JSON.stringify(JSON.parse(text(id)));

describe('npm run trace', () => {
  it('prints the whole pass of a file, every step with TeX, words and code', async () => {
    const { code, out } = await run([await fileOf('a.json', text('s1-relu2-softmax-cce'))]);
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    const [trace] = out;
    expect(trace.loss.id).toBe('J');
    expect(trace.loss.value).toBeCloseTo(0.494, 3);
    expect(trace.lossAfterUpdate).toBeLessThan(trace.loss.value);
    expect(trace.steps).toHaveLength(23);
    const step = trace.steps.find((s: { id: string }) => s.id === 'backward:W2');
    expect(step).toMatchObject({
      phase: 'backward',
      writes: 'dW2',
      reads: ['delta2', 'A1'],
      cached: ['A1'],
      shape: [3, 4],
      code: { numpy: 'dW2 = dZ2 @ A1.T', pytorch: 'dW2 = dZ2 @ A1.T' },
    });
    for (const key of ['chain', 'rule', 'numbers']) expect(step.tex[key]).toMatch(/\S/);
    const w1 = trace.quantities.find((q: { id: string }) => q.id === 'W1');
    expect(w1).toMatchObject({ role: 'parameter', shape: [4, 3] });
    expect(w1.gradient).toHaveLength(4);
    expect(Object.keys(trace.updated)).toEqual(['W1', 'b1', 'W2', 'b2', 'W3', 'b3']);
    expect(trace.quantities.find((q: { id: string }) => q.id === 'Y').gradient).toBeNull();
  });

  it('reads one problem a line from standard input', async () => {
    const input = `${line('s0-p1-y1')}\n\n${line('s3-demo-batch')}\n`;
    const { code, out } = await run(['-'], input);
    expect(code).toBe(0);
    const z = out[1].quantities.find((q: { id: string }) => q.id === 'Z1');
    expect(z.value.map(([v]: number[]) => Number(v?.toFixed(4)))).toEqual([
      -2.4591, 3.1721, 6.2782,
    ]);
  });

  it('puts one sentence in the place of a file it cannot use, goes on, and exits with 2', async () => {
    const good = await fileOf('good.json', text('s0-p1-y1'));
    const bad = await fileOf('bad.json', '{ "format": "backstep-problem", ');
    const { code, out } = await run([bad, path.join(folder, 'none.json'), good]);
    expect(code).toBe(2);
    expect(out[0]).toEqual({ error: expect.stringMatching(/\S/), where: 'line 1, column 33' });
    expect(out[1]).toEqual({
      error: 'There is no such file.',
      where: path.join(folder, 'none.json'),
    });
    expect(out[2].loss.value).toBeGreaterThan(0);
  });

  it('writes numbers that JSON cannot hold as strings', async () => {
    const { out } = await run(['-'], line('s0-p3-3-relu-log-dead'));
    expect(out[0].loss.value).toBe('Infinity');
  });

  it('can use the problem that the README shows', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
    const { code, out } = await run([await fileOf('readme.json', example)]);
    expect(code).toBe(0);
    expect(out[0]).toMatchObject({ title: 'A first network', loss: { id: 'J' } });
  });

  it('says how it is used when it is given nothing', async () => {
    const { code, complaints } = await run([]);
    expect(code).toBe(2);
    expect(complaints.join()).toMatch(/Usage/);
  });
});
