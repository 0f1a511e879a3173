// Judges all that inkseal writes by the rubrics of the C2PA conformance program, and holds our own signals against those
// that the program's expressions find in our crJSON.
import fs from 'node:fs';
import path from 'node:path';
import { corpusFiles, end, load, reference, reports, testLists, vectorFiles, written } from './files.mjs';
import { Rubric } from './rubric.mjs';

const scratch = process.argv[2];
const yaml = await load('yaml');
const { default: Formula } = await load('@adobe/json-formula');
const folder = path.join(reference, 'asset-rubrics');
const failures = [];

function open(name, version) {
  const documents = yaml.parseAllDocuments(fs.readFileSync(path.join(folder, name), 'utf8')).map(d => d.toJS());
  return new Rubric(documents, Formula, version);
}

const made = written(scratch);
const found = reports(made.files, made.trust, made.now);

// What was asked of the authorities must be there, or the rubrics would judge less than it seems.
for (const [name, ...codes] of [
  ['stamped', 'timeStamp.validated', 'timeStamp.trusted'],
  ['beside', 'timeStamp.validated', 'timeStamp.trusted'],
  ['stapled', 'timeStamp.trusted', 'signingCredential.ocsp.notRevoked'],
  ['identified', 'cawg.x509.signature.validated'],
]) {
  for (const { file, json } of found.filter(one => path.basename(one.file).startsWith(`${name}.`))) {
    const text = JSON.stringify(json);
    codes.filter(code => !text.includes(`"${code}"`)).forEach(code => failures.push(`${file}: no ${code}`));
  }
}
for (const [name, version] of [
  ['asset-rubric-conformance0.2-spec2.4.yml', '2.4'],
  ['asset-rubric-integrity.yml', '2.4'],
]) {
  const rubric = open(name, version);
  let passed = 0, all = 0;
  for (const { file, json } of found) {
    for (const statement of rubric.statements) {
      all++;
      const { value, detail } = rubric.judge(statement, json);
      if (value === 'true') passed++;
      else failures.push(`${path.basename(file)}: ${statement.id}: ${value} ${detail}`);
    }
  }
  console.log(`rubric ${name}: ${passed} of ${all} statements pass on ${found.length} files`);
}

// A rubric that nothing can fail would prove nothing: the corpus holds much that must.
const strict = open('asset-rubric-conformance0.2-spec2.4.yml', '2.4');
const foreign = reports(corpusFiles(), testLists()).filter(({ json }) => json.manifests.length);
const failed = new Set(foreign.flatMap(({ json }) =>
  strict.statements.filter(statement => strict.judge(statement, json).value !== 'true').map(statement => statement.id)));
console.log(`rubric on ${foreign.length} foreign files: ${failed.size} of ${strict.statements.length} statements fail somewhere`);
if (failed.size < 10) failures.push('the rubric fails hardly anything');

const signals = open('asset-rubric-signals-local.yml', '2.4');
let agreed = 0, manifests = 0, seen = 0;
for (const [files, trust] of [[made.files, made.trust], [vectorFiles(), []], [corpusFiles(), testLists()]]) {
  for (const { file, json, signals: ours } of reports(files, trust)) {
    json.manifests.forEach((manifest, i) => {
      manifests++;
      const theirs = signals.statements.filter(statement => signals.judge(statement, manifest).value === 'true');
      const ids = theirs.map(statement => statement.id).sort().join(' ');
      seen += theirs.length;
      if (ids === [...ours[i]].sort().join(' ')) agreed++;
      else failures.push(`${file}: ${manifest.label}: rubric says [${ids}], we say [${ours[i].join(' ')}]`);
    });
  }
}
console.log(`signals: the same in ${agreed} of ${manifests} manifests, ${seen} signals seen`);
end(failures);
