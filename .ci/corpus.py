#!/usr/bin/env python3
"""Checks every file of the public test corpus in one run and compares states and failure codes with those of c2pa-rs.

Exits with 1 when fewer than 95 % of the files on which three versions of c2pa-rs agree get the same state, or when a
file makes inkseal stumble. The corpus is found through $INKSEAL_SHARED, or as "shared" beside the checkout or above.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent
NOW = "2026-11-22T00:00:00Z"
GOAL = 95.0

# What c2pa-rs calls Invalid includes what the standard calls well-formed; and it stops where a verifier should report.
STATES = {
    "Trusted": "Trusted",
    "Valid": "Valid",
    "Invalid": "Invalid",
    "Error": "Invalid",
    "NoManifest": "None",
    "RemoteOnly": "None",
}
OURS = {"WellFormed": "Invalid"}

# Two names for the same finding: c2pa-rs keeps one of C2PA 1.x.
CODES = {"signingCredential.expired": "claimSignature.outsideValidity"}


def corpus_folder():
    places = [os.environ.get("INKSEAL_SHARED")] + [str(parent / "shared") for parent in TOP.parents]
    for place in places:
        if place and (pathlib.Path(place) / "corpus/expected.json").is_file():
            return pathlib.Path(place) / "corpus"
    sys.exit("corpus run skipped: no ../shared/corpus")


def entries(corpus, formats):
    """Path, expectation and whether it is firm, of each file in these formats."""
    listed = [(corpus, entry) for entry in json.loads((corpus / "expected.json").read_text())["files"]]
    made = json.loads((corpus / "expected-generated.json").read_text())["files"]
    listed += [(corpus / "generated", entry) for entry in made]
    for folder, entry in listed:
        expected = entry["expected"]
        if entry["format"] in formats and expected["test_anchors"]["state"] in STATES:
            yield folder / entry["file"], expected["test_anchors"], expected.get("stable_across_c2pa_rs") is not False


def run(corpus, files):
    """One run over all files: its exit code, its answer by path, and what it wrote besides."""
    trust = corpus / "trust"
    signers = trust / "c2pa-rs-certs/trust/test_cert_root_bundle.pem"
    # c2pa-rs takes the anchors of signers for time-stamps too, and trusts one authority of its own accord.
    stamps = [signers, trust / "c2pa-official/C2PA-TSA-TRUST-LIST.pem", trust / "ms-test/digicert_TSA_CA.pem"]
    with tempfile.TemporaryDirectory() as settings:
        command = [str(TOP / "inkseal"), "check", "--json", "-j", "2", "--at", NOW]
        command += ["--trust", str(signers), "--eku", str(trust / "c2pa-rs-certs/trust/store.cfg")]
        for file in stamps:
            command += ["--tsa-trust", str(file)]
        done = subprocess.run(
            command + [str(file) for file in files],
            capture_output=True,
            text=True,
            env={**os.environ, "INKSEAL_HOME": settings},
            check=False,
        )
    try:
        answers = {pathlib.Path(entry["file"]).resolve(): entry for entry in json.loads(done.stdout)["files"]}
    except ValueError:
        sys.exit(f"no JSON, exit code {done.returncode}:\n{done.stdout[:2000]}{done.stderr[:2000]}")
    return done.returncode, answers, done.stderr


def codes(findings):
    return {CODES.get(code, code) for code in findings}


def our_codes(answer):
    """The codes of the active manifest and of what its ingredients add."""
    findings = list(answer.get("findings", {}).get("failure", []))
    for delta in answer.get("ingredientDeltas", []):
        findings += delta["validationDeltas"].get("failure", [])
    return codes(finding["code"] for finding in findings)


def their_codes(expected):
    deltas = [code for delta in expected.get("ingredient_deltas", []) for code in delta.get("failure", [])]
    return codes(expected.get("failure", []) + deltas)


def explain(corpus, wanted):
    """Everything about single files, ours beside theirs."""
    formats = {"jpeg", "png", "webp", "tiff", "gif", "svg", "heic", "avif", "jxl", "pdf", "mp4", "mp3", "wav", "dng"}
    chosen = [entry for entry in entries(corpus, formats) if any(name in str(entry[0]) for name in wanted)]
    if not chosen:
        sys.exit("no such file in the corpus")
    _, answers, errors = run(corpus, [file for file, _, _ in chosen])
    for file, expected, stable in chosen:
        print(f"{file.relative_to(corpus)}{'' if stable else ' (versions of c2pa-rs disagree)'}")
        print("  theirs", json.dumps(expected, indent=2).replace("\n", "\n  "))
        print("  ours  ", json.dumps(answers.get(file.resolve()), indent=2).replace("\n", "\n  "))
    print(errors)


def compare(corpus, formats):
    chosen = list(entries(corpus, formats))
    code, answers, errors = run(corpus, [file for file, _, _ in chosen])
    stumbles = [] if code in (0, 1) else [f"exit code {code}"]
    stumbles += [line for line in errors.splitlines() if "Exception" in line or "\tat " in line]
    agreed, same_codes = collections.Counter(), collections.Counter()
    total, with_codes = collections.Counter(), collections.Counter()
    oracle_stops = []
    for file, expected, stable in chosen:
        name = file.relative_to(corpus)
        answer = answers.get(file.resolve())
        if answer is None or "state" not in answer:
            stumbles.append(f"{name}: no state; {answer}")
            continue
        kind = "stable" if stable else "unstable"
        state = OURS.get(answer["state"], answer["state"])
        theirs, ours = their_codes(expected), our_codes(answer)
        total[kind] += 1
        agreed[kind] += state == STATES[expected["state"]]
        if expected["state"] == "Error":
            words = f"{answer['state']}: {' '.join(sorted(ours))}"
            oracle_stops.append(f"{name}\n    ours   {words}\n    theirs {expected['error'][:100]}")
            continue
        with_codes[kind] += 1
        same_codes[kind] += ours == theirs
        if state != STATES[expected["state"]] or ours != theirs:
            mark = "codes differ" if state == STATES[expected["state"]] else "STATE DIFFERS"
            print(f"{mark}{'' if stable else ' (unstable)'}: {name}")
            print(f"    ours   {answer['state']}: {' '.join(sorted(ours)) or '-'}")
            print(f"    theirs {expected['state']}: {' '.join(sorted(theirs)) or '-'}")
    for stop in oracle_stops:
        print(f"c2pa-rs stops: {stop}")
    share = 100 * agreed["stable"] / max(1, total["stable"])
    for kind in total:
        print(
            f"corpus, {kind} files: {agreed[kind]} of {total[kind]} states agree"
            f" ({100 * agreed[kind] / total[kind]:.1f} %),"
            f" {same_codes[kind]} of {with_codes[kind]} sets of failure codes"
        )
    for stumble in stumbles:
        print(f"STUMBLED: {stumble}")
    return 1 if stumbles or share < GOAL else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--formats", default="jpeg,png,heic,avif,mp4", help="formats to check, as the corpus names them")
    parser.add_argument("--explain", nargs="+", metavar="NAME", help="show all about files whose path has NAME in it")
    options = parser.parse_args()
    corpus = corpus_folder()
    if options.explain:
        explain(corpus, options.explain)
        return 0
    return compare(corpus, set(options.formats.split(",")))


if __name__ == "__main__":
    sys.exit(main())
