#!/usr/bin/env bash
# Encodes our own pictures as the JPEG XL files in images/ and pictures/. Run once, by hand: encoders do not give the same
# bytes in every version. Needs cjxl of libjxl.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
small=src/main/resources/pictures
encode() {
    cjxl --quiet "$@"
}
encode --distance=3 --container=1 images/painting.png images/painting.jxl
encode --distance=3 --container=0 images/painting.png images/naked.jxl
# Every coefficient of the JPEG, with EXIF and XMP, in a codestream of several parts.
encode --lossless_jpeg=1 images/photo.jpg images/photo.jxl
encode --distance=3 --container=1 "$small/small.png" "$small/small.jxl"
