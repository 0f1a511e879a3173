// The command line of this checkout, and the files that its reports are held against.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { authorities } from './authorities.mjs';

export const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const reference = path.join(process.env.INKSEAL_SHARED, 'corpus/reference');
const corpus = path.join(process.env.INKSEAL_SHARED, 'corpus');
const NOW = '2026-11-22T00:00:00Z';

/** A package of package.json, from where run.sh put it. */
export async function load(name) {
  const find = createRequire(path.join(process.env.INKSEAL_PACKAGES, 'package.json'));
  return import(pathToFileURL(find.resolve(name)));
}

function environment(scratch) {
  return { ...process.env, INKSEAL_HOME: path.join(scratch, 'home'), INKSEAL_PASSPHRASE: '' };
}

/** Runs inkseal and throws unless it ended with 0. */
export function succeed(scratch, ...args) {
  const run = spawnSync(path.join(top, 'inkseal'), args, { encoding: 'utf8', env: environment(scratch) });
  if (run.status !== 0) throw new Error(`inkseal ${args.join(' ')}: exit code ${run.status}\n${run.stdout}${run.stderr}`);
  return run.stdout;
}

/** The answer of check --json, whatever the exit code. */
export function checked(scratch, ...args) {
  return spawnSync(path.join(top, 'inkseal'), ['check', '--json', ...args], {
    encoding: 'utf8', env: environment(scratch), maxBuffer: 1 << 30,
  }).stdout;
}

/** The crJSON of many files and the signals of their manifests, in one process; nothing for other formats. */
export function reports(files, trust = [], now = NOW) {
  const jar = path.join(top, 'cli/target/inkseal.jar');
  const list = option => trust[trust.indexOf(option) + 1] ?? '-';
  const lists = ['--trust', '--tsa-trust'].map(option => (trust.includes(option) ? list(option) : '-'));
  const run = spawnSync('java', ['-cp', jar, path.join(top, '.ci/reports/Lines.java'), now, ...lists], {
    input: files.join('\n') + '\n', encoding: 'utf8', maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(`exit code ${run.status}: ${run.stderr}`);
  const lines = run.stdout.split('\n');
  return files.flatMap((file, i) => {
    if (lines[i] === '') return [];
    const [json, signals] = lines[i].split('\t');
    return [{ file, json: JSON.parse(json), signals: JSON.parse(signals) }];
  });
}

function below(folder) {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Every file of the corpus, of whatever format. */
export const corpusFiles = () => [...below(path.join(corpus, 'files')), ...below(path.join(corpus, 'generated'))];

/** Our own vectors. */
export const vectorFiles = () =>
  below(path.join(top, 'test-vectors/src/main/resources/vectors')).filter(file => /\.(png|jpe?g|webp|tiff?|gif|heic|avif|jxl|svg|c2pa)$/i.test(file));

/** The one command of the conformance program: an asset, a trust list, a list for time-stamps, a time; crJSON. */
export const conformance = (file, trust = [], now = NOW) => ['show', '--crjson', '--at', now, ...trust, file];

/** The test lists of the corpus. */
export const testLists = () => [
  '--trust', path.join(corpus, 'trust/c2pa-rs-certs/trust/test_cert_root_bundle.pem'),
  '--tsa-trust', path.join(corpus, 'trust/c2pa-official/C2PA-TSA-TRUST-LIST.pem'),
];

/** Pictures in every way that inkseal writes credentials, with the roots that vouch for them. */
export function written(scratch) {
  const folder = path.join(scratch, 'written');
  fs.mkdirSync(folder);
  const others = authorities(path.join(scratch, 'authorities'));
  const files = [];
  const make = (command, from, name, ...options) => {
    const to = path.join(folder, name);
    succeed(scratch, command, from, '-o', to, ...options);
    files.push(to);
    return to;
  };
  for (const kind of ['png', 'jpg']) {
    const plain = path.join(top, 'test-vectors/src/main/resources/pictures', `small.${kind}`);
    const signed = make('sign', plain, `signed.${kind}`, '--title', 'Harbour');
    for (const making of ['photo', 'scan', 'screen', 'edited']) make('sign', plain, `${making}.${kind}`, '--made', making);
    const labelled = make('label', plain, `labelled.${kind}`, '--model', 'AcmeDiffusion:2.1', '--provider', 'Acme');
    make('label', signed, `changed.${kind}`, '--model', 'AcmeDiffusion:2.1', '--edited-with-ai', '--oversight', 'validated');
    make('label', plain, `told.${kind}`, '--model', 'AcmeDiffusion:2.1', '--prompt', 'a boat', '--ref', labelled,
      '--watermark', 'com.adobe.trustmark.P:2*0110');
    const again = make('sign', signed, `again.${kind}`);
    make('sign', again, `thrice.${kind}`, '--train', 'yes');
    make('sign', labelled, `touched.${kind}`);
    make('sign', plain, `placed.${kind}`, '--ingredient', signed, '--thumbnail');
    const updated = make('sign', signed, `updated.${kind}`, '--update', '--title', 'Harbour at night');
    make('sign', updated, `after-update.${kind}`);
    make('sign', signed, `redacted.${kind}`, '--redact', 'cawg.training-mining', '--reason', 'personal');
    make('sign', signed, `redacted-update.${kind}`, '--update', '--redact', 'cawg.training-mining', '--reason', 'personal');
    make('label', plain, `stamped.${kind}`, '--model', 'AcmeDiffusion:2.1', ...others.time);
    const stapled = make('sign', plain, `stapled.${kind}`, ...others.key, ...others.time, '--ocsp');
    make('sign', stapled, `after-stapled.${kind}`, ...others.time);
    make('sign', stapled, `stamped-update.${kind}`, '--update', '--title', 'Harbour at night', ...others.key, ...others.time);
    make('sign', plain, `identified.${kind}`, ...others.identity);
    make('sign', plain, `far.${kind}`, '--remote', `https://example.org/far.${kind}.c2pa`);
    fs.copyFileSync(plain, path.join(folder, `beside.${kind}`));
    succeed(scratch, 'sign', '--sidecar', path.join(folder, `beside.${kind}`), ...others.time);
    files.push(path.join(folder, `beside.${kind}`));
  }
  for (const kind of ['webp', 'gif', 'svg', 'jxl', 'tif', 'dng', 'heic', 'avif', 'mp4']) {
    const signed = make('sign', path.join(top, 'test-vectors/src/main/resources/pictures', `small.${kind}`), `signed.${kind}`);
    if (kind !== 'webp') make('sign', signed, `updated.${kind}`, '--update', '--title', 'Harbour at night');
  }
  const roots = path.join(scratch, 'roots.pem');
  fs.writeFileSync(roots, fs.readFileSync(path.join(scratch, 'home/root.pem'), 'utf8') + fs.readFileSync(others.root, 'utf8'));
  return { files, trust: ['--trust', roots, '--tsa-trust', others.root], now: new Date().toISOString() };
}

/** Prints what went wrong and ends accordingly. */
export function end(failures) {
  failures.forEach(failure => console.log(`FAILED ${failure}`));
  process.exitCode = failures.length ? 1 : 0;
}
