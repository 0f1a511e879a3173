#!/usr/bin/env bash
# run.sh SCRIPT: runs one of the scripts beside this with the packages that they need, and a folder for their files.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/inkseal-reports

skip() {
    echo "$1 skipped: $2"
    exit 0
}

for tool in node npm openssl; do
    command -v "$tool" >/dev/null || skip "$1" "no $tool in PATH"
done
shared=${INKSEAL_SHARED:-}
for folder in "$here"/../../../shared "$here"/../../../../shared; do
    [[ -n $shared || ! -d $folder/corpus ]] || shared=$folder
done
[[ -n $shared ]] || skip "$1" "no ../shared"

# Into a folder of its own, named after what is asked for, and renamed when complete: another run may be reading it.
wanted=$(cat "$here/package.json" "$here/package-lock.json" | sha256sum)
home=$cache/${wanted:0:16}
if [[ ! -d $home ]]; then
    mkdir -p "$cache"
    mkdir "$home.new.$$"
    trap 'rm -rf "$home.new.$$"' EXIT
    cp "$here/package.json" "$here/package-lock.json" "$home.new.$$"
    (cd "$home.new.$$" && npm ci --ignore-scripts --no-audit --no-fund --silent) ||
        skip "$1" "its packages cannot be fetched with npm"
    mv -T "$home.new.$$" "$home" 2>/dev/null || [[ -d $home ]]
    rm -rf "$home.new.$$"
fi

# The launcher makes the jar if there is none.
"$here/../../inkseal" --version >/dev/null
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
INKSEAL_SHARED=$shared INKSEAL_PACKAGES=$home node "$here/$1.mjs" "$scratch"
