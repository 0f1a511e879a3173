// A root, a signer, a time-stamp authority and an OCSP responder on this machine, all of openssl and short-lived.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { top } from './files.mjs';

const PAUSE_MS = 100;
const MOST_PAUSES = 100;
const wait = new Int32Array(new SharedArrayBuffer(4));

/** What a server printed first. Everything here is done one after the other, so nothing is lost by waiting for it. */
function firstLine(file) {
  for (let i = 0; i < MOST_PAUSES; i++) {
    const [line, rest] = fs.readFileSync(file, 'utf8').split('\n');
    if (rest !== undefined) return line;
    Atomics.wait(wait, 0, 0, PAUSE_MS);
  }
  throw new Error(`${file}: nothing was printed`);
}

/** Starts a server that keeps its keys in a folder; gives its port. */
function serve(folder, script) {
  const log = path.join(folder, `${path.basename(script)}.log`);
  const out = fs.openSync(log, 'w');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', out, out] });
  child.unref();
  process.on('exit', () => child.kill());
  return firstLine(log);
}

/** Makes them in a folder and starts the servers, which end with this process. */
export function authorities(folder) {
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const made = spawnSync('bash', [path.join(top, 'interop/pki.sh'), folder], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`interop/pki.sh: ${made.stderr}`);
  const inFolder = name => path.join(folder, name);
  fs.writeFileSync(inFolder('identity.txt'), 'identity\n');
  fs.writeFileSync(inFolder('answers.txt'), 'V\t491231000000Z\t\t4D\tunknown\t/CN=Stapled\n');
  const responder = serve(folder, path.join(top, '.ci/reports/responder.mjs'));
  fs.writeFileSync(inFolder('stapled.cnf'), fs.readFileSync(inFolder('profile.cnf'), 'utf8')
    .replace('[signer]', `[signer]\nauthorityInfoAccess = OCSP;URI:http://127.0.0.1:${responder}/`));
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'stapled.key');
  openssl('req', '-new', '-key', 'stapled.key', '-subj', '/O=Reports/CN=Stapled', '-out', 'stapled.csr');
  openssl('x509', '-req', '-in', 'stapled.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-set_serial', '0x4D', '-sha256',
    '-days', '20', '-extfile', 'stapled.cnf', '-extensions', 'signer', '-out', 'stapled.pem');
  fs.appendFileSync(inFolder('stapled.pem'), fs.readFileSync(inFolder('root.pem')));
  const stamps = serve(folder, path.join(top, 'interop/tsa.mjs'));
  return {
    root: inFolder('root.pem'),
    key: ['--key', inFolder('stapled.key'), '--cert', inFolder('stapled.pem')],
    time: ['--tsa', `http://127.0.0.1:${stamps}/`],
    identity: ['--identity', inFolder('identity.p12'), '--identity-passphrase-file', inFolder('identity.txt')],
  };
}
