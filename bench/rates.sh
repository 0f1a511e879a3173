#!/usr/bin/env bash
# Benchmarks of the library beside their limits and, where it can be fetched, beside c2pa-rs native; prints one table.
# rates.sh [--rounds N] [--seconds S] [--large MB]     with --large 0 without the file of 1 GB and that of 4 GB
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
for tool in node python3 openssl; do
    command -v "$tool" >/dev/null || { echo "bench skipped: no $tool"; exit 0; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
./inkseal --version >/dev/null
jar=cli/target/inkseal.jar
bash interop/pki.sh "$scratch/pki"
cp "$scratch/pki/root.pem" "$scratch/pki/roots.pem"
for number in $(seq 59); do
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout /dev/null -days 30 \
        -subj "/O=Interop/CN=Another root $number" 2>/dev/null >>"$scratch/pki/roots.pem"
done
large=1024
previous=
for argument in "$@"; do
    [[ $previous != --large ]] || large=$argument
    previous=$argument
done
python3 bench/rates-pictures.py "$scratch" test-vectors/images/painting.png "$large"
export INKSEAL_HOME=$scratch/home
sign=(./inkseal sign -q --key "$scratch/pki/es256.key" --cert "$scratch/pki/es256.pem")
"${sign[@]}" -o "$scratch/pictures/signed" "$scratch"/pictures/unsigned/*.png
if ((large > 0)); then
    "${sign[@]}" -o "$scratch/large-signed.png" "$scratch/large.png"
    "${sign[@]}" -o "$scratch/tail.jpg" "$scratch/tail-unsigned.jpg"
    rm "$scratch/tail-unsigned.jpg"
fi
mkdir "$scratch/classes" "$scratch/out"
javac -nowarn -proc:none -d "$scratch/classes" -cp "$jar" bench/Rates.java
if peers=$(INKSEAL_INTEROP_OPTIONAL=1 bash interop/run.sh peers) && [[ -d $peers ]]; then
    export INKSEAL_PEERS=$peers
else
    echo "without c2pa-rs: $peers"
fi
node bench/rates.mjs "$scratch" "$jar" "$scratch/classes" "$@"
