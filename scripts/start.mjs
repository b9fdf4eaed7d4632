// `npm start`: builds the page, serves it as any static host would, and opens it.
import { spawn } from 'node:child_process';
import { main, say, seconds } from './lib/log.mjs';
import { root } from './lib/run.mjs';

const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] };

function open(address) {
  const linuxDesktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.env.CI || (process.platform === 'linux' && !linuxDesktop)) return;
  const [command, ...args] = openers[process.platform] ?? [];
  if (!command) return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  // The address is on the screen; without an opener the reader follows it by hand.
  child.on('error', () => {});
  child.unref();
}

await main(async () => {
  const { build, preview } = await import('vite');
  const began = Date.now();
  say('Building …');
  await build({ root, logLevel: 'warn' });
  say(`Built in ${seconds(began)}.`);

  const server = await preview({
    root,
    logLevel: 'warn',
    preview: { host: 'localhost', port: 4173 },
  });
  const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4173/';
  process.stdout.write(`Backstep is at ${address}\nPress Ctrl-C to stop.\n`);
  open(address);

  const stop = () => {
    // A browser's idle connections must not keep the server up.
    setTimeout(() => process.exit(0), 500).unref();
    server.close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // npm hands SIGTERM to the shell between, which dies without passing it on.
  const parent = process.ppid;
  const watchParent = () => process.ppid !== parent && stop();
  if (process.env.npm_lifecycle_event) setInterval(watchParent, 500).unref();
});
