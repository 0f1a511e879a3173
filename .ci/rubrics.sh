#!/usr/bin/env bash
# Judges what inkseal writes by the rubrics of the C2PA conformance program; see reports/rubrics.mjs.
exec bash "$(dirname "${BASH_SOURCE[0]}")/reports/run.sh" rubrics
