// Progress goes to standard error: standard output belongs to what a command was asked for.
export const say = (text) => process.stderr.write(`${text}\n`);

/** The one sentence a person reads when something cannot be done. */
export class Refusal extends Error {}

/** Runs `work`, saying every 15 seconds that `what` is still going on. */
export async function withHeartbeat(what, work) {
  const began = Date.now();
  const timer = setInterval(() => say(`    ${what}: ${seconds(began)} so far …`), 15_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

export const seconds = (began) => `${Math.round((Date.now() - began) / 1000)} s`;

/** Runs a script's main function; a Refusal becomes its sentence and exit code 1. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
