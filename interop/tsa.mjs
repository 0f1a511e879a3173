// tsa.mjs FOLDER: a time-stamp authority on this machine, of "openssl ts", whose keys are in FOLDER. Prints its port.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const folder = process.argv[2];
const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    fs.writeFileSync(path.join(folder, 'request.tsq'), Buffer.concat(parts));
    execFileSync('openssl', ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-signer', 'tsa.pem',
      '-inkey', 'tsa.key', '-chain', 'root.pem', '-out', 'reply.tsr'], { cwd: folder, stdio: 'ignore' });
    response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' });
    response.end(fs.readFileSync(path.join(folder, 'reply.tsr')));
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
