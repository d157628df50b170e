#!/usr/bin/env bash
# Pictures of every screen of the made-up office at 100 % and 175 % → out/screenshots,
# and the two that the README shows → docs/images.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -rf out/screenshots
mkdir -p out/screenshots docs/images

node build/scripts/screenshots.mjs out/screenshots
cp out/screenshots/100/01-*.png docs/images/viec-tuan-nay.png

# One printed page: the register of assignments of the made-up office.
data=out/screenshots/data/du-lieu-mau
build/bin/caunoi-cli --data "$data" --today 2026-11-26 report so-phan-cong --period 2026-06 --out out/screenshots/so-theo-doi.pdf
pdftoppm -r 80 -f 1 -l 1 -png -singlefile out/screenshots/so-theo-doi.pdf docs/images/so-theo-doi
