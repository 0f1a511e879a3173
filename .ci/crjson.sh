#!/usr/bin/env bash
# Holds crJSON against its schema; see reports/crjson.mjs.
exec bash "$(dirname "${BASH_SOURCE[0]}")/reports/run.sh" crjson
