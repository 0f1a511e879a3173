// Holds the crJSON of every file of the corpus, of our vectors and of all that inkseal writes against the schema.
import fs from 'node:fs';
import path from 'node:path';
import { checked, conformance, corpusFiles, end, load, reference, reports, succeed, testLists, top, vectorFiles, written } from './files.mjs';

const scratch = process.argv[2];
const { default: { default: Ajv } } = await load('ajv/dist/2020.js');
const { default: formats } = await load('ajv-formats');
const ajv = new Ajv({ strict: false, allErrors: true });
(formats.default ?? formats)(ajv);
const validate = ajv.compile(JSON.parse(fs.readFileSync(path.join(reference, 'crjson/crJSON-schema.json'))));
const failures = [];

function check(name, files, trust, now) {
  let passed = 0, withStore = 0;
  const found = reports(files, trust, now);
  for (const { file, json } of found) {
    withStore += json.manifests.length > 0;
    if (validate(json)) passed++;
    else failures.push(`${file}: ${ajv.errorsText(validate.errors).slice(0, 600)}`);
  }
  const other = files.length - found.length;
  console.log(`crJSON, ${name}: ${passed} of ${found.length} pass the schema, ${withStore} with manifests; ${other} of other formats`);
}

const made = written(scratch);
// The command itself says the same.
const [file] = made.files;
const [{ json }] = reports([file], made.trust, made.now);
const said = JSON.parse(succeed(scratch, ...conformance(file, made.trust, made.now)));
if (JSON.stringify(said) !== JSON.stringify(json)) failures.push(`${file}: the command says something else than the library`);

check('written', made.files, made.trust, made.now);
check('vectors', vectorFiles(), []);
check('corpus', corpusFiles(), testLists());

// Every answer of check --json keeps to the schema in docs, which is ours.
const answer = ajv.compile(JSON.parse(fs.readFileSync(path.join(top, 'docs/check-json.schema.json'))));
const everything = [...made.files, ...vectorFiles(), ...corpusFiles()];
const answers = JSON.parse(checked(scratch, ...made.trust, ...everything));
if (answer(answers)) console.log(`check --json: the answers of ${answers.files.length} files pass the schema`);
else failures.push(`check --json: ${ajv.errorsText(answer.errors).slice(0, 600)}`);
end(failures);
