// Ours and c2pa-rs native in turns, each in a process of its own that stays warm, beside what the machine can do at most.
// rates.mjs SCRATCH JAR CLASSES [--rounds N] [--seconds S] [--large MB]
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { positionals: [scratch, jar, classes], values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '9' }, seconds: { type: 'string', default: '1.5' }, large: { type: 'string', default: '1024' } },
});
const rounds = Number(values.rounds);
const here = path.dirname(fileURLToPath(import.meta.url));
const launcher = path.join(here, '..', 'inkseal');
const large = path.join(scratch, 'large.png');
const signedLarge = path.join(scratch, 'large-signed.png');

/** A process that answers tasks, one line each. */
function server(command, args) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (...task) => {
      child.stdin.write(`${task.join(' ')}\n`);
      const { value } = await lines.next();
      if (!Number.isFinite(Number(value))) throw new Error(`${command}: ${task.join(' ')}: ${value}`);
      return Number(value);
    },
    end: () => child.stdin.end(),
  };
}

const folders = [path.join(scratch, 'pictures'), path.join(scratch, 'pki'), path.join(scratch, 'out')];
const ours = server('java', ['-XX:+UseSerialGC', '-XX:-UsePerfData', '-Xmx64m', '-cp', `${classes}:${jar}`, 'Rates', ...folders]);
const peers = process.env.INKSEAL_PEERS ? server('node', [path.join(here, 'rates-peer.mjs'), ...folders]) : null;

function openssl(file) {
  const start = performance.now();
  const run = spawnSync('openssl', ['dgst', '-sha256', file], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return (performance.now() - start) / 1000;
}

// Each is asked once before anything counts, so that no first time is among the figures.
const rates = {
  'limit of a check: read, hash, one P-256 verification': () => ours.ask('limit', values.seconds),
  'check, known signer, no trust list': () => ours.ask('verify', values.seconds),
  'check, one root': () => ours.ask('verify-1', values.seconds),
  'check, 60 roots': () => ours.ask('verify-60', values.seconds),
  'check, 60 roots, two threads': () => ours.ask('verify-60', values.seconds, 2),
  'limit of signing: read, hash, sign, write, move': () => ours.ask('sign-limit', values.seconds),
  'sign, and check what was written': () => ours.ask('sign', values.seconds),
  ...(peers ? {
    'c2pa-rs: check, no trust list': () => peers.ask('verify', values.seconds),
    'c2pa-rs: check, 60 roots': () => peers.ask('verify-60', values.seconds),
    'c2pa-rs: sign, and check': () => peers.ask('sign', values.seconds),
  } : {}),
};
const times = {
  'openssl dgst -sha256': () => openssl(signedLarge),
  'check': () => ours.ask('verify-file', 0, signedLarge),
  'sign, and check what was written': () => ours.ask('sign-file', 0, large),
  ...(peers ? {
    'c2pa-rs: check': () => peers.ask('verify-file', 0, signedLarge),
    'c2pa-rs: sign, and check': () => peers.ask('sign-file', 0, large),
  } : {}),
};

async function measured(tasks, count) {
  const figures = Object.fromEntries(Object.keys(tasks).map(name => [name, []]));
  for (let round = -1; round < count; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const figure = await task();
      if (round >= 0) figures[name].push(figure);
    }
  }
  return figures;
}

const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const width = 56;

function print(title, figures, unit, digits) {
  console.log(`\n${title}, median of ${Object.values(figures)[0].length} rounds (least to most)`);
  for (const [name, numbers] of Object.entries(figures)) {
    const words = [median(numbers), Math.min(...numbers), Math.max(...numbers)].map(number => number.toFixed(digits));
    console.log(`  ${name.padEnd(width)} ${words[0].padStart(8)} ${unit}  (${words[1]} to ${words[2]})`);
  }
}

/** The ratio is taken in each round, since the machine is not equally fast in all, and the median is told. */
function goal(name, over, under, least, invert = false) {
  if (!over || !under) return;
  const ratio = median(over.map((figure, round) => (invert ? under[round] / figure : figure / under[round])));
  console.log(`  ${name.padEnd(width)} ${ratio.toFixed(2).padStart(8)}   goal ${least}: ${ratio >= least ? 'reached' : 'not reached'}`);
}

/** The most memory that a run of the command ever has, in MB. */
function memory(...args) {
  const program = 'import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); '
    + 'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)';
  const run = spawnSync('python3', ['-c', program, launcher, ...args], { encoding: 'utf8', env: { ...process.env, INKSEAL_HOME: path.join(scratch, 'home') } });
  return run.status === 0 ? Number(run.stdout) : NaN;
}

console.log(`${os.cpus()[0].model}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}; ${spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr.split('\n')[0]}`);
const small = await measured(rates, rounds);
print('Files of 100 KB, one thread', small, 'files/s', 0);
console.log();
goal('check over its limit', small['check, known signer, no trust list'], small['limit of a check: read, hash, one P-256 verification'], 0.5);
goal('60 roots over one root', small['check, 60 roots'], small['check, one root'], 0.9);
goal('two threads over one', small['check, 60 roots, two threads'], small['check, 60 roots'], 1.7);
goal('check over c2pa-rs, no trust list', small['check, known signer, no trust list'], small['c2pa-rs: check, no trust list'], 2);
goal('check over c2pa-rs, 60 roots', small['check, 60 roots'], small['c2pa-rs: check, 60 roots'], 8);
goal('sign over its limit', small['sign, and check what was written'], small['limit of signing: read, hash, sign, write, move'], 0.5);
goal('sign over c2pa-rs', small['sign, and check what was written'], small['c2pa-rs: sign, and check'], 1.5);

if (Number(values.large) > 0) {
  const big = await measured(times, Math.max(3, Math.ceil(rounds / 2)));
  print(`One file of ${values.large} MB`, big, 's', 2);
  console.log();
  goal('check: speed over openssl dgst', big.check, big['openssl dgst -sha256'], 0.9, true);
  goal('check: speed over c2pa-rs', big.check, big['c2pa-rs: check'], 1, true);
  goal('sign: speed over c2pa-rs', big['sign, and check what was written'], big['c2pa-rs: sign, and check'], 2, true);
  console.log(`  ${'most memory of our process, -Xmx64m'.padEnd(width)} ${(await ours.ask('rss', 0)).toFixed(0).padStart(8)} MB`);
  if (peers) console.log(`  ${'most memory of the process of c2pa-rs'.padEnd(width)} ${(await peers.ask('rss', 0)).toFixed(0).padStart(8)} MB`);
}

const tail = path.join(scratch, 'tail.jpg');
const rounded = numbers => numbers.map(number => number.toFixed(1)).join(' ');
const little = [1, 2, 3].map(() => memory('check', path.join(scratch, 'pictures/signed/000.png')));
const much = fs.existsSync(tail) ? [1, 2, 3].map(() => memory('check', tail)) : [];
if (much.length > 0) {
  const growth = median(much) - median(little);
  console.log(`\nMemory of one "inkseal check": ${rounded(little)} MB for 100 KB, ${rounded(much)} MB for 4 GB: `
    + `${growth.toFixed(1)} MB more, goal 16: ${growth <= 16 ? 'reached' : 'not reached'}`);
}
ours.end();
peers?.end();
