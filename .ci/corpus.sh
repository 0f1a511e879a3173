#!/usr/bin/env bash
# Checks the public test corpus in ../shared/corpus and compares with what c2pa-rs says of it; see corpus.py for options.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v python3 >/dev/null; then
    echo "corpus run skipped: no python3"
    exit 0
fi
exec python3 .ci/corpus.py "$@"
