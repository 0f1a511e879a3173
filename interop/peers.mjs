// The other implementations. Every reader answers { accepted, says }, never throws, and is told which root to trust.
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const home = process.env.INKSEAL_PEERS;
const modules = path.join(home, 'node_modules');
const load = file => import(pathToFileURL(path.join(modules, file)));

const mimeTypes = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jxl': 'image/jxl',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.tif': 'image/tiff',
  '.dng': 'image/x-adobe-dng',
  '.heic': 'image/heic',
  '.heif': 'image/heif',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.m4a': 'audio/mp4',
};
const mimeType = file => mimeTypes[path.extname(file)];

// c2pa-rs: the same code twice, as a Node addon and as WebAssembly.

const rust = createRequire(import.meta.url)(path.join(home, 'package/dist/index.node'));
const wasm = await load('@contentauth/c2pa-wasm/pkg/c2pa.js');
wasm.initSync({ module: fs.readFileSync(path.join(modules, '@contentauth/c2pa-wasm/pkg/c2pa_bg.wasm')) });

const emailProtection = '1.3.6.1.5.5.7.3.4';
const offline = { remote_manifest_fetch: false, ocsp_fetch: false };
const trusting = root => JSON.stringify({
  trust: { trust_anchors: fs.readFileSync(root, 'utf8'), trust_config: emailProtection },
  verify: { verify_trust: true, ...offline },
});

// Trusted, and no failure anywhere, not even one that an ingredient brought along.
function judge(report) {
  const results = report.validation_results ?? {};
  const deltas = (results.ingredientDeltas ?? []).map(delta => delta.validationDeltas);
  const failures = [results.activeManifest, ...deltas].flatMap(part => part?.failure ?? []).map(status => status.code);
  return {
    accepted: report.validation_state === 'Trusted' && failures.length === 0,
    says: [report.validation_state, ...failures].join(' '),
  };
}

async function guarded(read) {
  try {
    return await read();
  } catch (error) {
    return { accepted: false, says: String(error?.message ?? error).split('\n')[0] };
  }
}

const native = {
  letter: 'n',
  name: 'c2pa-rs, native',
  reads: () => true,
  read: (file, root, store) => guarded(async () => {
    const asset = { path: file, mimeType: mimeType(file) };
    const reader = store
      ? await rust.readerFromManifestDataAndAsset(fs.readFileSync(store), asset, trusting(root))
      : await rust.readerFromAsset(asset, trusting(root));
    return reader ? judge(JSON.parse(rust.readerJson.call(reader))) : { accepted: false, says: 'no manifest' };
  }),
};

const webAssembly = {
  letter: 'w',
  name: 'c2pa-rs, WebAssembly',
  reads: () => true,
  read: (file, root) => guarded(async () => {
    const reader = await wasm.WasmReader.fromBytes(mimeType(file), fs.readFileSync(file), trusting(root));
    try {
      return judge(JSON.parse(reader.json()));
    } finally {
      reader.free();
    }
  }),
};

// c2pa-ts: written independently. It knows no trust list.

const ts = {
  ...await load('@trustnxt/c2pa-ts/dist/asset/index.js'),
  ...await load('@trustnxt/c2pa-ts/dist/manifest/index.js'),
  cose: await load('@trustnxt/c2pa-ts/dist/cose/index.js'),
  jumbf: await load('@trustnxt/c2pa-ts/dist/jumbf/index.js'),
};
const x509 = await load('@peculiar/x509/build/x509.es.js');

/** Of the ISO base media files it knows pictures only, and it does not put stores before sequences of them. */
const knownToTypeScript = file => !['.mp4', '.mov', '.m4a', '.webp', '.gif', '.svg', '.jxl', '.tif', '.dng'].includes(path.extname(file));
export const signedByTypeScript = file => knownToTypeScript(file) && !path.basename(file).startsWith('sequence');

async function openPicture(bytes) {
  for (const format of [ts.JPEG, ts.PNG, ts.BMFF]) {
    if (await format.canRead(bytes)) return format.create ? format.create(bytes) : new format(bytes);
  }
  throw new Error('neither JPEG nor PNG nor HEIF');
}

