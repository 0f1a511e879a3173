#!/usr/bin/env bash
# Tests against the system: very large files in little memory, kills, full disks, forbidden folders, start-up time.
# With --full in full size, which takes 30 GB of disk and half an hour; see robust.py for more options.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v python3 >/dev/null; then
    echo "robust skipped: no python3"
    exit 0
fi
exec python3 .ci/robust.py "$@"
