#!/usr/bin/env bash
# Opens the program on the made-up office: the window where there is a display,
# else the preview on 127.0.0.1. The data lie in out/van-phong-thu, away from
# any real office; set CAUNOI_DATA for another folder.
set -euo pipefail
cd "$(dirname "$0")/../.."

data=${CAUNOI_DATA:-$PWD/out/van-phong-thu}
mkdir -p "$data"
echo "Dữ liệu thử: $data"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/bin/caunoi --data "$data" --sample
fi
echo "Máy này không có màn hình, nên mở bản xem trước trong trình duyệt."
exec build/bin/preview --data "$data" --sample --addr "127.0.0.1:${PORT:-8080}"
