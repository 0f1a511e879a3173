#!/usr/bin/env python3
"""rates-pictures.py SCRATCH PICTURE MB: 200 different PNG files of 100 KB each, one of so many MB, and a JPEG of 4 GB."""

import os
import pathlib
import random
import sys
import zlib


def chunk(kind, data):
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def main():
    scratch, picture, megabytes = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    small = picture.read_bytes()
    chance = random.Random(1)
    folder = scratch / "pictures/unsigned"
    folder.mkdir(parents=True)
    for number in range(200):
        fill = chunk(b"fiLl", chance.randbytes(100_000 - len(small) - 12))
        (folder / f"{number:03}.png").write_bytes(small[:33] + fill + small[33:])
    if megabytes == 0:
        return
    with open(scratch / "large.png", "wb") as file:
        file.write(small[:33])
        for _ in range(megabytes // 16):
            file.write(chunk(b"fiLl", chance.randbytes(16 << 20)))
        file.write(small[33:])
    photo = (picture.parent / "photo.jpg").read_bytes()
    with open(scratch / "tail-unsigned.jpg", "wb") as file:
        file.write(photo[:-2])
        file.seek(4 << 30, os.SEEK_CUR)
        file.write(photo[-2:])


if __name__ == "__main__":
    main()
