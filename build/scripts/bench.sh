#!/usr/bin/env bash
# Speed goals with their peers; see build/bench. Progress goes to stderr.
set -euo pipefail
cd "$(dirname "$0")/../.."
go run ./build/bench -bin build/bin -data out/bench
