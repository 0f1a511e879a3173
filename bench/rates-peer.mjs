// c2pa-rs native in a process of its own. Reads one task a line, answers with one line: the files of a second, or the
// seconds of one file; see Rates.java, whose tasks it shares. rates-peer.mjs FOLDER PKI SCRATCH
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';

const [folder, pki, scratch] = process.argv.slice(2);
const rust = createRequire(import.meta.url)(path.join(process.env.INKSEAL_PEERS, 'package/dist/index.node'));
const types = {
  jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif', tif: 'image/tiff', svg: 'image/svg+xml',
  heic: 'image/heic', heif: 'image/heif', avif: 'image/avif', jxl: 'image/jxl', mp4: 'video/mp4', mov: 'video/quicktime',
  m4a: 'audio/mp4',
};
const text = name => fs.readFileSync(path.join(pki, name), 'utf8');
const settings = roots => JSON.stringify({
  ...(roots ? { trust: { trust_anchors: text(roots), trust_config: '1.3.6.1.5.5.7.3.4' } } : {}),
  verify: { verify_trust: Boolean(roots), remote_manifest_fetch: false, ocsp_fetch: false },
  builder: { thumbnail: { enabled: false } },
});
const definition = JSON.stringify({
  claim_version: 2,
  claim_generator_info: [{ name: 'peer', version: '1' }],
  assertions: [{
    label: 'c2pa.actions.v2',
    data: { actions: [{ action: 'c2pa.created', digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation' }] },
  }],
});
const asset = file => ({ path: file, mimeType: types[path.extname(file).slice(1)] });

function verifying(roots, wanted) {
  const chosen = settings(roots);
  return async file => {
    const report = rust.readerJson.call(await rust.readerFromAsset(asset(file), chosen));
    if (!report.includes(`"validation_state": "${wanted}"`)) throw new Error(`${file} is not ${wanted}`);
  };
}

function signing() {
  // With its own check of the finished file, as ours has one.
  const chosen = JSON.stringify({ ...JSON.parse(settings('root.pem')), verify: { ...JSON.parse(settings('root.pem')).verify, verify_after_sign: true } });
  const signer = rust.localSignerNew(Buffer.from(text('es256.pem')), Buffer.from(text('es256.key')), 'es256');
  return async file => {
    const target = path.join(scratch, `peer-${path.basename(file)}`);
    fs.rmSync(target, { force: true });
    rust.builderSign.call(rust.builderWithJson(definition, chosen), signer, asset(file), { path: target, mimeType: asset(file).mimeType });
  };
}

async function rate(kind, seconds, work) {
  const files = fs.readdirSync(path.join(folder, kind)).map(name => path.join(folder, kind, name));
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < seconds * 1000) await work(files[done++ % files.length]);
  return done / ((performance.now() - start) / 1000);
}

async function once(work, file) {
  const start = performance.now();
  await work(file);
  return (performance.now() - start) / 1000;
}

const tasks = {
  'verify': seconds => rate('signed', seconds, verifying(null, 'Valid')),
  'verify-1': seconds => rate('signed', seconds, verifying('root.pem', 'Trusted')),
  'verify-60': seconds => rate('signed', seconds, verifying('roots.pem', 'Trusted')),
  'sign': seconds => rate('unsigned', seconds, signing()),
  'verify-file': (_, file) => once(verifying('root.pem', 'Trusted'), file),
  'sign-file': (_, file) => once(signing(), file),
  'rss': () => process.resourceUsage().maxRSS / 1024,
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  const [task, seconds, ...rest] = line.split(' ');
  console.log(await tasks[task](Number(seconds), rest[0]));
}
