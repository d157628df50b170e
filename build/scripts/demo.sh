#!/usr/bin/env bash
# Every report of the made-up office → out/: the Party form as NAME.pdf, the
# state form as NAME.nhanuoc.pdf.
set -euo pipefail
cd "$(dirname "$0")/../.."
cli=build/bin/caunoi-cli
today=2026-11-26 # the same papers whenever they are made
data=out/van-phong-mau
period=${PERIOD:-2026-06}

if [ ! -f "$data/caunoi.db" ]; then "$cli" --data "$data" --today $today sample; fi
half=${period%-*}-H1
list=$("$cli" --data "$data" report list)
[ -n "$list" ] || { echo "the command line names no report" >&2; exit 1; }
while IFS=$'\t' read -r name _ _ kinds; do
  # A report of half a year or a year has no month.
  case "$kinds" in '' | *MONTH*) when=$period ;; *) when=$half ;; esac
  "$cli" --data "$data" --today $today report "$name" --period "$when" --out "out/$name.pdf"
  "$cli" --data "$data" --today $today report "$name" --period "$when" --form nhanuoc --out "out/$name.nhanuoc.pdf"
done <<<"$list"
ls -la out/*.pdf
