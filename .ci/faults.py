#!/usr/bin/env python3
"""Kills and faults at every call that signing makes to the file system, signals, and many at once. After each, every file
must be the original or signed and whole. Ends with "faults: N passed, N failed"; a test that this machine does not allow
says so and does not count."""

import argparse
import collections
import contextlib
import errno
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from robust import IMAGES, INKSEAL, KEYS, Tests, hear_signals, kills, says, small_disk

SHIM = pathlib.Path(__file__).resolve().parent / "faults/shim.c"
PICTURES = ("painting.png", "photo.jpg")
WAYS = ("signing", "signing in place")
STEP = 4096

# What can go wrong with which call, by the names of the C library.
CREATES = ("EACCES", "EMFILE", "ENFILE", "ENOSPC", "EROFS", "EIO")
FAULTS = {
    "open": CREATES,
    "open64": CREATES,
    "openat64": CREATES,
    "write": ("ENOSPC", "EIO", "EDQUOT", "short"),
    "pwrite64": ("ENOSPC", "EIO", "short"),
    "writev": ("ENOSPC", "EIO", "short"),
    "sendfile64": ("ENOSPC", "EIO", "short"),
    "read": ("EIO",),
    "pread64": ("EIO",),
    "close": ("EIO", "ENOSPC"),
    # Nothing is written through a folder, so its end has nothing to report.
    "close-folder": (),
    "fsync": ("EIO", "ENOSPC"),
    "fdatasync": ("EIO", "ENOSPC"),
    "ftruncate64": ("EIO", "ENOSPC"),
    "rename": ("EXDEV", "EACCES", "EIO", "ENOSPC", "EROFS"),
    "link": ("EXDEV", "EACCES", "EPERM", "EMLINK", "ENOSPC", "EIO"),
    "unlink": ("EACCES", "EIO", "EROFS"),
    "chmod": ("EPERM", "EIO"),
    "fchmod": ("EPERM", "EIO"),
    "chown": ("EPERM",),
    "fchown": ("EPERM",),
    "fcntl": ("ENOLCK", "EACCES"),
    "fcntl64": ("ENOLCK", "EACCES"),
    "dup": ("EMFILE",),
    "fdopendir": ("ENOMEM", "EIO"),
    "opendir": ("EMFILE", "EACCES"),
    "stat64": ("EIO", "EACCES"),
    "statx": ("EIO", "EACCES"),
    "fstat64": ("EIO",),
    "statvfs64": ("EIO",),
    "flistxattr": ("ENOTSUP", "EIO"),
    "fsetxattr": ("ENOTSUP", "ENOSPC"),
    "access": ("EACCES",),
    "lseek64": ("EIO",),
}
# These may leave their file behind: it is the deletion itself that fails, or the process cannot even look.
UNTIDY = ("unlink", "statx", "stat64")


class Bench:
    """A folder with one picture to sign, and the command that signs it with the calls about the folder counted."""

    def __init__(self, tests, shim, name, way):
        self.tests = tests
        self.shim = shim
        self.folder = tests.folder(f"{way.replace(' ', '-')}-{name}")
        self.picture = self.folder / name
        self.original = (IMAGES / name).read_bytes()
        self.output = self.picture if way == "signing in place" else self.folder / f"signed-{name}"
        self.options = ["--in-place"] if self.output == self.picture else ["-o", str(self.output)]
        self.log = tests.scratch / f"calls-{name}"
        self.reset()

    def reset(self):
        for entry in self.folder.iterdir():
            entry.unlink()
        self.picture.write_bytes(self.original)
        self.log.unlink(missing_ok=True)

    def sign(self, at=0, how="0", prefix=(), shim=True):
        environment = self.tests.environment()
        if shim:
            environment |= {
                "LD_PRELOAD": str(self.shim),
                "FAULT_FOLDER": str(self.folder),
                "FAULT_LOG": str(self.log),
                "FAULT_AT": str(at),
                "FAULT_HOW": how,
            }
        return subprocess.run(
            [*prefix, INKSEAL, "sign", *self.tests.signer, *self.options, str(self.picture)],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )

    def calls(self):
        return self.log.read_text().split()

    def names(self):
        return sorted(entry.name for entry in self.folder.iterdir())


