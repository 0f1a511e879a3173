// Pictures that cameras and other people's programs made, out of a corpus beside this checkout.
import fs from 'node:fs';
import path from 'node:path';
import { succeed, top } from './inkseal.mjs';

const corpus = path.join(top, '../shared/corpus/files');
const pictures = {
  png: ['contentauth+c2pa-rs/libpng-test.png', 'TrustNXT+c2pa-ts/trustnxt-icon.png'],
  jpg: ['contentauth+c2pa-rs/P1000827.jpg', 'microsoft+c2pa-extension-validator/cards.jpg'],
  webp: ['contentauth+c2pa-rs/test_xmp.webp', 'microsoft+c2pa-extension-validator/cards.webp'],
  gif: ['microsoft+c2pa-extension-validator/cards.gif'],
  svg: ['contentauth+c2pa-rs/sample2.svg', 'lrosenthol+c2pa-test-tool/Ghostscript_tiger.svg'],
  jxl: ['lrosenthol+c2pa-test-tool/input-levelBox.jxl'],
  tif: ['contentauth+c2pa-rs/TUSCANY.TIF', 'contentauth+c2pa-rs/test.tiff'],
  dng: ['contentauth+c2pa-python/C.dng'],
  heic: ['TrustNXT+c2pa-ts/trustnxt-icon.heic'],
  heif: [],
  avif: ['microsoft+c2pa-extension-validator/cards.avif'],
  mp4: ['contentauth+c2pa-rs/video1.mp4', 'lrosenthol+c2pa-test-tool/mp4_valid.mp4'],
  mov: [],
  m4a: [],
};

/** Puts them into a folder, without the credentials that some have; says what there is none of. */
export function realPictures(settings, folder) {
  if (!fs.existsSync(corpus)) {
    console.log('real pictures skipped: there is no ../shared/corpus');
    return [];
  }
  fs.mkdirSync(folder, { recursive: true });
  const found = [];
  for (const [extension, names] of Object.entries(pictures)) {
    const there = names.filter(name => fs.existsSync(path.join(corpus, name)));
    if (there.length === 0) console.log(`real pictures skipped: the corpus has no ${extension}`);
    for (const name of there) {
      const target = path.join(folder, `${path.basename(name, path.extname(name))}.${extension}`);
      fs.copyFileSync(path.join(corpus, name), target);
      succeed(settings, 'strip', '--in-place', '-q', target);
      found.push(target);
    }
  }
  return found;
}
