#!/usr/bin/env bash
# Other programs look at the test pictures before and after they are signed: each must find the same picture in both and
# nothing wrong with the second. Installs the programs from Debian where that can be done; one that is not there is passed
# over with a line.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export INKSEAL_HOME=$scratch/home INKSEAL_PASSPHRASE=referees

# One line for each question: format | program | kind | command. "same" compares what the command writes to standard
# output, or to the file @, for both files; "good" wants exit code 0 for the signed one. {} is the file.
referees='
webp | dwebp          | same | dwebp -quiet -ppm {} -o -
webp | webpinfo       | good | webpinfo -quiet {}
webp | webpmux        | good | webpmux -info {}
webp | identify       | same | identify -format %w,%h,%#; {}
gif  | gifsicle       | good | gifsicle --warnings --info {}
gif  | gifsicle       | same | gifsicle --no-warnings --no-extensions --no-comments --unoptimize {}
gif  | giftext        | good | giftext {}
gif  | identify       | same | identify -format %w,%h,%T,%#; {}
svg  | xmllint        | good | xmllint --noout --nonet {}
svg  | rsvg-convert   | same | rsvg-convert {}
jxl  | jxlinfo        | good | jxlinfo {}
jxl  | djxl           | same | djxl {} @.ppm
tif  | tiffinfo       | good | tiffinfo {}
tif  | identify       | same | identify -format %w,%h,%#; {}
dng  | tiffinfo       | good | tiffinfo {}
hei* | heif-info      | good | heif-info {}
hei* | heif-convert   | same | heif-convert {} @.y4m
hei* | identify       | same | identify -format %w,%h,%#; {}
avif | avifdec        | good | avifdec --info {}
avif | avifdec        | same | avifdec {} @.y4m
avif | ffmpeg         | same | ffmpeg -v error -i {} -f md5 -
m*   | ffmpeg         | same | ffmpeg -v error -i {} -f md5 -
png  | identify       | same | identify -format %w,%h,%#; {}
jpg  | identify       | same | identify -format %w,%h,%#; {}
jpg  | exiftool       | same | exiftool -b -MPImage2 {}
*    | exiftool       | good | exiftool -validate -q -q {}
'

packages=(webp gifsicle giflib-tools imagemagick libxml2-utils librsvg2-bin libimage-exiftool-perl libheif-examples
    libavif-bin libjxl-tools libtiff-tools ffmpeg)
missing() {
    local program
    for program in $(cut -s -d '|' -f 2 <<<"$referees"); do
        command -v "$program" >/dev/null || return 0
    done
    return 1
}
if missing && [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null 2>&1 ||
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >/dev/null 2>&1 || true
fi

passed=0
failed=0
skipped=()

say() {
    if [[ $1 == ok ]]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $2"
    fi
}

# seen FILE COMMAND...: a hash of what a command makes of a file
seen() {
    local file=$1
    shift
    rm -f "$scratch"/made*
    set -- "${@//\{\}/$file}"
    "${@//@/$scratch/made}" >"$scratch/says" 2>/dev/null || return
    # What a program says while it writes a file is of the metadata too.
    if [[ "$*" == *@* ]]; then cat "$scratch"/made*; else cat "$scratch/says"; fi | sha256sum
}

# ask KIND ORIGINAL SIGNED COMMAND...
ask() {
    local kind=$1 before=$2 after=$3
    shift 3
    local what="${after##*/}: $*"
    if [[ $kind == good ]]; then
        if "${@//\{\}/$after}" >"$scratch/says" 2>&1; then say ok; else
            say no "$what: $(head -n 1 "$scratch/says")"
        fi
        return
    fi
    local one two
    # Not every program reads every file of a format, such as moving pictures.
    one=$(seen "$before" "$@") || return 0
    two=$(seen "$after" "$@") || { say no "$what"; return; }
    if [[ $one == "$two" ]]; then say ok; else say no "$what: another picture"; fi
}

# A fragmented film takes no credential.
mapfile -t files < <(find test-vectors/images -name '*.*' -type f ! -name 'fragments.*' | sort)
if ! ./inkseal sign -q -o "$scratch/signed/" "${files[@]}"; then
    echo "referees: signing failed"
    exit 1
fi

# What the credential says stands in the XMP too, and no longer there with --no-xmp.
if command -v exiftool >/dev/null; then
    for file in "${files[@]}"; do
        signed=$scratch/signed/${file##*/}
        said=$(exiftool -s3 -n -XMP:DataMining "$signed" 2>/dev/null)$(exiftool -s3 -n -XMP:DigitalSourceType "$signed" 2>/dev/null)
        case ${file##*/} in
            film.mov | photo.jxl) [[ -z $said ]] && say ok || say no "${file##*/}: XMP where none was written: $said" ;;
            *) [[ $said == *DMI-PROHIBITED*digitalCreation ]] && say ok || say no "${file##*/}: XMP says '$said'" ;;
        esac
    done
fi
while IFS='|' read -r format program kind command; do
    format=${format// /}
    program=${program// /}
    [[ -n $format ]] || continue
    if ! command -v "$program" >/dev/null; then
        [[ " ${skipped[*]-} " == *" $program "* ]] || { skipped+=("$program"); echo "$program skipped: not installed"; }
        continue
    fi
    read -ra words <<<"$command"
    for file in "${files[@]}"; do
        # shellcheck disable=SC2053
        [[ ${file##*.} == $format ]] || continue
        ask "${kind// /}" "$file" "$scratch/signed/${file##*/}" "${words[@]}"
    done
done <<<"$referees"
echo "referees: $passed passed, $failed failed"
[[ $failed == 0 ]]
