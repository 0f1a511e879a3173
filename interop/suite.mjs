// suite.mjs FOLDER: everybody signs, everybody reads. FOLDER has the keys in pki/ and takes all files that are made.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { inkseal, succeed, top } from './inkseal.mjs';
import { Matrix } from './matrix.mjs';
import { realPictures } from './real.mjs';
import { readers, signWithRust, signWithTypeScript, signedByTypeScript } from './peers.mjs';

const folder = process.argv[2];
const algorithms = ['es256', 'es384', 'es512', 'ps256', 'ps384', 'ps512', 'ed25519'];
const own = 'own key';
const images = path.join(top, 'test-vectors/images');
const media = ['painting.heic', 'painting.heif', 'painting.avif', 'sequence.avif', 'film.mp4', 'film.mov', 'sound.m4a'];
const further = ['painting.webp', 'lossless.webp', 'animated.webp', 'painting.gif', 'animated.gif', 'painting.svg',
  'painting.jxl', 'naked.jxl', 'photo.jxl', 'painting.tif', 'big-endian.tif', 'pages.tif', 'bigtiff.tif', 'painting.dng'];
// How a file is signed does not depend on its format: three algorithms will do for most formats.
const pictures = ['painting.png', 'photo.jpg'].map(name => path.join(images, name));
const few = ['es256', 'ps256', 'ed25519'];
const picturesFor = algorithm =>
  few.includes(algorithm)
    ? pictures.concat([...media, ...further].map(name => path.join(images, name)))
    : pictures;
const root = path.join(folder, 'pki/root.pem');
const settings = path.join(folder, 'settings');
const credential = algorithm => ({
  algorithm,
  key: path.join(folder, `pki/${algorithm}.key`),
  certificate: path.join(folder, `pki/${algorithm}.pem`),
});

const matrix = new Matrix([...algorithms, own]);
const made = []; // { row, algorithm, file, anchor, asked } of every file that readers are to accept: those with letters asked

function subfolder(name) {
  const made = path.join(folder, name);
  fs.mkdirSync(made, { recursive: true });
  return made;
}

// Files of many sources in one call of inkseal must differ in their names.
function inputs(prefix, sources) {
  return sources.map(source => {
    const copy = path.join(subfolder('inputs'), `${prefix}-${path.basename(source)}`);
    fs.copyFileSync(source, copy);
    return copy;
  });
}

function expect(row, algorithm, files, anchor = root, asked = 'nwt') {
  for (const file of files) {
    made.push({ row: `${row} ${path.extname(file).slice(1)}`, algorithm, file, anchor, asked });
  }
}

// Runs a command of inkseal that writes one file for each input, and says where they are.
function write(command, options, files, target) {
  succeed(settings, ...command, ...options, '-o', subfolder(target), ...files);
  return files.map(file => path.join(folder, target, path.basename(file)));
}

let real = [];

const commands = {
  sign: ['sign'],
  label: ['label', '--model', 'Interop Model:1.0', '--provider', 'Interop', '--oversight', 'guided',
    '--prompt', 'a boat at dawn', '--watermark', 'com.adobe.trustmark.P:2*0110'],
};
const signed = {};

function signWithInkseal() {
  for (const algorithm of algorithms) {
    const { key, certificate } = credential(algorithm);
    const keys = ['--key', key, '--cert', certificate];
    if (few.includes(algorithm)) {
      expect('inkseal sign, real', algorithm, write(commands.sign, keys, inputs(`real-${algorithm}`, real), 'real'));
    }
    for (const [name, command] of Object.entries(commands)) {
      const files = inputs(`${algorithm}-${name}`, picturesFor(algorithm));
      const results = write(command, keys, files, 'signed');
      expect(`inkseal ${name}`, algorithm, results);
      signed[algorithm] = (signed[algorithm] ?? []).concat(results);
    }
  }
}

function signWithOwnKey() {
  succeed(settings, 'init', '--name', 'Interop Artist');
  const anchor = path.join(settings, 'root.pem');
  for (const [name, command] of Object.entries(commands)) {
    const results = write(command, [], inputs(`own-${name}`, picturesFor('es256')), 'signed');
    expect(`inkseal ${name}`, own, results, anchor);
  }
}

const foreign = []; // { row, algorithm, file } of every file that a peer signed

async function signWithPeers() {
  const target = subfolder('peers');
  const signers = {
    'c2pa-rs v1': (source, file, how) => signWithRust(source, file, { ...how, claimVersion: 1 }),
    'c2pa-rs v2': (source, file, how) => signWithRust(source, file, { ...how, claimVersion: 2 }),
    'c2pa-ts v2': signWithTypeScript,
  };
  for (const [row, sign] of Object.entries(signers)) {
    for (const algorithm of algorithms) {
      for (const picture of picturesFor(algorithm)) {
        if (sign === signWithTypeScript && !signedByTypeScript(picture)) continue;
        // c2pa-rs does not wrap the one, and BigTIFF goes one way, from inkseal to the others.
        if (['naked.jxl', 'bigtiff.tif'].includes(path.basename(picture))) continue;
        const file = path.join(target, `${row.replace(' ', '-')}-${algorithm}-${path.basename(picture)}`);
        await sign(picture, file, credential(algorithm));
        foreign.push({ row: `${row} ${path.extname(file).slice(1)}`, algorithm, file });
      }
      if (!few.includes(algorithm)) continue;
      for (const picture of real) {
        if (sign === signWithTypeScript && !signedByTypeScript(picture)) continue;
        const file = path.join(target, `${row.replace(' ', '-')}-${algorithm}-real-${path.basename(picture)}`);
        await sign(picture, file, credential(algorithm));
        foreign.push({ row: `${row}, real ${path.extname(file).slice(1)}`, algorithm, file });
      }
    }
  }
}

