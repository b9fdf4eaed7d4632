import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs a command to its end. Without `inherit` its output is collected, not shown.
 * A command that is missing or takes longer than `limit` ms counts as failed.
 */
export function run(command, args, { inherit = false, limit = 0, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', inherit ? 'inherit' : 'pipe', inherit ? 'inherit' : 'pipe'],
      // A group of its own, so that a time limit ends the command's own children too.
      detached: limit > 0 && process.platform !== 'win32',
    });
    let output = '';
    let late = false;
    const collect = (data) => {
      output += data;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const tooLate = () => {
      late = true;
      end(child);
    };
    const timer = limit > 0 ? setTimeout(tooLate, limit) : undefined;
    const done = (code) => {
      clearTimeout(timer);
      resolve({ ok: code === 0 && !late, code: code ?? 1, late, output });
    };
    child.on('error', (error) => {
      output += error.message;
      done(127);
    });
    child.on('close', done);
  });
}

/** npm as it was called, or the one on the path; through node, because Windows cannot spawn npm.cmd. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli && path.basename(cli) === 'npm-cli.js') {
    return run(process.execPath, [cli, ...args], options);
  }
  if (process.platform === 'win32')
    return run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
  return run('npm', args, options);
}

function end(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}
