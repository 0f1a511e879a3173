#!/usr/bin/env python3
"""The same files give the same reports, byte for byte, whatever the locale, the time zone, the encoding, the JDK and the
number of threads. Ends with "determinism: N passed, N failed"."""

import argparse
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent
VECTORS = TOP / "test-vectors/src/main/resources/vectors"
ROOT = TOP / "test-vectors/src/main/resources/keys/root.pem"

LOCALES = {
    "en-US": "-Duser.language=en -Duser.country=US",
    "tr-TR": "-Duser.language=tr -Duser.country=TR",
    "ar-EG": "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab",
    "th-TH": "-Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist-nu-thai",
    "ja-JP": "-Duser.language=ja -Duser.country=JP -Duser.variant=JP -Duser.extensions=u-ca-japanese",
}
ZONES = ("UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Chatham")
ENCODINGS = ("UTF-8", "ISO-8859-1", "US-ASCII")
THREADS = (1, 2, 16)
# Reports say when they were made, so all are made as of one time.
COMMON = ("--at", "2026-11-22T10:00:00Z", "--trust", ROOT)
FORMS = (("check",), ("check", "--json"), ("check", "--explain"))
ONE_BY_ONE = (("show",), ("show", "--crjson"), ("show", "--tree"), ("show", "--detailed"))


def jdks():
    homes = [home for home in sorted(pathlib.Path("/usr/lib/jvm").glob("*")) if not home.is_symlink()]
    return [home for home in homes if (home / "bin/java").is_file()] or [None]


def report(cell, home, files):
    jdk, locale, zone, encoding, threads = cell
    environment = {
        **os.environ,
        "INKSEAL_HOME": str(home),
        "INKSEAL_JAVA_OPTS": f"{LOCALES[locale]} -Duser.timezone={zone} -Dfile.encoding={encoding}",
        "LC_ALL": "C.UTF-8" if encoding == "UTF-8" else "C",
        "TZ": zone,
    }
    if jdk:
        environment["JAVA_HOME"] = str(jdk)
    answers = []
    for form in FORMS:
        answers.append(run([*form, *COMMON, "-j", str(threads), *files], environment))
    for form in ONE_BY_ONE:
        answers.append(run([*form, *COMMON, files[0]], environment))
    return answers


def run(arguments, environment):
    done = subprocess.run(
        [TOP / "inkseal", *map(str, arguments)], capture_output=True, cwd=VECTORS, env=environment, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{arguments[:2]}: exit code {done.returncode}: {done.stderr.decode(errors='replace')[-400:]}")
    return done.returncode, done.stdout


def cells(full):
    """Every pair of values of two settings comes up in the short form; all combinations in the full one."""
    axes = (jdks(), list(LOCALES), ZONES, ENCODINGS, THREADS)
    every = list(itertools.product(*axes))
    if full:
        return every
    missing = {(i, a, j, b) for i, j in itertools.combinations(range(len(axes)), 2) for a in axes[i] for b in axes[j]}
    chosen = []
    while missing:
        best = max(every, key=lambda cell: len(pairs(cell) & missing))
        chosen.append(best)
        missing -= pairs(best)
    return chosen


def pairs(cell):
    return {(i, cell[i], j, cell[j]) for i, j in itertools.combinations(range(len(cell)), 2)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="all combinations")
    options = parser.parse_args()
    others = (".json", ".c2pa", ".html", ".md", ".ocsp", ".pem", ".txt")
    pictures = (file for file in VECTORS.glob("*/*") if file.suffix not in others)
    files = sorted(str(file.relative_to(VECTORS)) for file in pictures)
    files = files[:: 1 if options.full else 8]
    files.sort(key=lambda name: "signed-es256" not in name)
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        first, expected = None, None
        chosen = cells(options.full)
        for cell in chosen:
            answers = report(cell, home, files)
            if expected is None:
                first, expected = cell, answers
            for form, answer, wanted in zip(FORMS + ONE_BY_ONE, answers, expected):
                if answer != wanted:
                    failed += 1
                    words = " ".join(map(str, form[:2]))
                    print(f"  FAILED  {words} of {name(cell)} is not that of {name(first)}")
                    for line, other in itertools.zip_longest(answer[1].splitlines(), wanted[1].splitlines()):
                        if line != other:
                            print(f"          {str(line)[:300]}\n          {str(other)[:300]}")
                            break
    total = len(chosen) * len(FORMS + ONE_BY_ONE)
    print(f"  {len(files)} files, {len(chosen)} combinations of JDK, locale, time zone, encoding and threads")
    print(f"determinism: {total - failed} passed, {failed} failed")
    return 1 if failed else 0


def name(cell):
    return f"{cell[0].name if cell[0] else 'java'}, {', '.join(map(str, cell[1:]))}"


if __name__ == "__main__":
    sys.exit(main())
