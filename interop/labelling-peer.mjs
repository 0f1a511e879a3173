// One process goes over many files and signs each into a folder: started by labelling.mjs.
// labelling-peer.mjs KEY CERTIFICATES FOLDER PICTURES: prints files per second of c2pa-rs native.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const rust = createRequire(import.meta.url)(path.join(process.env.INKSEAL_PEERS, 'package/dist/index.node'));
const types = { '.jpg': 'image/jpeg', '.png': 'image/png' };
const [key, certificates, folder, pictures] = process.argv.slice(2);

// What our label says, and neither thumbnails nor anything else that it would not write. Like ours, it checks each file.
const definition = JSON.stringify({
  claim_version: 2,
  assertions: [
    {
      label: 'c2pa.actions.v2',
      data: {
        actions: [{
          action: 'c2pa.created',
          digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
          softwareAgent: { name: 'AcmeDiffusion', version: '2.1' },
        }],
      },
    },
    { label: 'c2pa.ai-disclosure', data: { modelType: 'c2pa.types.model', modelName: 'AcmeDiffusion 2.1' } },
  ],
});
const settings = JSON.stringify({
  builder: { thumbnail: { enabled: false } },
  verify: { verify_trust: false, remote_manifest_fetch: false, ocsp_fetch: false },
});
const signer = rust.localSignerNew(fs.readFileSync(certificates), fs.readFileSync(key), 'es256', undefined);
const names = fs.readdirSync(pictures);
const start = process.hrtime.bigint();
for (const name of names) {
  const mimeType = types[path.extname(name)];
  const builder = rust.builderWithJson(definition, settings);
  rust.builderSign.call(builder, signer, { path: path.join(pictures, name), mimeType }, { path: path.join(folder, name), mimeType });
}
console.log((names.length / (Number(process.hrtime.bigint() - start) / 1e9)).toFixed(1));
