// read.mjs ROOT FILE...: what c2pa-rs says of each file, one JSON object a line.
import { readers } from './peers.mjs';

const [root, ...files] = process.argv.slice(2);
for (const file of files) {
  console.log(JSON.stringify({ file, ...await readers[0].read(file, root) }));
}
