#!/usr/bin/env bash
# How fast large files of each format are checked and signed, beside c2pa-rs as a native library, and in how much memory.
# Needs what interop/run.sh needs, a JDK, and three times the size of a file in TMPDIR.
#
# large.sh [-m MEGABYTES] [-r ROUNDS] [FORMAT...]     100 MB, 9 rounds and all formats unless told otherwise
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(dirname "$here")
megabytes=100
rounds=9
while getopts m:r: option; do
    case $option in
        m) megabytes=$OPTARG ;;
        r) rounds=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))

peers=$(bash "$top/interop/run.sh" peers)
"$top/inkseal" --version >/dev/null # builds the jar if there is none
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
bash "$top/interop/pki.sh" "$scratch/pki"
java=java javac=javac
if [[ -n ${JAVA_HOME:-} ]]; then
    java=$JAVA_HOME/bin/java javac=$JAVA_HOME/bin/javac
fi
"$javac" -d "$scratch/classes" -cp "$top/cli/target/inkseal.jar" "$here/Large.java"
INKSEAL_PEERS=$peers JAVA=$java node "$here/large.mjs" "$scratch" "$scratch/classes" "$megabytes" "$rounds" "$@"
