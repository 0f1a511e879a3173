// How many files a second one process checks, ours and c2pa-rs native, over the same files with the same roots, in turns.
// throughput.mjs SCRATCH ROOTS FOLDER
//
// Ours is the command as a whole, from its start to its end; of the peer only the loop counts. A folder of pictures is
// taken once, and again ten times over, where the start of a process weighs less.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { top } from './inkseal.mjs';

const [scratch, roots, folder] = process.argv.slice(2);
const rounds = 5;
const pictures = /\.(jpe?g|png|webp|gif|tiff?|dng|svg|heic|heif|avif|jxl|mp4|mov|m4a)$/i;
const env = { ...process.env, INKSEAL_HOME: path.join(scratch, 'home') };

// Only what inkseal reads, so that both do the same work.
function readable(files) {
  const run = spawnSync(path.join(top, 'inkseal'), ['check', '--json', ...files], { encoding: 'utf8', maxBuffer: 1 << 28, env });
  return JSON.parse(run.stdout).files.filter(entry => entry.state).map(entry => path.resolve(entry.file));
}

function copies(files, times) {
  return Array.from({ length: times }, (_, round) => files.map((file, index) => {
    const copy = path.join(scratch, `${times}-${round}-${index}${path.extname(file)}`);
    fs.copyFileSync(file, copy);
    return copy;
  })).flat();
}

function ours(files, jobs) {
  const start = process.hrtime.bigint();
  const run = spawnSync(path.join(top, 'inkseal'), ['check', '--json', '-j', jobs, '--trust', roots, ...files], { maxBuffer: 1 << 30, env });
  if (run.status > 1) throw new Error(run.stderr);
  return files.length / (Number(process.hrtime.bigint() - start) / 1e9);
}

function theirs(files) {
  const peer = path.join(path.dirname(fileURLToPath(import.meta.url)), 'throughput-peer.mjs');
  const run = spawnSync('node', [peer, roots, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return Number(run.stdout);
}

const median = numbers => numbers.sort((a, b) => a - b)[numbers.length >> 1];

const files = readable(fs.readdirSync(folder, { recursive: true })
  .map(name => path.join(folder, name))
  .filter(file => pictures.test(file) && fs.statSync(file).isFile()));
for (const times of [1, 10]) {
  const chosen = copies(files, times);
  const rates = { one: [], two: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    rates.one.push(ours(chosen, 1));
    rates.two.push(ours(chosen, 2));
    rates.peer.push(theirs(chosen));
  }
  const words = Object.values(rates).map(each => median(each).toFixed(0));
  console.log(`${chosen.length} files, median of ${rounds}: inkseal ${words[0]} files/s on one thread, `
    + `${words[1]} on two, start included; c2pa-rs native ${words[2]} files/s`);
}
