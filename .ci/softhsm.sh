#!/usr/bin/env bash
# Puts SoftHSM where the tests of keys on tokens find it. Where it cannot be installed they are passed over.
set -uo pipefail
if command -v softhsm2-util >/dev/null; then
    softhsm2-util --version
elif command -v apt-get >/dev/null && [[ $(id -u) == 0 ]] &&
    apt-get update -qq && apt-get install -y -qq --no-install-recommends softhsm2 >/dev/null; then
    softhsm2-util --version
else
    echo "no SoftHSM: the tests of keys on tokens are skipped"
fi