class Good:
    """Files that must turn out to be signed and whole. They are gathered, and checked by one process."""

    def __init__(self, tests):
        self.tests = tests
        self.kept = {}

    def keep(self, data):
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self.kept:
            self.kept[digest] = self.tests.scratch / f"kept-{digest}"
            self.kept[digest].write_bytes(data)

    def check(self, what):
        if not self.kept:
            return
        listed = self.tests.scratch / "kept"
        listed.mkdir()
        for digest, file in self.kept.items():
            file.rename(listed / digest)
        done = self.tests.run("check", "--json", "--trust", KEYS / "root.pem", "-r", listed)
        states = collections.Counter(entry.get("state") for entry in json.loads(done.stdout)["files"])
        self.tests.expect(f"{what}: {len(self.kept)} different signed files, all whole", states == {"Trusted": len(self.kept)}, states)
        shutil.rmtree(listed)


def built_shim(tests):
    shim = tests.scratch / "shim.so"
    if not shutil.which("gcc"):
        print("calls to the file system skipped: no gcc")
        return None
    subprocess.run(["gcc", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", shim, SHIM, "-ldl"], check=True)
    return shim


def benches(tests, shim):
    for name in PICTURES:
        for way in WAYS:
            bench = Bench(tests, shim, name, way)
            done = bench.sign()
            calls = bench.calls()
            tests.expect(f"{way}, {name}: {len(calls)} calls about the folder", done.returncode == 0 and calls, says(done))
            yield f"{way}, {name}", bench, calls


def every_change_is_counted(tests, shim):
    """The kernel sees no call that changes the folder but those that are counted."""
    print("the calls that are counted, beside those that the kernel sees")
    if shim is None or not shutil.which("strace"):
        print("  skipped: no strace")
        return
    traced = tests.scratch / "traced"
    changing = {
        "write": "write", "pwrite64": "pwrite64", "writev": "writev", "rename": "rename", "link": "link", "unlink": "unlink",
        "chmod": "chmod", "fchmod": "fchmod", "chown": "chown", "fsync": "fsync", "fdatasync": "fdatasync",
        "ftruncate": "ftruncate64", "fsetxattr": "fsetxattr", "openat": "open64", "mkdir": "mkdir", "utimensat": "futimens",
        "sendfile": "sendfile64", "copy_file_range": "copy_file_range", "renameat": "renameat", "renameat2": "renameat2",
        "linkat": "linkat", "unlinkat": "unlinkat", "fallocate": "fallocate", "fchownat": "fchownat", "fchmodat": "fchmodat",
    }
    for name, bench, calls in benches(tests, shim):
        bench.reset()
        bench.sign(prefix=["strace", "-f", "-y", "-s", "0", "-o", str(traced), "-e", "trace=" + ",".join(changing)], shim=False)
        seen = collections.Counter()
        for line in traced.read_text().splitlines():
            call = re.match(r"\d+ +(\w+)\(", line)
            if call and str(bench.folder) in line:
                seen[changing[call[1]]] += 1
        # strace shortens no path, but a call that opens only to read is the same to both.
        counted = collections.Counter(call for call in calls if call in changing.values())
        tests.expect(f"{name}: {sum(seen.values())} calls, the same by both counts", seen == counted, f"{seen} {counted}")
        shutil.rmtree(bench.folder)


def kill_at_every_call(tests, shim, step):
    print(f"SIGKILL before every call about the folder" + (f", one in {step}" if step > 1 else ""))
    if shim is None:
        return
    good = Good(tests)
    for name, bench, calls in benches(tests, shim):
        lost, untouched, signed, times, unswept = [], 0, 0, 0, []
        for at in range(1, len(calls) + 1, step):
            bench.reset()
            done = bench.sign(at, "kill")
            times += done.returncode == -signal.SIGKILL
            data = bench.picture.read_bytes() if bench.picture.exists() else b""
            new = bench.output.read_bytes() if bench.output.exists() else b""
            if bench.output != bench.picture and data != bench.original:
                lost.append((at, calls[at - 1]))
            elif new and new != bench.original:
                good.keep(new)
                signed += 1
            elif data == bench.original:
                untouched += 1
            else:
                lost.append((at, calls[at - 1]))
            if at % (10 * step) == 1:
                # Somebody else's run, on another file of the folder, sweeps what was left.
                other = bench.folder / f"other-{bench.picture.name}"
                other.write_bytes(bench.original)
                tests.run("sign", *tests.signer, "--in-place", other)
                left = [entry for entry in bench.names() if entry.startswith(".")]
                unswept += [(at, left)] if left else []
        tests.expect(f"{name}: {times} kills, {untouched} left the original alone and {signed} a signed file", not lost, lost)
        tests.expect(f"{name}: each came before its call", times == len(range(0, len(calls), step)))
        tests.expect(f"{name}: the next run sweeps what was left", not unswept, unswept)
        shutil.rmtree(bench.folder)
    good.check("killed")


def fault_at_every_call(tests, shim, step):
    print(f"faults at every call about the folder" + (f", one in {step}" if step > 1 else ""))
    if shim is None:
        return
    good = Good(tests)
    points = collections.Counter()
    number = 0
    for name, bench, calls in benches(tests, shim):
        wrong = []
        for at, call in enumerate(calls, 1):
            for fault in FAULTS.get(call, ("EIO",)):
                number += 1
                if number % step:
                    continue
                points[fault] += 1
                bench.reset()
                how = fault if fault == "short" else str(getattr(errno, fault))
                wrong += [f"{call} {at} {fault}: {trouble}" for trouble in after_fault(bench, bench.sign(at, how), call, good)]
        tests.expect(f"{name}: original and output whole, a clear answer, nothing left behind", not wrong, wrong[:20])
        shutil.rmtree(bench.folder)
    print(f"  {sum(points.values())} fault points: " + ", ".join(f"{count} {fault}" for fault, count in points.most_common()))
    good.check("faults")


def after_fault(bench, done, call, good):
    """What is wrong after a run in which one call failed."""
    new = bench.output.read_bytes() if bench.output.exists() else b""
    data = bench.picture.read_bytes() if bench.picture.exists() else b""
    if "Exception" in done.stderr or "\tat " in done.stderr:
        yield f"a stack trace: {done.stderr[-300:]}"
    if done.returncode not in (0, 1, 3):
        yield says(done)
    if done.returncode and "error:" not in done.stderr:
        yield f"no error is told: {says(done)}"
    if new and new != bench.original:
        good.keep(new)
    elif done.returncode == 0:
        yield "said to be signed, and is not"
    if bench.output != bench.picture and data != bench.original:
        yield "the original is not as it was"
    if not data:
        yield "the picture is gone"
    left = [entry for entry in bench.names() if entry.startswith(".")]
    if left and call not in UNTIDY:
        yield f"left behind: {left}"


def full_disk_everywhere(tests):
    print("disks that are full a little later each time, in steps of 4 KiB")
    good = Good(tests)
    steps = 0
    for name in PICTURES:
        original = (IMAGES / name).read_bytes()
        start = len(original) // STEP + 1
        for pages in range(start, 2 * start + 8):
            with small_disk(tests, pages * STEP // 1024) as disk:
                if disk is None:
                    print("  skipped: only root can mount a small disk")
                    disk_folder(tests)
                    return
                for options in (["-o", disk / "signed"], ["--in-place"]):
                    for entry in disk.iterdir():
                        entry.unlink()
                    picture = disk / name
                    picture.write_bytes(original)
                    done = tests.run("sign", *tests.signer, *options, picture)
                    steps += 1
                    output = picture if "--in-place" in options else disk / "signed"
                    names = {entry.name for entry in disk.iterdir()}
                    if done.returncode == 0:
                        good.keep(output.read_bytes())
                    elif picture.read_bytes() != original or names != {name} or "error:" not in done.stderr:
                        tests.expect(f"{name} on a disk of {pages} pages", False, f"{names} {says(done)}")
            disk_folder(tests)
    tests.expect(f"{steps} runs, each refused with the original whole and alone, or done", bool(good.kept))
    good.check("full disks")


def disk_folder(tests):
    (tests.scratch / "disk").rmdir()


def signals(tests, count, seed):
    print(f"{count} signals while signing a folder, seed {seed}")
    chance = random.Random(seed)
    folder = tests.folder("signals")
    originals = {f"{number:03}.png": (IMAGES / "painting.png").read_bytes() for number in range(150)}
    good = Good(tests)
    wrong, slowest, ended = [], 0.0, collections.Counter()
    for _ in range(count):
        for name, data in originals.items():
            (folder / name).write_bytes(data)
        which = chance.choice((signal.SIGINT, signal.SIGTERM))
        process = subprocess.Popen(
            [INKSEAL, "sign", "-q", "-j", "2", "--in-place", "-r", *tests.signer, str(folder)],
            env=tests.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=hear_signals)
        time.sleep(chance.uniform(0.1, 2.5))
        begun = time.monotonic()
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(which)
        out, told = process.communicate()
        took = time.monotonic() - begun
        ended[process.returncode] += 1
        if process.returncode != 0:
            slowest = max(slowest, took)
            # Before the JVM has its handlers the signal ends the process directly, and a moment later the JVM gives up.
            if process.returncode not in (128 + which, -which) and "initialization of VM" not in out:
                wrong.append(f"{which.name}: {process.returncode} {told[-200:]}")
            if took > 2:
                wrong.append(f"{which.name}: {took:.1f} s")
        names = {entry.name for entry in folder.iterdir()}
        if names != set(originals):
            wrong.append(f"{which.name}: {sorted(names ^ set(originals))[:4]}")
        for entry in folder.iterdir():
            data = entry.read_bytes()
            if entry.name in originals and data != originals[entry.name]:
                good.keep(data)
            entry.unlink()
    print(f"  exit codes {dict(ended)}, the slowest end took {slowest:.2f} s")
    tests.expect("each ended with 130 or 143 in two seconds, and left nothing", not wrong, wrong[:10])
    tests.expect("some came while it was at work", ended[130] + ended[143] > 0)
    good.check("signals")
    shutil.rmtree(folder)


def many_at_once(tests, processes, files):
    print(f"{processes} processes sign the same {files} files in place, while others read them")
    folder = tests.folder("many")
    originals = {}
    for number in range(files):
        name = f"{number:03}-{PICTURES[number % 2]}"
        originals[name] = (IMAGES / PICTURES[number % 2]).read_bytes()
        (folder / name).write_bytes(originals[name])
    digests = {hashlib.sha256(data).hexdigest() for data in originals.values()}
    good, lost, reads = Good(tests), [], collections.Counter()
    working = threading.Event()
    working.set()

    def read():
        chance = random.Random()
        while working.is_set():
            name = chance.choice(list(originals))
            try:
                data = (folder / name).read_bytes()
            except OSError as error:
                lost.append(f"{name}: {error}")
                continue
            digest = hashlib.sha256(data).hexdigest()
            reads["original" if digest in digests else "signed"] += 1
            # A sample is enough to see a torn one, and each takes its place on the disk.
            if digest not in digests and len(good.kept) < 4000:
                good.keep(data)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    running = [
        subprocess.Popen(
            [INKSEAL, "sign", "-q", "--in-place", "-r", *tests.signer, str(folder)],
            env=tests.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(processes)
    ]
    told = "".join(process.communicate()[1] for process in running)
    working.clear()
    for reader in readers:
        reader.join()
    tests.expect("no file was ever missing to a reader", not lost, lost[:5])
    tests.expect("no process told of anything but a file that another has", "Exception" not in told, told[-400:])
    names = {entry.name for entry in folder.iterdir()}
    tests.expect("every file is there, and nothing else", names == set(originals), sorted(names ^ set(originals))[:5])
    for entry in folder.iterdir():
        good.keep(entry.read_bytes())
    print(f"  {reads['original']} reads of an original, {reads['signed']} of a signed file")
    good.check("every signed file that a reader saw or that is there at the end")
    shutil.rmtree(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="every call, 1,000 kills, 500 signals; takes an hour")
    parser.add_argument("--seed", type=int, default=None, help="when to kill and to signal")
    parser.add_argument("--scratch", help="where to work")
    parser.add_argument("tests", nargs="*", help="counted, calls, faults, kills, disk, signals, many (default: all)")
    options = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 32) if options.seed is None else options.seed
    full = options.full
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        tests = Tests(pathlib.Path(scratch).resolve())
        shim = built_shim(tests)
        all_tests = {
            "counted": lambda: every_change_is_counted(tests, shim),
            "calls": lambda: kill_at_every_call(tests, shim, 1 if full else 6),
            "faults": lambda: fault_at_every_call(tests, shim, 1 if full else 6),
            "kills": lambda: kills(tests, seed, 1000) if full else None,
            "disk": lambda: full_disk_everywhere(tests),
            "signals": lambda: signals(tests, 500 if full else 12, seed),
            "many": lambda: many_at_once(tests, 10, 200) if full else many_at_once(tests, 4, 40),
        }
        for name in options.tests or all_tests:
            all_tests[name]()
    print(f"faults: {tests.passed} passed, {tests.failed} failed")
    return 1 if tests.failed else 0


if __name__ == "__main__":
    sys.exit(main())
