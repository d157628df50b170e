#!/usr/bin/env bash
# Every report of the made-up office → out/: the Party form as NAME.pdf, the
# state form as NAME.nhanuoc.pdf.
set -euo pipefail
cd "$(dirname "$0")/../.."
cli=build/bin/caunoi-cli
data=out/van-phong-mau
period=${PERIOD:-2026-06}

if [ ! -f "$data/caunoi.db" ]; then "$cli" --data "$data" sample; fi
names=$("$cli" --data "$data" report list | awk 'NF {print $1}')
[ -n "$names" ] || { echo "the command line names no report" >&2; exit 1; }
for name in $names; do
  "$cli" --data "$data" report "$name" --period "$period" --out "out/$name.pdf"
  "$cli" --data "$data" report "$name" --period "$period" --form nhanuoc --out "out/$name.nhanuoc.pdf"
done
ls -la out/*.pdf
