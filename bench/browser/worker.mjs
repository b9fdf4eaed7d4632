// Some of the libraries ask for a window before they look at anything else.
globalThis.window = globalThis;

const { raceTraining } = await import('../training.mjs');
postMessage(raceTraining());
