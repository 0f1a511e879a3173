#!/usr/bin/env bash
# Looks at the pages of "inkseal check --html" with a browser: no text of a file becomes an element, nothing runs and nothing
# is fetched. Leaves pictures of the pages in target/pages, light, dark and narrow, for people to look at.
# Installs Debian's chromium where that can be done; where there is no browser, this is passed over with a line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v python3 >/dev/null; then
    echo "pages skipped: no python3"
    exit 0
fi
if ! command -v chromium >/dev/null && [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 ||
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 || true
fi
if ! command -v chromium >/dev/null; then
    echo "pages skipped: no chromium, and it cannot be installed here"
    exit 0
fi
exec python3 .ci/pages.py
