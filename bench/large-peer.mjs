// The counterpart of Large.java: the same orders, carried out by c2pa-rs as a native library.
// large-peer.mjs KEY CERTIFICATE ROOT
import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import path from 'node:path';

const rust = createRequire(import.meta.url)(path.join(process.env.INKSEAL_PEERS, 'package/dist/index.node'));
const types = {
  jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif', svg: 'image/svg+xml', jxl: 'image/jxl',
  tif: 'image/tiff', dng: 'image/x-adobe-dng', heic: 'image/heic', heif: 'image/heif', avif: 'image/avif',
  mp4: 'video/mp4', mov: 'video/quicktime', m4a: 'audio/mp4',
};
const [key, certificate, root] = process.argv.slice(2);
const offline = { remote_manifest_fetch: false, ocsp_fetch: false };
const settings = JSON.stringify({
  trust: { trust_anchors: fs.readFileSync(root, 'utf8'), trust_config: '1.3.6.1.5.5.7.3.4' },
  verify: { verify_trust: true, verify_after_sign: true, ...offline },
  builder: { thumbnail: { enabled: false } },
});
const signer = rust.localSignerNew(fs.readFileSync(certificate), fs.readFileSync(key), 'es256');
const definition = JSON.stringify({
  claim_version: 2,
  claim_generator_info: [{ name: 'bench', version: '1.0' }],
  assertions: [{
    label: 'c2pa.actions.v2',
    data: { actions: [{ action: 'c2pa.created', digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation' }] },
  }],
});
const asset = file => ({ path: file, mimeType: types[path.extname(file).slice(1)] });

const orders = {
  async verify(file) {
    const report = JSON.parse(rust.readerJson.call(await rust.readerFromAsset(asset(file), settings)));
    if (report.validation_state !== 'Trusted') throw new Error(`${file}: ${report.validation_state}`);
  },
  async sign(file, target) {
    rust.builderSign.call(rust.builderWithJson(definition, settings), signer, asset(file), asset(target));
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [order, ...words] = line.split('\t');
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  await orders[order](...words);
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  const spent = process.cpuUsage(before);
  console.log(`${took.toFixed(3)} ${((spent.user + spent.system) / 1e3).toFixed(3)}`);
}
