// Makes one large file of each format out of the project's small pictures: the same structure, and more of what the format
// keeps its pixels in. Nobody has to be able to see the picture, but every reader has to find its way through the file.
import fs from 'node:fs';
import path from 'node:path';

const MIB = 1 << 20;

// The same noise every time. No FF in it, which would be a marker in JPEG.
const noise = Buffer.alloc(MIB);
for (let i = 0, state = 1; i < MIB; i++) {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  noise[i] = (state >>> 16) % 255;
}

class Output {
  constructor(file) {
    this.handle = fs.openSync(file, 'w');
  }

  write(...parts) {
    for (const part of parts) fs.writeSync(this.handle, part);
    return this;
  }

  noise(length) {
    for (let left = length; left > 0; left -= MIB) this.write(noise.subarray(0, Math.min(left, MIB)));
    return this;
  }

  end() {
    fs.closeSync(this.handle);
  }
}

const bigEndian = value => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value); return bytes; };
const littleEndian = value => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes; };

function png(small, out, size) {
  const at = small.indexOf('IDAT') - 4;
  const block = noise.subarray(0, 1 << 16);
  const chunk = Buffer.concat([Buffer.from('IDAT'), block]);
  const whole = Buffer.concat([bigEndian(block.length), chunk, bigEndian(crc32(chunk))]);
  out.write(small.subarray(0, at));
  for (let done = 0; done < size; done += block.length) out.write(whole);
  out.write(small.subarray(at));
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc >>> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const jpeg = (small, out, size) =>
  out.write(small.subarray(0, -2)).noise(size).write(small.subarray(-2));

function webp(small, out, size) {
  const length = small.readUInt32LE(16);
  out.write(Buffer.from('RIFF'), littleEndian(4 + 8 + length + (length & 1) + size), small.subarray(8, 16),
    littleEndian(length + (length & 1) + size), small.subarray(20, 20 + length + (length & 1))).noise(size);
}

function gif(small, out, size) {
  // The blocks of one more picture, before the trailer.
  out.write(small.subarray(0, -1), Buffer.from('2c000000000100010000' + '08', 'hex'));
  const blocks = Buffer.alloc(256 * 256);
  for (let at = 0; at < blocks.length; at += 256) {
    blocks[at] = 255;
    noise.copy(blocks, at + 1, at, at + 255);
  }
  for (let done = 0; done < size; done += blocks.length) out.write(blocks);
  out.write(Buffer.from('003b', 'hex'));
}

function svg(small, out, size) {
  const end = small.lastIndexOf('</svg>');
  const line = Buffer.from('<path fill="#336699" d="M 12.5 40.25 L 61.75 18.5 C 20 30 40 50 60 70 Z"/>\n');
  const lines = Buffer.concat(Array.from({ length: 1000 }, () => line));
  out.write(small.subarray(0, end));
  for (let done = 0; done < size; done += lines.length) out.write(lines);
  out.write(small.subarray(end));
}

// Bytes that no IFD leads to.
function tiff(small, out, size) {
  out.write(small).noise(size);
}

// One more box of media after the others.
const bmff = (small, out, size) =>
  out.write(small, bigEndian(8 + size), Buffer.from('mdat')).noise(size);

function jxl(small, out, size) {
  out.write(small, bigEndian(8 + size), Buffer.from('jbrd')).noise(size);
}

export const formats = {
  jpg: ['photo.jpg', jpeg],
  png: ['painting.png', png],
  webp: ['painting.webp', webp],
  gif: ['painting.gif', gif],
  svg: ['painting.svg', svg],
  jxl: ['painting.jxl', jxl],
  tif: ['painting.tif', tiff],
  dng: ['painting.dng', tiff],
  heic: ['painting.heic', bmff],
  heif: ['painting.heif', bmff],
  avif: ['painting.avif', bmff],
  mp4: ['film.mp4', bmff],
  mov: ['film.mov', bmff],
  m4a: ['sound.m4a', bmff],
};

/** Makes the file of a format in a folder; returns its path. */
export function make(format, images, folder, megabytes) {
  const [name, maker] = formats[format];
  const file = path.join(folder, `large.${format}`);
  const out = new Output(file);
  maker(fs.readFileSync(path.join(images, name)), out, megabytes * MIB);
  out.end();
  return file;
}