// A credential that a picture already has becomes the parent of the new one.
function signAgain() {
  for (const algorithm of algorithms) {
    const { key, certificate } = credential(algorithm);
    const theirs = foreign.filter(entry => entry.algorithm === algorithm).map(entry => entry.file);
    const again = (row, files) =>
      expect(row, algorithm, write(commands.sign, ['--key', key, '--cert', certificate], files, 'again'));
    again('inkseal over inkseal', signed[algorithm]);
    again('inkseal over c2pa-rs', theirs.filter(file => path.basename(file).startsWith('c2pa-rs')));
    again('inkseal over c2pa-ts', theirs.filter(file => path.basename(file).startsWith('c2pa-ts')));
  }
}

// The certificate has ended when the file is read: only the time-stamp keeps the signature in force.
async function signWithTime() {
  const pki = path.join(folder, 'pki');
  const authority = spawn(process.execPath, [path.join(top, 'interop/tsa.mjs'), pki], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = await once(authority.stdout, 'data');
    const stamp = ['--tsa', `http://127.0.0.1:${String(port).trim()}/`, '--tsa-trust', root];
    for (const [row, name] of [['inkseal, brief certificate, time-stamp', 'brief'], ['inkseal with time-stamp', 'es256']]) {
      const key = ['--key', path.join(pki, `${name}.key`), '--cert', path.join(pki, `${name}.pem`)];
      expect(row, 'es256', write(commands.sign, [...key, ...stamp], inputs(`time-${name}`, pictures), 'time'), root, 'nw');
    }
  } finally {
    authority.kill();
  }
}

