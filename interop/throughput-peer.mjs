// One process goes over many files and checks each: started by throughput.mjs.
// throughput-peer.mjs ROOTS FILE...: prints files per second of c2pa-rs native.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const rust = createRequire(import.meta.url)(path.join(process.env.INKSEAL_PEERS, 'package/dist/index.node'));
const types = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif', tif: 'image/tiff',
  tiff: 'image/tiff', dng: 'image/x-adobe-dng', svg: 'image/svg+xml', heic: 'image/heic', heif: 'image/heif',
  avif: 'image/avif', jxl: 'image/jxl', mp4: 'video/mp4', mov: 'video/quicktime', m4a: 'audio/mp4',
};
const [roots, ...files] = process.argv.slice(2);
const settings = JSON.stringify({
  trust: { trust_anchors: readFileSync(roots, 'utf8') },
  verify: { verify_trust: true, remote_manifest_fetch: false, ocsp_fetch: false },
});
const start = process.hrtime.bigint();
let read = 0;
for (const file of files) {
  const mimeType = types[path.extname(file).slice(1).toLowerCase()];
  try {
    const reader = await rust.readerFromAsset({ path: file, mimeType }, settings);
    if (reader) rust.readerJson.call(reader);
  } catch {
    // A file without a manifest, or one that it stops at, took its time too.
  }
  read++;
}
console.log((read / (Number(process.hrtime.bigint() - start) / 1e9)).toFixed(1));
