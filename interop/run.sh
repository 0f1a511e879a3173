#!/usr/bin/env bash
# Lets inkseal and other implementations of C2PA read each other's files; see README.md beside this. With
# INKSEAL_INTEROP_OPTIONAL=1, peers that cannot be fetched are no failure.
#
# run.sh                            the suite
# run.sh read ROOT FILES            what c2pa-rs says of files, as JSON
# run.sh throughput ROOTS FOLDER    how many files of a folder are checked in a second, beside c2pa-rs
# run.sh labelling [COUNT]          how many pictures of 100 KB are labelled in a second, beside c2pa-rs
# run.sh peers                      where the peers are, fetched if need be
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
peers=${XDG_CACHE_HOME:-$HOME/.cache}/inkseal-interop
addon=@contentauth/c2pa-node@0.9.8

# Says why, and ends well only if that was allowed.
skip() {
    echo "interop skipped: $1"
    [[ ${INKSEAL_INTEROP_OPTIONAL:-} != 1 ]] || exit 0
    exit 1
}

# Not "npm ci", which misses the optional packages that the lock leaves out. The addon's own wrapper asks for a package
# that is not to be had; the library inside it is all that is needed.
fetch() {
    cd "$1" &&
        npm install --omit=optional --ignore-scripts --no-audit --no-fund --silent &&
        archive=$(npm pack --silent "$addon" | tail -n 1) &&
        tar -xzf "$archive" package/dist/index.node &&
        rm "$archive" &&
        cd "$here"
}

for tool in node npm openssl; do
    command -v "$tool" >/dev/null || skip "no $tool in PATH"
done

# Into a folder of its own, named after what is asked for, and renamed when complete: another run may be reading it.
wanted=$({ cat "$here/package.json" "$here/package-lock.json"; echo "$addon"; } | sha256sum)
home=$peers/${wanted:0:16}
if [[ ! -d $home ]]; then
    mkdir -p "$peers"
    rm -rf "$home.new.$$"
    mkdir "$home.new.$$"
    trap 'rm -rf "$home.new.$$"' EXIT
    cp "$here/package.json" "$here/package-lock.json" "$home.new.$$"
    fetch "$home.new.$$" || skip "the peers cannot be fetched with npm"
    mv -T "$home.new.$$" "$home" 2>/dev/null || [[ -d $home ]]
    rm -rf "$home.new.$$"
fi

if [[ ${1:-} == peers ]]; then
    echo "$home"
    exit
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [[ ${1:-} == read ]]; then
    INKSEAL_PEERS=$home node "$here/read.mjs" "${@:2}"
    exit
fi
if [[ ${1:-} == throughput ]]; then
    INKSEAL_PEERS=$home node "$here/throughput.mjs" "$scratch" "$2" "$3"
    exit
fi
bash "$here/pki.sh" "$scratch/pki"
if [[ ${1:-} == labelling ]]; then
    INKSEAL_PEERS=$home node "$here/labelling.mjs" "$scratch" "$scratch/pki/es256.key" "$scratch/pki/es256.pem" "${@:2}"
    exit
fi
INKSEAL_PEERS=$home node "$here/suite.mjs" "$scratch"
