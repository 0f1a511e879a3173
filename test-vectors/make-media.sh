#!/usr/bin/env bash
# Encodes our own painting as the ISO base media files in images/. Run once, by hand: encoders do not give the same bytes
# in every version. Needs ffmpeg with x265 and AAC, heif-enc and avifenc.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/images"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
quiet=(ffmpeg -v error -y)
exact=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact)
for frame in 1 2 3; do
    "${quiet[@]}" -i painting.png -vf "scale=96:72,hue=h=$((frame * 20))" "$scratch/$frame.png"
done
heif-enc -q 50 "$scratch/1.png" -o painting.heic
# The same picture under the brand that says nothing of the codec.
python3 - <<'PYTHON'
data = bytearray(open("painting.heic", "rb").read())
end = int.from_bytes(data[:4], "big")
brands = [data[at : at + 4] for at in range(8, end, 4)]
for at in range(8, end, 4):
    if at != 12 and data[at : at + 4] == b"heic":
        data[at : at + 4] = b"mif1"
open("painting.heif", "wb").write(data)
PYTHON
avifenc --min 30 --max 40 "$scratch/1.png" painting.avif >/dev/null
avifenc --min 30 --max 40 --fps 2 "$scratch"/[123].png sequence.avif >/dev/null
frames=(-framerate 2 -i "$scratch/%d.png" -pix_fmt yuv420p)
"${quiet[@]}" "${frames[@]}" -c:v mpeg4 "${exact[@]}" film.mp4
"${quiet[@]}" "${frames[@]}" -c:v mpeg4 "${exact[@]}" -movflags +faststart film.mov
"${quiet[@]}" -f lavfi -i sine=440:duration=0.2 -c:a aac -b:a 32k "${exact[@]}" sound.m4a
"${quiet[@]}" "${frames[@]}" -c:v mpeg4 "${exact[@]}" -movflags frag_keyframe+empty_moov fragments.mp4
