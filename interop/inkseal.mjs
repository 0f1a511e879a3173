// The command line of this checkout.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Runs a command with a settings folder of its own; returns its exit code and what it printed. */
export function inkseal(settings, ...args) {
  const run = spawnSync(path.join(top, 'inkseal'), args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, INKSEAL_HOME: settings, INKSEAL_PASSPHRASE: 'interop' },
  });
  if (run.error) throw run.error;
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** As {@link inkseal}; throws unless the command succeeded. */
export function succeed(settings, ...args) {
  const run = inkseal(settings, ...args);
  if (run.code !== 0) throw new Error(`inkseal ${args.join(' ')}: exit code ${run.code}\n${run.out}${run.err}`);
  return run;
}
