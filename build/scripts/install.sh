#!/usr/bin/env bash
# Installs what building, running or testing needs on a Debian machine, and
# nothing that is already there. Usage: install.sh run|test|windows
# Works as root without sudo and as a user with sudo. A stamp makes the second
# run quick; the stamp names the package list, so a changed list installs again.
set -euo pipefail
cd "$(dirname "$0")/../.."

go_version=$(sed -n 's/^go //p' go.mod)
node_least=20

build_packages=(gcc libc6-dev pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev)
run_packages=(xdg-utils fonts-liberation)
test_packages=(chromium xvfb xauth xdotool imagemagick poppler-utils dbus)
windows_packages=(nsis)

case "${1:-}" in
  run) packages=("${build_packages[@]}" "${run_packages[@]}") ;;
  test) packages=("${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}") ;;
  windows) packages=("${windows_packages[@]}") ;;
  *) echo "usage: $0 run|test|windows" >&2; exit 2 ;;
esac

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo -- "$@"
  else
    echo "Cần quyền quản trị máy để cài: ${packages[*]}. Hãy chạy bằng root, hoặc cài sudo." >&2
    exit 1
  fi
}

apt_updated=
apt_install() {
  if [ -z "$apt_updated" ]; then as_root apt-get -qq -o DPkg::Lock::Timeout=600 update; apt_updated=yes; fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=600 \
    -o Dpkg::Use-Pty=0 install --no-install-recommends "$@"
}

stamp="build/tools/installed-$1-$(printf '%s\n' "${packages[@]}" | cksum | cut -d' ' -f1)"
if [ ! -e "$stamp" ]; then
  missing=()
  for p in "${packages[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null | grep -qx installed || missing+=("$p")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing: ${missing[*]}"
    apt_install "${missing[@]}" >/dev/null
  fi
  mkdir -p build/tools && touch "$stamp"
fi

# Go: any 1.21 or newer fetches the exact version of go.mod by itself.
if ! command -v go >/dev/null; then
  for place in /usr/local/go/bin /usr/lib/go/bin; do
    if [ -x "$place/go" ]; then
      echo "Go lies in $place but is not on PATH. Add it: export PATH=\$PATH:$place" >&2
      exit 1
    fi
  done
  apt_install golang-go >/dev/null
fi
if ! go version >/dev/null 2>&1; then
  echo "Go $go_version is needed (see go.mod); the Go here cannot fetch it. Install Go $go_version and try again." >&2
  exit 1
fi

# Node builds the screens.
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then apt_install nodejs npm >/dev/null; fi
if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt "$node_least" ]; then
  echo "Node $node_least or newer is needed to build the screens; here is $(node --version)." >&2
  exit 1
fi
