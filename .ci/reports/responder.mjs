// responder.mjs FOLDER: an OCSP responder on this machine, of "openssl ocsp", whose keys are in FOLDER. Prints its port.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const folder = process.argv[2];
const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    fs.writeFileSync(path.join(folder, 'question.der'), Buffer.concat(parts));
    execFileSync('openssl', ['ocsp', '-index', 'answers.txt', '-CA', 'root.pem', '-rsigner', 'root.pem', '-rkey', 'root.key',
      '-reqin', 'question.der', '-respout', 'answer.der', '-ndays', '1'], { cwd: folder, stdio: 'ignore' });
    response.writeHead(200, { 'Content-Type': 'application/ocsp-response' });
    response.end(fs.readFileSync(path.join(folder, 'answer.der')));
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
