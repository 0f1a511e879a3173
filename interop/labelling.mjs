// How many pictures of 100 KB a second are labelled, ours and c2pa-rs native, the same pictures with the same key, in turns.
// labelling.mjs SCRATCH KEY CERTIFICATES [COUNT]
//
// Ours is the command as a whole, from its start to its end; of the peer only the loop counts. Both check what they wrote.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { top } from './inkseal.mjs';

const [scratch, key, certificates, wanted] = process.argv.slice(2);
const count = Number(wanted ?? 10000);
const size = 100_000;
const rounds = 3;
const env = { ...process.env, INKSEAL_HOME: path.join(scratch, 'home') };
const pictures = path.join(scratch, 'pictures');
const images = path.join(top, 'test-vectors/images');

// Half of them JPEG with a longer scan, half PNG with a private chunk, each filled with noise of its own.
const jpeg = fs.readFileSync(path.join(images, 'photo.jpg'));
const png = fs.readFileSync(path.join(images, 'painting.png'));
const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

function longerJpeg() {
  const noise = crypto.randomBytes(size - jpeg.length).map(byte => byte === 0xff ? 0 : byte);
  return Buffer.concat([jpeg.subarray(0, -2), noise, jpeg.subarray(-2)]);
}

function longerPng() {
  const chunk = Buffer.concat([Buffer.from('fiLl'), crypto.randomBytes(size - png.length - 12)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(~chunk.reduce((crc, byte) => table[(crc ^ byte) & 0xff] ^ (crc >>> 8), -1) >>> 0);
  return Buffer.concat([png.subarray(0, 33), length, chunk, sum, png.subarray(33)]);
}

function run(rate, command, args) {
  const folder = path.join(scratch, 'labelled');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  const start = process.hrtime.bigint();
  const done = spawnSync(command, [...args(folder)], { encoding: 'utf8', maxBuffer: 1 << 28, env });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (done.status !== 0) throw new Error(done.stderr || `${command}: ${done.error}`);
  if (fs.readdirSync(folder).length !== count) throw new Error(`${command}: not every picture was labelled`);
  return rate(done.stdout, seconds);
}

const ours = jobs => run((_, seconds) => count / seconds, path.join(top, 'inkseal'), folder => [
  'label', '-q', '-r', '-j', jobs, '--key', key, '--cert', certificates, '--no-trust-lists',
  '--model', 'AcmeDiffusion:2.1', '--provider', 'Acme AI', '-o', folder, pictures]);

const theirs = () => run(Number, 'node', folder =>
  [path.join(path.dirname(fileURLToPath(import.meta.url)), 'labelling-peer.mjs'), key, certificates, folder, pictures]);

const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

fs.mkdirSync(pictures);
for (let i = 0; i < count; i++) {
  const name = String(i).padStart(6, '0');
  fs.writeFileSync(path.join(pictures, i % 2 ? `${name}.jpg` : `${name}.png`), i % 2 ? longerJpeg() : longerPng());
}
const rates = { one: [], two: [], peer: [] };
for (let round = 0; round < rounds; round++) {
  rates.one.push(ours(1));
  rates.two.push(ours(2));
  rates.peer.push(theirs());
}
const [one, two, peer] = Object.values(rates).map(median);
console.log(`${count} pictures, median of ${rounds}: inkseal ${one.toFixed(0)} a second on one thread, ${two.toFixed(0)} on two, `
  + `start included; c2pa-rs native ${peer.toFixed(0)}: ${(one / peer).toFixed(1)} and ${(two / peer).toFixed(1)} times`);
