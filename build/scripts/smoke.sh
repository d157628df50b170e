#!/usr/bin/env bash
# One run of the real window under a virtual display; build/smoke tells what is
# looked at. Nothing of the run lands in the tester's own folders.
set -euo pipefail
cd "$(dirname "$0")/../.."

mkdir -p build/.tools out/smoke
go build -o build/.tools/smoke ./build/smoke

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work/home XDG_DATA_HOME=$work/xdg XDG_CACHE_HOME=$work/cache XDG_RUNTIME_DIR=$work/run
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
export LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1 GDK_BACKEND=x11
xvfb-run -a -s "-screen 0 1366x768x24" dbus-run-session -- \
  build/.tools/smoke -program build/bin/caunoi -data "$work/data" -shots out/smoke
