#!/usr/bin/env bash
# Kills and faults at the calls that signing makes to the file system, signals, and many at once; see faults.py for options.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v python3 >/dev/null; then
    echo "faults skipped: no python3"
    exit 0
fi
exec python3 .ci/faults.py "$@"
