#!/usr/bin/env bash
# The same reports whatever the locale, time zone, encoding, JDK and number of threads; see determinism.py.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v python3 >/dev/null; then
    echo "determinism skipped: no python3"
    exit 0
fi
exec python3 .ci/determinism.py "$@"
