#!/usr/bin/env bash
# Writes frontend/wailsjs from the Go methods that the window binds.
# The generator is the program itself built with the tag "bindings": it runs
# main, which only constructs, and writes the files instead of opening a window.
# This is what the window library's own command does, without needing to build
# that command. With --check nothing is written: it fails when the committed
# files differ from what the Go code says.
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p build/.tools
exec 9>build/.tools/bindings.lock
flock 9

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The embedded screens play no part in bindings; an empty folder keeps this independent of the frontend build.
mkdir -p frontend/packed && touch frontend/packed/.gitkeep
env -u CC GOOS= GOARCH= go build -buildvcs=false -tags bindings -o "$work/bin/bindings" .

# The generator reads wails.json of the folder it runs in and writes beside it.
mkdir -p "$work/frontend" "$work/bin"
cp wails.json "$work/"
(cd "$work" && CAUNOI_DATA="$work/data" tsprefix='' tssuffix='' tsoutputtype=interfaces ./bin/bindings) >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
find "$work/frontend/wailsjs" -type f -exec chmod 644 {} +
if [ -e "$work/data" ]; then
  echo "Generating bindings opened the data folder: main must only construct." >&2
  exit 1
fi

if [ "${1:-}" = --check ]; then
  if ! diff -r "$work/frontend/wailsjs" frontend/wailsjs >"$work/diff" 2>&1; then
    head -40 "$work/diff" >&2
    echo "frontend/wailsjs is not what the Go code says. Run: make bindings" >&2
    exit 1
  fi
  exit 0
fi
rm -rf frontend/wailsjs.new
cp -r "$work/frontend/wailsjs" frontend/wailsjs.new
rm -rf frontend/wailsjs
mv frontend/wailsjs.new frontend/wailsjs
