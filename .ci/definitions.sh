#!/usr/bin/env bash
# Signs what the test cases of another tool define, and lets c2pa-rs read it; see definitions.py.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
for tool in python3 openssl node; do
    command -v "$tool" >/dev/null || { echo "definitions skipped: no $tool"; exit 0; }
done
exec python3 .ci/definitions.py "$@"
