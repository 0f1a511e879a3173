#!/usr/bin/env python3
"""Signs the manifest definitions of ../shared/corpus/reference/crtool-test-cases with our command.

A case p-* is to be written, to pass our check and to be Trusted for c2pa-rs. A case n-* is to be refused: by the check
that every signed file has to pass before it is kept, or before that. Prints one line a case, with the code of the standard
that refused it, and the counts. A case that ends otherwise fails, unless docs/verdicts.md names it with a clause. Skipped
where there is no corpus.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent
PICTURE = TOP / "test-vectors/images/photo.jpg"


def cases():
    places = [os.environ.get("INKSEAL_SHARED")] + [str(parent / "shared") for parent in TOP.parents]
    for place in places:
        folder = pathlib.Path(place or "/nowhere") / "corpus/reference/crtool-test-cases"
        if folder.is_dir():
            return sorted(folder.glob("*.yaml"))
    print("definitions skipped: no ../shared/corpus")
    sys.exit(0)


def definition(case):
    """The JSON under "manifest: |", with files beside it instead of those of its author's checkout."""
    text = case.read_text().split("manifest: |\n", 1)[1]
    lines = [line[2:] for line in text.split("\n") if line.startswith("  ") or not line.strip()]
    return re.sub(r'"file_path": "[^"]*/', '"file_path": "', "\n".join(lines))


class Bench:
    def __init__(self, folder):
        self.folder = folder
        self.root = folder / "pki/root.pem"
        subprocess.run(["bash", TOP / "interop/pki.sh", folder / "pki"], check=True, stdout=subprocess.DEVNULL)
        (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
        good = folder / "test_ingredient_manifest.jpg"
        self.inkseal("sign", PICTURE, "-o", good, *self.key(), check=True)
        broken = bytearray(good.read_bytes())
        broken[-30] ^= 1
        (folder / "test_ingredient_manifest-invalid.jpg").write_bytes(broken)

    def key(self):
        return "--key", self.folder / "pki/es256.key", "--cert", self.folder / "pki/es256.pem"

    def inkseal(self, *args, check=False):
        return subprocess.run(
            [TOP / "inkseal", *args],
            capture_output=True,
            text=True,
            check=check,
            env={**os.environ, "INKSEAL_HOME": str(self.folder / "home")},
        )

    def sign(self, case):
        """What was written, or why nothing was."""
        file = self.folder / (case.stem + ".json")
        file.write_text(definition(case))
        target = self.folder / (case.stem + ".jpg")
        run = self.inkseal("sign", "--manifest", file, PICTURE, "-o", target, *self.key())
        if run.returncode not in (0, 1):
            sys.exit(f"{case.stem}: exit code {run.returncode}\n{run.stderr}")
        errors = [line for line in run.stderr.split("\n") if "error" in line]
        return (target, "") if run.returncode == 0 else (None, (errors or [run.stderr])[0].split(": ", 3)[-1])

    def checked(self, files):
        run = self.inkseal("check", "--json", "--trust", self.root, *files)
        return {entry["file"]: entry["state"] for entry in json.loads(run.stdout)["files"]}

    def peer(self, files):
        run = subprocess.run(
            ["bash", TOP / "interop/run.sh", "read", self.root, *files], capture_output=True, text=True, check=False
        )
        if run.returncode != 0:
            print("c2pa-rs not asked:", (run.stdout + run.stderr).strip())
            return {}
        return {entry["file"]: entry["says"] for entry in map(json.loads, run.stdout.strip().split("\n"))}


def main():
    listed = cases()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(pathlib.Path(name))
        results = {case.stem: bench.sign(case) for case in listed}
        files = [str(file) for file, _ in results.values() if file]
        ours, theirs = bench.checked(files), bench.peer(files)
    explained = (TOP / "docs/verdicts.md").read_text()
    good = {"p": 0, "n": 0}
    trusted = 0
    unexpected = []
    for stem, (file, why) in results.items():
        says = f"check {ours[str(file)]}, c2pa-rs {theirs.get(str(file), '-')}" if file else "refused: " + why
        kind = stem[0]
        right = (file is not None) == (kind == "p")
        peer = theirs.get(str(file)) if file else None
        good[kind] += right
        trusted += kind == "p" and peer == "Trusted"
        if (not right or kind == "p" and peer not in ("Trusted", None)) and f"`{stem}`" not in explained:
            unexpected.append(stem)
        print(f"{stem:44} {says}")
    count = {kind: sum(stem[0] == kind for stem in results) for kind in "pn"}
    print(f"{good['p']} of {count['p']} good definitions signed, {trusted} of these Trusted for c2pa-rs; "
          f"{good['n']} of {count['n']} bad ones refused")
    if unexpected:
        sys.exit("not as expected: " + ", ".join(unexpected))


if __name__ == "__main__":
    main()