const typeScript = {
  letter: 't',
  name: 'c2pa-ts',
  reads: (algorithm, file) => algorithm !== 'es512' && knownToTypeScript(file),
  read: file => guarded(async () => {
    const picture = await openPicture(new Uint8Array(fs.readFileSync(file)));
    const bytes = await picture.getManifestJUMBF();
    if (!bytes) return { accepted: false, says: 'no manifest' };
    const store = ts.ManifestStore.read(ts.jumbf.SuperBox.fromBuffer(bytes));
    const result = await store.validate(picture);
    const failures = result.statusEntries.filter(entry => !entry.success).map(entry => entry.code);
    return { accepted: result.isValid, says: [result.isValid ? 'valid' : 'invalid', ...failures].join(' ') };
  }),
};

export const readers = [native, webAssembly, typeScript];

// What the peers state when they sign.

const created = {
  actions: [{
    action: 'c2pa.created',
    digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation',
  }],
};
const permissions = {
  entries: {
    'cawg.ai_generative_training': { use: 'notAllowed' },
    'cawg.data_mining': { use: 'constrained', constraint_info: 'ask first' },
  },
};

/** Signs with c2pa-rs; returns nothing, throws if it fails. */
export function signWithRust(source, target, { key, certificate, algorithm, claimVersion }) {
  const definition = {
    claim_version: claimVersion,
    claim_generator_info: [{ name: 'interop', version: '1.0' }],
    title: path.basename(source),
    assertions: [
      { label: claimVersion === 1 ? 'c2pa.actions' : 'c2pa.actions.v2', data: created },
      { label: 'cawg.training-mining', data: permissions },
    ],
  };
  const settings = { verify: { verify_after_sign: false, ...offline } };
  const builder = rust.builderWithJson(JSON.stringify(definition), JSON.stringify(settings));
  const signer = rust.localSignerNew(fs.readFileSync(certificate), fs.readFileSync(key), algorithm);
  const asset = file => ({ path: file, mimeType: mimeType(file) });
  rust.builderSign.call(builder, signer, asset(source), asset(target));
}

const digests = { es256: 'sha256', es384: 'sha384', es512: 'sha512', ps256: 'sha256', ps384: 'sha384', ps512: 'sha512' };

// Its own signer gives ECDSA signatures in DER, which the standard does not allow.
function tsSigner({ key, certificate, algorithm }) {
  const privateKey = crypto.createPrivateKey(fs.readFileSync(key));
  const how = algorithm.startsWith('ps')
    ? { padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: crypto.constants.RSA_PSS_SALTLEN_DIGEST }
    : { dsaEncoding: 'ieee-p1363' };
  const name = algorithm === 'ed25519' ? 'Ed25519' : algorithm.toUpperCase();
  return {
    algorithm: ts.cose.CoseAlgorithmIdentifier[name],
    certificate: new x509.X509Certificate(fs.readFileSync(certificate, 'utf8')),
    chainCertificates: [],
    sign: async bytes => new Uint8Array(crypto.sign(digests[algorithm] ?? null, bytes, { key: privateKey, ...how })),
  };
}

/** Signs with c2pa-ts, a claim of version 2; throws if it fails. */
export async function signWithTypeScript(source, target, credential) {
  const signer = tsSigner(credential);
  const picture = await openPicture(new Uint8Array(fs.readFileSync(source)));
  const store = new ts.ManifestStore();
  const manifest = store.createManifest({
    claimVersion: ts.ClaimVersion.V2,
    assetFormat: mimeType(source),
    instanceID: `xmp:iid:${crypto.randomUUID()}`,
    defaultHashAlgorithm: 'SHA-256',
    signer,
  });
  const actions = new ts.ActionAssertion();
  actions.label = 'c2pa.actions.v2';
  actions.actions = created.actions;
  manifest.addAssertion(actions);
  const bmff = picture instanceof ts.BMFF;
  const binding = bmff
    ? ts.BMFFHashAssertion.createV3('interop', 'SHA-256')
    : ts.DataHashAssertion.create('SHA-256');
  manifest.addAssertion(binding);
  await picture.ensureManifestSpace(store.measureSize());
  await binding.updateWithAsset(picture);
  await manifest.sign(signer);
  await picture.writeManifestJUMBF(store.getBytes());
  fs.writeFileSync(target, await picture.getDataRange());
}
