import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal, say, seconds, withHeartbeat } from './log.mjs';
import { npm, root } from './run.mjs';

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(`Backstep needs Node 20.19 or newer, and this is Node ${version}.`);
}

/** Installs what package-lock.json names, unless node_modules holds exactly that already. */
export async function ensureDependencies(label, { quiet = false } = {}) {
  if (await installed()) {
    if (!quiet) say(`${label}: ready`);
    return;
  }
  const began = Date.now();
  say(`${label}: installing (npm ci) …`);
  const result = await withHeartbeat('installing', () => npm(['ci', '--loglevel=error']));
  if (!result.ok) {
    say(result.output.trim().split('\n').slice(-12).join('\n'));
    throw new Refusal('The dependencies could not be installed: "npm ci" failed as shown above.');
  }
  say(`${label}: installed in ${seconds(began)}`);
}

/** npm writes node_modules/.package-lock.json last, so a broken-off installation has none. */
async function installed() {
  const wanted = await packages('package-lock.json');
  const there = await packages('node_modules/.package-lock.json');
  if (!wanted || !there) return false;
  for (const [name, { version, optional }] of Object.entries(wanted)) {
    if (name === '') continue;
    if (there[name] ? there[name].version !== version : !optional) return false;
  }
  return Object.keys(there).every((name) => name in wanted);
}

async function packages(file) {
  try {
    return JSON.parse(await readFile(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
