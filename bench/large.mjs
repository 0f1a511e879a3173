// large.mjs SCRATCH CLASSES MEGABYTES ROUNDS [FORMAT...]: how fast large files of each format are checked and signed, beside
// c2pa-rs native, in turns; and how much memory each process had at most. Both check what they signed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { formats, make } from './large-files.mjs';

const [scratch, classes, megabytes, rounds, ...chosen] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const top = path.dirname(here);
const credential = ['es256.key', 'es256.pem', 'root.pem'].map(name => path.join(scratch, 'pki', name));

/** A process that obeys one order after the other. */
class Worker {
  constructor(command, args) {
    this.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.answers = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    this.trouble = '';
    this.process.stderr.on('data', text => { this.trouble += text; });
  }

  /** How many milliseconds an order took, on the clock and of the processors. */
  async order(...words) {
    this.process.stdin.write(`${words.join('\t')}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error(this.trouble.split('\n').slice(0, 3).join(' '));
    const [clock, processors] = value.split(' ').map(Number);
    return { clock, processors };
  }

  /** The most memory that it ever had, in MB. */
  peak() {
    const status = fs.readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)[1]) / 1024);
  }

  end() {
    this.process.stdin.end();
  }
}

const ours = () => new Worker(process.env.JAVA ?? 'java', ['-XX:+UseSerialGC', '-XX:-UsePerfData', '-Xmx64m', '-cp',
  [path.join(top, 'cli/target/inkseal.jar'), classes].join(path.delimiter), 'Large', ...credential]);
const theirs = () => new Worker(process.execPath, [path.join(here, 'large-peer.mjs'), ...credential]);

const kinds = ['clock', 'processors'];
const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const pick = (answers, kind) => answers.map(answer => answer[kind]);

async function signed(worker, file, target) {
  fs.rmSync(target, { force: true });
  return worker.order('sign', file, target);
}

async function measure(format) {
  const file = make(format, path.join(top, 'test-vectors/images'), scratch, Number(megabytes));
  const [mine, other] = [`signed.${format}`, `peer.${format}`].map(name => path.join(scratch, name));
  const workers = { ours: ours(), theirs: theirs() };
  const times = { verify: { ours: [], theirs: [] }, sign: { ours: [], theirs: [] } };
  try {
    // The first round is for warming up.
    for (let round = 0; round <= Number(rounds); round++) {
      const sign = { ours: await signed(workers.ours, file, mine), theirs: await signed(workers.theirs, file, other) };
      const verify = { ours: await workers.ours.order('verify', mine), theirs: await workers.theirs.order('verify', mine) };
      if (round === 0) continue;
      for (const who of ['ours', 'theirs']) {
        times.sign[who].push(sign[who]);
        times.verify[who].push(verify[who]);
      }
    }
    return { times, memory: [workers.ours.peak(), workers.theirs.peak()] };
  } finally {
    workers.ours.end();
    workers.theirs.end();
    for (const name of [file, mine, other]) fs.rmSync(name, { force: true });
  }
}

const cell = (text, width) => String(text).padStart(width);
const row = cells => cells.map((text, at) => (at ? cell(text, 11) : text.padEnd(6))).join('');

// The milliseconds of both, and how many times as fast ours is: by medians and bests of the clock, and by the best of the
// processors' time, which other work on the machine disturbs least.
function columns({ ours, theirs }) {
  const words = answers => `${median(pick(answers, 'clock')).toFixed(0)} (${Math.min(...pick(answers, 'clock')).toFixed(0)})`;
  const best = kind => Math.min(...pick(theirs, kind)) / Math.min(...pick(ours, kind));
  const medians = median(pick(theirs, 'clock')) / median(pick(ours, 'clock'));
  return [words(ours), words(theirs), medians.toFixed(2), ...kinds.map(kind => best(kind).toFixed(2))];
}

console.log(`${megabytes} MB, ${rounds} rounds in turns. ms: median (best). How many times as fast: by medians, by bests, by processor time`);
console.log(row(['', ...['verify', 'sign'].flatMap(what => [what, 'c2pa-rs', 'median', 'best', 'cpu']), 'peak MB', 'c2pa-rs']));
for (const format of chosen.length ? chosen : Object.keys(formats)) {
  try {
    const { times, memory } = await measure(format);
    console.log(row([format, ...columns(times.verify), ...columns(times.sign), ...memory]));
  } catch (error) {
    console.log(`${format.padEnd(5)}  ${error.message}`);
    process.exitCode = 1;
  }
}
