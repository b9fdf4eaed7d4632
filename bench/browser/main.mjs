const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' });
worker.addEventListener('message', ({ data }) => {
  globalThis.results = data;
});
worker.addEventListener('error', ({ message }) => {
  globalThis.results = { error: message };
});
