#!/usr/bin/env bash
# Classes, bytes and signatures that are counted; see counts.py.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v python3 >/dev/null; then
    echo "counts skipped: no python3"
    exit 0
fi
exec python3 .ci/counts.py "$@"
