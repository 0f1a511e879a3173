#!/usr/bin/env python3
"""What can be counted instead of timed: classes that one check loads, bytes that are read and written for each byte of a
picture, and signatures that are verified for each picture of a known signer. Ends with "counts: N passed, N failed"."""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from robust import IMAGES, KEYS, MIB, Tests, large_png, says

MOST_CLASSES = 2500
MOST_READ_TO_CHECK = 1.02
# To copy, to hash on the other core meanwhile, and to check what was written.
MOST_READ_TO_SIGN = 3.05
MOST_WRITTEN = 1.02
VERIFY = "org.bouncycastle.crypto.signers.ECDSASigner::verifySignature"


def classes(tests):
    print("classes that one check loads")
    log = tests.scratch / "classes"
    picture = KEYS.parent / "vectors/honest/signed-es256.jpg"
    done = tests.run("check", picture, java=f"-Xlog:class+load:file={log}")
    count = sum("source:" in line for line in log.read_text().splitlines())
    tests.expect(f"{count} classes, at most {MOST_CLASSES}", done.returncode == 0 and 0 < count <= MOST_CLASSES, says(done))


def transferred(trace, folder):
    """Bytes that a process read from the files of a folder, and bytes that it wrote to them."""
    totals = {"read": 0, "write": 0}
    for thread in trace.parent.glob(f"{trace.name}.*"):
        for line in thread.read_text().splitlines():
            call = re.match(r"(\w+)\(\d+<([^>]*)>.*= (\d+)$", line)
            if call and call[2].startswith(str(folder)):
                totals["read" if "read" in call[1] else "write"] += int(call[3])
        thread.unlink()
    return totals["read"], totals["write"]


def moved_bytes(tests):
    print("bytes read and written for each byte of a picture of 64 MB")
    if not shutil.which("strace"):
        print("  skipped: no strace")
        return
    folder = tests.folder("bytes")
    picture, trace = folder / "large.png", tests.scratch / "trace"
    large_png(picture, 64 * MIB)
    size = picture.stat().st_size
    # A file for each thread, so that no call is told in two halves.
    strace = ("strace", "-ff", "-y", "-s", "0", "-o", str(trace), "-e", "trace=read,pread64,readv,write,pwrite64,writev")
    signed = folder / "signed.png"
    done = tests.run("sign", *tests.signer, "-o", signed, picture, prefix=strace)
    tests.expect("it is signed", done.returncode == 0, says(done))
    read, written = transferred(trace, folder)
    read, written = read / size, written / size
    tests.expect(f"signing, verification included, reads {read:.3f}, at most {MOST_READ_TO_SIGN}", 1.9 < read <= MOST_READ_TO_SIGN)
    tests.expect(f"signing writes {written:.3f}, at most {MOST_WRITTEN}", 0.9 < written <= MOST_WRITTEN)
    done = tests.run("check", signed, prefix=strace)
    tests.expect("it is good", done.returncode == 0, says(done))
    read = transferred(trace, folder)[0] / size
    tests.expect(f"checking reads {read:.3f}, at most {MOST_READ_TO_CHECK}", 0.9 < read <= MOST_READ_TO_CHECK)
    shutil.rmtree(folder)


def verified_signatures(tests, pictures=20):
    print("signatures verified for each picture of a known signer")
    # Only from JDK 25 on does a recording count how often a method is entered.
    homes = [home for home in pathlib.Path("/usr/lib/jvm").glob("*25*") if (home / "bin/jfr").is_file()]
    if not homes:
        print("  skipped: no JDK 25")
        return
    folder = tests.folder("known")
    for number in range(pictures):
        shutil.copy(IMAGES / "painting.png", folder / f"{number}.png")
    done = tests.run("sign", *tests.signer, "--in-place", *folder.iterdir())
    tests.expect(f"{pictures} pictures are signed", done.returncode == 0, says(done))
    recording = tests.scratch / "known.jfr"
    tests.settings["JAVA_HOME"] = str(homes[0])
    options = f"-XX:StartFlightRecording:filename={recording},method-timing={VERIFY}"
    done = tests.run("check", "-j", "1", "--trust", KEYS / "root.pem", *sorted(folder.iterdir()), java=options)
    del tests.settings["JAVA_HOME"]
    shown = subprocess.run(
        [homes[0] / "bin/jfr", "print", "--events", "jdk.MethodTiming", recording], capture_output=True, text=True, check=True)
    counts = [int(count) for count in re.findall(r"invocations = (\d+)", shown.stdout)]
    count = max(counts, default=0)
    # One more at first: the certificate of the signer by its issuer.
    tests.expect(f"{pictures} pictures of one signer took {count} verifications, one each and one for the certificate",
                 done.returncode == 0 and count == pictures + 1, says(done))
    shutil.rmtree(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tests", nargs="*", help="classes, bytes, signatures (default: all)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        tests = Tests(pathlib.Path(scratch).resolve())
        all_tests = {
            "classes": lambda: classes(tests),
            "bytes": lambda: moved_bytes(tests),
            "signatures": lambda: verified_signatures(tests),
        }
        for name in options.tests or all_tests:
            all_tests[name]()
    print(f"counts: {tests.passed} passed, {tests.failed} failed")
    return 1 if tests.failed else 0


if __name__ == "__main__":
    sys.exit(main())
