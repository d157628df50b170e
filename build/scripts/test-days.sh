#!/usr/bin/env bash
# What rests on the day, on every day of storetest.Days: the made-up office is filled and asked. Prints how many days
# were tried and which failed.
set -uo pipefail
cd "$(dirname "$0")/../.."

mkdir -p out
log=out/test-days.log
CAUNOI_DAYS=all go test -timeout 60m -v -run 'OnEveryDay' ./backend/... >"$log" 2>&1
ended=$?
# Lines of a day: "    --- PASS: TestOfficeOnEveryDay/2026-11-26 (1.20s)".
of() { grep -E "^ +--- $1: Test[A-Za-z]*OnEveryDay/[0-9-]+ " "$log"; }
days=$(of '(PASS|FAIL)' | sed -E 's#.*/([0-9-]+) .*#\1#' | sort -u | wc -l)
echo "$days days, $(of PASS | wc -l) sweeps passed, $(of FAIL | wc -l) failed"
if [ "$ended" != 0 ]; then
  grep -vE '^(=== |ok |\?|PASS|testing:)' "$log" >&2
  exit "$ended"
fi
[ "$days" -ge 40 ] || { echo "fewer than forty days were tried: $log" >&2; exit 1; }
