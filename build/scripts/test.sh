#!/usr/bin/env bash
# Every test. Stops at the first kind that fails; the last line counts the kinds.
set -euo pipefail
cd "$(dirname "$0")/../.."

step() { echo; echo "== $1"; }

step "Go"
# Not ./... : packages of the screens hold Go files of their own.
go test . ./backend/... ./build/...
step "TypeScript"
(cd frontend && npm run --silent test)
step "Browser stories"
(cd frontend && CAUNOI_PREVIEW="$PWD/../build/bin/preview" npm run --silent e2e)
step "The real window"
build/scripts/smoke.sh
