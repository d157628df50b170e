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
year=${period%-*}
quarter=$year-Q$(((10#${period#*-} + 2) / 3))
list=$("$cli" --data "$data" report list)
[ -n "$list" ] || { echo "the command line names no report" >&2; exit 1; }
while IFS= read -r line; do
  name=$(cut -f1 <<<"$line") kinds=$(cut -f4 <<<"$line") forms=$(cut -f5 <<<"$line") # "read" would take two tabs for one
  # Not every report is of a month.
  case "$kinds" in '' | *MONTH*) when=$period ;; *QUARTER*) when=$quarter ;; *HALF*) when=$year-H1 ;; *) when=$year ;; esac
  "$cli" --data "$data" --today $today report "$name" --period "$when" --out "out/$name.pdf"
  case " $forms " in *" nhanuoc "*)
    "$cli" --data "$data" --today $today report "$name" --period "$when" --form nhanuoc --out "out/$name.nhanuoc.pdf" ;;
  esac
done <<<"$list"
ls -la out/*.pdf
