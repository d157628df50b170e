#!/usr/bin/env bash
# Everything that can be said about the code without running it.
set -euo pipefail
cd "$(dirname "$0")/../.."

linter_version=v2.15.0
linter=build/.tools/golangci-lint-$linter_version

step() { echo "== $1"; }

step "go vet"
go vet . ./backend/... ./build/...
GOOS=windows go vet . ./backend/... ./build/...

step "golangci-lint"
if [ ! -x "$linter" ]; then
  mkdir -p build/.tools
  GOBIN=$PWD/build/.tools go install "github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$linter_version"
  mv build/.tools/golangci-lint "$linter"
fi
"$linter" run --timeout 10m . ./backend/... ./build/...

step "bindings unchanged"
build/scripts/bindings.sh --check

step "release rules"
build/scripts/check-release.sh
build/scripts/check-installer.sh

step "screens"
(cd frontend && npm run --silent lint)