// Ingredients, redactions, updates and definitions, over files of inkseal and of c2pa-rs.
function signFromOthers() {
  const { key, certificate } = credential('es256');
  const keys = ['--key', key, '--cert', certificate];
  const theirs = foreign.filter(entry => entry.algorithm === 'es256' && entry.row.startsWith('c2pa-rs v2 ')).map(entry => entry.file);
  const parts = [...signed.es256.slice(0, 1), ...theirs.slice(0, 1), pictures[1]].flatMap(file => ['--ingredient', file]);
  const parent = ['--parent', signed.es256[1], '--ingredient', `${pictures[0]}:inputTo`];
  expect('inkseal with ingredients', 'es256',
    write(commands.sign, [...keys, '--thumbnail', ...parent, ...parts], inputs('parts', pictures), 'parts'));
  const permitted = [...signed.es256.slice(0, 2), ...theirs];
  const redactable = permitted.filter(file => ['.png', '.jpg'].includes(path.extname(file)));
  // In these formats an update stands at the end of the file.
  const apart = signed.es256.filter(file => ['.heic', '.avif', '.mp4'].includes(path.extname(file)));
  const updatable = [...redactable, ...apart];
  const redact = ['--redact', 'cawg.training-mining', '--reason', 'personal'];
  expect('inkseal with redaction', 'es256', write(commands.sign, [...keys, ...redact], permitted, 'redacted'), root, 'nw');
  expect('inkseal update', 'es256', write(commands.sign, [...keys, '--update', '--title', 'New'], updatable, 'update'), root, 'nw');
  expect('inkseal redacting update', 'es256', write(commands.sign, [...keys, '--update', ...redact], redactable, 'redacting'), root, 'nw');
  fs.copyFileSync(signed.es256[0], path.join(subfolder('definition'), 'part.png'));
  const definition = path.join(folder, 'definition/definition.json');
  fs.writeFileSync(definition, JSON.stringify({
    claim_generator_info: [{ name: 'interop', version: '1.0' }],
    vendor: 'interop',
    title: 'Defined',
    assertions: [{ label: 'c2pa.actions', data: { actions: [
      { action: 'c2pa.created', digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation', when: '2026-01-17T14:44:19Z' },
      { action: 'c2pa.placed', parameters: { ingredientIds: ['part'] } },
    ] } }, { label: 'org.example.data', data: { text: 'of its own' } }],
    ingredients: [{ title: 'Part', file_path: 'part.png', label: 'part', relationship: 'componentOf' }],
  }));
  expect('inkseal, a definition', 'es256',
    write(['sign'], [...keys, '--manifest', definition], inputs('defined', pictures), 'defined'));
}

// Box hashes: c2pa-rs checks them in these formats; c2pa-ts knows none.
function signByBoxes() {
  const named = ['phone.jpg', 'progressive.jpg', 'palette.png', 'painting.gif', 'animated.gif', 'painting.jxl', 'naked.jxl', 'photo.jxl'];
  const sources = pictures.concat(named.map(name => path.join(images, name)));
  for (const algorithm of few) {
    const { key, certificate } = credential(algorithm);
    const how = ['--key', key, '--cert', certificate, '--binding', 'boxes'];
    for (const [name, command] of Object.entries(commands)) {
      expect(`inkseal ${name}, box hash`, algorithm,
        write(command, how, inputs(`boxes-${algorithm}-${name}`, sources), 'boxes'), root, 'nw');
    }
  }
}

// A credential beside the picture, and one whose address stands in the picture: the reader is handed both files.
function signApart() {
  const { key, certificate } = credential('es256');
  const keys = ['--key', key, '--cert', certificate];
  const beside = write([...commands.sign, '--sidecar'], keys, inputs('beside', pictures), 'beside');
  const remote = write([...commands.sign, '--remote', 'https://interop.invalid/'], keys, inputs('remote', pictures), 'remote');
  const sources = inputs('beside', pictures);
  made.push(...beside.map((file, at) => ({
    row: `inkseal sidecar ${path.extname(file).slice(1)}`, algorithm: 'es256', file: sources[at], store: `${file}.c2pa`, anchor: root, asked: 'n',
  })), ...remote.map(file => ({
    row: `inkseal remote ${path.extname(file).slice(1)}`, algorithm: 'es256', file, store: `${file}.c2pa`, anchor: root, asked: 'n',
  })));
}

// Somebody else stands behind the picture. The peers cannot be told of anchors for identities: for them nobody vouches.
function signWithIdentity() {
  const { key, certificate } = credential('es256');
  const secret = path.join(folder, 'identity.txt');
  fs.writeFileSync(secret, 'identity\n');
  const who = ['--identity', path.join(folder, 'pki/identity.p12'), '--identity-passphrase-file', secret];
  for (const file of write(commands.sign, ['--key', key, '--cert', certificate, ...who], inputs('identity', pictures), 'identity')) {
    made.push({
      row: `inkseal with identity ${path.extname(file).slice(1)}`, algorithm: 'es256', file, anchor: root, asked: 'nw',
      says: 'Valid cawg.x509.credential.untrusted',
    });
  }
}

function readWithInkseal() {
  const files = foreign.map(entry => entry.file);
  const all = inkseal(settings, 'check', '--json', '--require', 'trusted', '--trust', root, ...files);
  const verdicts = new Map(JSON.parse(all.out).files.map(entry => [path.basename(entry.file), entry]));
  for (const { row, algorithm, file } of foreign) {
    const verdict = verdicts.get(path.basename(file));
    const codes = (verdict?.findings?.failure ?? []).map(finding => finding.code);
    const accepted = verdict?.state?.toUpperCase() === 'TRUSTED' && codes.length === 0;
    matrix.add(row, algorithm, 'i', accepted, `check says ${[verdict?.state, ...codes].join(' ')}`);
    // One JVM for each file: two algorithms will do.
    if (!['es256', 'ed25519'].includes(algorithm)) continue;
    const shown = inkseal(settings, 'show', '--trust', root, file);
    let state;
    try {
      state = JSON.parse(shown.out).validation_state;
    } catch {
      state = shown.err.trim() || 'no JSON';
    }
    matrix.add(row, algorithm, 's', state === 'Trusted', `show says ${state}`);
  }
  matrix.add('check --require trusted exits with 0', own, 'i', all.code === 0, `exit code ${all.code}: ${all.err}`);
}

async function readWithPeers() {
  for (const { row, algorithm, file, anchor, asked, store, says: expected } of made) {
    for (const reader of readers.filter(peer => peer.reads(algorithm, file) && asked.includes(peer.letter))) {
      const { accepted, says } = await reader.read(file, anchor, store);
      const good = expected ? says === expected : accepted;
      matrix.add(row, algorithm, reader.letter, good, `${reader.name} says ${says}`);
    }
  }
}

console.log(`${readers.map(reader => `${reader.letter} ${reader.name}`).join(', ')}, i inkseal check, s inkseal show`);
real = realPictures(settings, path.join(folder, 'real-inputs'));
if (!process.env.INKSEAL_INTEROP_PEERS_ONLY) await signWithTime(); // first, as the certificate ends soon
await signWithPeers();
if (process.env.INKSEAL_INTEROP_PEERS_ONLY) {
  for (const { row, algorithm, file } of foreign) made.push({ row, algorithm, file, anchor: root, asked: 'nwt' });
} else {
  signWithInkseal();
  signWithOwnKey();
  signAgain();
  signFromOthers();
  signByBoxes();
  signApart();
  signWithIdentity();
  readWithInkseal();
}
const brief = new Date(fs.statSync(path.join(folder, 'pki/brief.pem')).mtimeMs + 62000);
while (!process.env.INKSEAL_INTEROP_PEERS_ONLY && Date.now() < brief) {
  await new Promise(resolve => setTimeout(resolve, 1000));
}
await readWithPeers();
matrix.print();
process.exitCode = matrix.failed === 0 ? 0 : 1;
