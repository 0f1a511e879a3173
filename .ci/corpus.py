#!/usr/bin/env python3
"""Checks every file of the public test corpus and compares states and failure codes with those of c2pa-rs.

There is one run for each set of trust settings, a "context". A difference is either listed here, with its row in
docs/verdicts.md, or printed. Exits with 1 when in any context fewer than 95 % of the files on which three versions of
c2pa-rs agree get the same state or a listed one, or when a file makes inkseal stumble. The corpus is found through
$INKSEAL_SHARED, or as "shared" beside the checkout or above.
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
CONTEXTS = ["no_trust", "test_anchors", "official", "itl", "ms_test", "encypher_test"]

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

# Differences that were looked into: each has its clause of the standard in docs/verdicts.md. A code is one that only we
# give, or that only c2pa-rs gives; a state is a pair of ours and theirs.
LISTED = {
    "identity assertions and the state": {
        "states": {("Valid", "Invalid"), ("Trusted", "Invalid")},
        "when": lambda ours, theirs: all(
            code.startswith("cawg.") or code == "signingCredential.untrusted" for code in ours | theirs
        )
        and any(code.startswith("cawg.ica.") for code in theirs),
    },
    "a method of identifiers that is not known": {
        "ours": {"cawg.ica.did_unsupported_method"},
        "theirs": {"cawg.ica.invalid_issuer"},
    },
    "an identity assertion signed over its deterministic encoding": {"theirs": {"cawg.x509.signature.mismatch"}},
    "a certificate that breaks the profile as well": {
        "ours": {"signingCredential.invalid"},
        "theirs": {"claimSignature.mismatch"},
        "when": lambda ours, theirs: "signingCredential.untrusted" in ours,
    },
    "the signature is not judged without an algorithm": {
        "ours": {"signingCredential.untrusted"},
        "theirs": {"claimSignature.mismatch"},
        "when": lambda ours, theirs: "algorithm.unsupported" in ours,
    },
    "references of claims of version 1": {
        "ours": {"assertion.action.ingredientMismatch"},
        "theirs": {"assertion.required.missing"},
    },
    "the first version of BMFF hashes": {
        "states": {("Invalid", "Valid"), ("Invalid", "Trusted")},
        "ours": {"claim.hardBindings.missing"},
        "when": lambda ours, theirs: "claim.hardBindings.missing" in ours,
    },
    "an empty list in a BMFF hash": {
        "ours": {"assertion.bmffHash.malformed"},
        "theirs": {"assertion.bmffHash.mismatch"},
        "when": lambda ours, theirs: "assertion.bmffHash.malformed" in ours,
    },
    "a certificate that ended without a trusted time-stamp": {
        "states": {("Invalid", "Valid"), ("Invalid", "Trusted")},
        "ours": {"claimSignature.outsideValidity"},
        "theirs": {"signingCredential.untrusted"},
        "when": lambda ours, theirs: "claimSignature.outsideValidity" in ours,
    },
}

# Two names for the same finding; that of c2pa-rs is in no table of the standard.
CODES = {"signingCredential.expired": "claimSignature.outsideValidity"}


def corpus_folder():
    places = [os.environ.get("INKSEAL_SHARED")] + [str(parent / "shared") for parent in TOP.parents]
    for place in places:
        if place and (pathlib.Path(place) / "corpus/expected.json").is_file():
            return pathlib.Path(place) / "corpus"
    sys.exit("corpus run skipped: no ../shared/corpus")


def entries(corpus, formats, context):
    """Path, expectation in a context and whether it is firm, of each file in these formats."""
    listed = [(corpus, entry) for entry in json.loads((corpus / "expected.json").read_text())["files"]]
    made = json.loads((corpus / "expected-generated.json").read_text())["files"]
    listed += [(corpus / "generated", entry) for entry in made]
    for folder, entry in listed:
        expected = entry["expected"]
        stable = expected.get("stable_across_c2pa_rs") is not False
        if (folder / (entry["file"] + ".c2pa")).is_file():
            # A store beside the picture is found without being fetched.
            expected = {**expected, **expected.get("remote_served", {})}
        if entry["format"] in formats and expected.get(context, {}).get("state") in STATES:
            yield folder / entry["file"], expected[context], stable


def trust_options(corpus, context, scratch):
    """Whom the oracle trusted in a context, as options of the command."""
    trust = corpus / "trust"
    signers = {
        "no_trust": [],
        "test_anchors": [trust / "c2pa-rs-certs/trust/test_cert_root_bundle.pem"],
        "official": [trust / "c2pa-official/C2PA-TRUST-LIST.pem"],
        "itl": [trust / "interim-trust-list/anchors.pem"],
        "ms_test": [trust / "ms-test/root_CA.crt"],
        "encypher_test": [trust / "encypher-identity/claim-allowed.pem", trust / "encypher-identity/tsa-trust.pem"],
    }[context]
    purposes = trust / "c2pa-rs-certs/trust/store.cfg"
    stamps = [*signers, trust / "c2pa-official/C2PA-TSA-TRUST-LIST.pem", trust / "ms-test/digicert_TSA_CA.pem"]
    if context == "no_trust":
        # A quirk of the oracle: without a list of purposes it knows but one.
        purposes = pathlib.Path(scratch) / "purposes.cfg"
        purposes.write_text("1.3.6.1.5.5.7.3.4\n")
    options = ["--eku", str(purposes)]
    for file in signers:
        options += ["--trust", str(file)]
    for file in stamps:
        options += ["--tsa-trust", str(file)]
    return options


def run(corpus, context, files):
    """One run over all files: its exit code, its answer by path, and what it wrote besides."""
    if not files:
        return 0, {}, ""
    with tempfile.TemporaryDirectory() as scratch:
        command = [str(TOP / "inkseal"), "check", "--json", "-j", "2", "--at", NOW]
        command += trust_options(corpus, context, scratch)
        done = subprocess.run(
            command + [str(file) for file in files],
            capture_output=True,
            text=True,
            env={**os.environ, "INKSEAL_HOME": scratch},
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


def listed(state, ours, their_state, theirs):
    """The names of listed differences that together make up this one; nothing when something is left over."""
    more, less, pair, names = ours - theirs, theirs - ours, (state, their_state), []
    for name, rule in LISTED.items():
        if not rule.get("when", lambda *_: True)(ours, theirs):
            continue
        found = more & rule.get("ours", set()) or less & rule.get("theirs", set())
        if found or pair in rule.get("states", set()):
            names.append(name)
            more, less = more - rule.get("ours", set()), less - rule.get("theirs", set())
            if pair in rule.get("states", set()):
                pair = (state, state)
    return names if not more and not less and pair[0] == pair[1] else []


def explain(corpus, context, wanted):
    """Everything about single files, ours beside theirs."""
    formats = {"jpeg", "png", "webp", "tiff", "gif", "svg", "heic", "avif", "jxl", "pdf", "mp4", "mp3", "wav", "dng"}
    chosen = [entry for entry in entries(corpus, formats, context) if any(name in str(entry[0]) for name in wanted)]
    if not chosen:
        sys.exit("no such file in the corpus")
    _, answers, errors = run(corpus, context, [file for file, _, _ in chosen])
    for file, expected, stable in chosen:
        print(f"{file.relative_to(corpus)}{'' if stable else ' (versions of c2pa-rs disagree)'}")
        print("  theirs", json.dumps(expected, indent=2).replace("\n", "\n  "))
        print("  ours  ", json.dumps(answers.get(file.resolve()), indent=2).replace("\n", "\n  "))
    print(errors)


def compare(corpus, formats, context):
    chosen = list(entries(corpus, formats, context))
    if not chosen:
        return 0
    code, answers, errors = run(corpus, context, [file for file, _, _ in chosen])
    stumbles = [] if code in (0, 1) else [f"exit code {code}"]
    stumbles += [line for line in errors.splitlines() if "Exception" in line or "\tat " in line]
    agreed, same_codes = collections.Counter(), collections.Counter()
    total, with_codes, reviewed = collections.Counter(), collections.Counter(), collections.Counter()
    rows = collections.Counter()
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
            names = listed(state, ours, STATES[expected["state"]], theirs)
            rows.update(names)
            if names:
                reviewed[kind] += state != STATES[expected["state"]]
                continue
            mark = "codes differ" if state == STATES[expected["state"]] else "STATE DIFFERS"
            print(f"{mark}{'' if stable else ' (unstable)'}: {name}")
            print(f"    ours   {answer['state']}: {' '.join(sorted(ours)) or '-'}")
            print(f"    theirs {expected['state']}: {' '.join(sorted(theirs)) or '-'}")
    for stop in oracle_stops:
        print(f"c2pa-rs stops: {stop}")
    share = 100 * (agreed["stable"] + reviewed["stable"]) / max(1, total["stable"])
    for name, count in rows.items():
        print(f"{context}, listed: {name}: {count} files")
    for kind in total:
        print(
            f"{context}, {kind} files: {agreed[kind]} of {total[kind]} states agree"
            f" ({100 * agreed[kind] / total[kind]:.1f} %), {reviewed[kind]} more are listed,"
            f" {same_codes[kind]} of {with_codes[kind]} sets of failure codes"
        )
    for stumble in stumbles:
        print(f"STUMBLED: {stumble}")
    return 1 if stumbles or share < GOAL else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--formats", default="jpeg,png,webp,gif,svg,heic,avif,mp4,jxl,tiff,dng", help="formats to check, as the corpus names them"
    )
    parser.add_argument("--explain", nargs="+", metavar="NAME", help="show all about files whose path has NAME in it")
    parser.add_argument("--context", action="append", choices=CONTEXTS, help="only this context; may be given again")
    options = parser.parse_args()
    corpus = corpus_folder()
    if options.explain:
        for context in options.context or ["test_anchors"]:
            explain(corpus, context, options.explain)
        return 0
    formats = set(options.formats.split(","))
    return max([compare(corpus, formats, context) for context in options.context or CONTEXTS])


if __name__ == "__main__":
    sys.exit(main())
