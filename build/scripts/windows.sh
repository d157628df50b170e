#!/usr/bin/env bash
# Builds the Windows program and its installer from Linux → build/bin.
# A Microsoft web view runtime named MicrosoftEdgeWebView2RuntimeInstallerX64.exe
# in build/windows/webview2 is put beside the installer; without it the installer
# asks for the file on machines that lack the runtime.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's/.*"productVersion": "\(.*\)".*/\1/p' wails.json)
wails=$(sed -n 's/^\t*github.com\/wailsapp\/wails\/v2 \(v[0-9.]*\).*/\1/p' go.mod)
[ -n "$version" ] && [ -n "$wails" ]

# The command of the window library puts icon, manifest and version into the exe.
# Exactly the version of go.mod: any other writes other bindings.
tool=build/.tools/wails-$wails
if [ ! -x "$tool" ]; then
  mkdir -p build/.tools
  GOBIN=$PWD/build/.tools go install "github.com/wailsapp/wails/v2/cmd/wails@$wails"
  mv build/.tools/wails "$tool"
fi

# A clock of its own for every file of the installer makes two builds equal.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)}

"$tool" build -platform windows/amd64 -o caunoi.exe \
  -s -skipbindings -m -nosyncgomod -trimpath -webview2 error \
  -ldflags "-X main.version=$version" -nocolour -v 0
go_info=$(go version -m build/bin/caunoi.exe)
grep -q 'tags=.*production' <<<"$go_info"
touch -d "@$SOURCE_DATE_EPOCH" build/bin/caunoi.exe build/windows/icon.ico build/windows/installer/installer.nsi

installer=build/bin/CauNoi-$version-cai-dat.exe
build/scripts/check-installer.sh
(cd build/windows/installer && makensis -V2 -WX \
  -DVERSION="$version" -DPROGRAM=../../bin/caunoi.exe -DOUTPUT="../../bin/$(basename "$installer")" installer.nsi)

runtime=build/windows/webview2/MicrosoftEdgeWebView2RuntimeInstallerX64.exe
if [ -f "$runtime" ]; then cp "$runtime" build/bin/; fi

# Goal: exe at most 30 MB, compressed at most 12 MB.
exe_size=$(stat -c %s build/bin/caunoi.exe)
installer_size=$(stat -c %s "$installer")
echo "caunoi.exe $((exe_size / 1024)) KiB, $(basename "$installer") $((installer_size / 1024)) KiB"
# The program has outgrown its goal of 30 MB; it is said at each build, and 34 MB is the end.
[ "$exe_size" -le $((30 * 1024 * 1024)) ] || echo "caunoi.exe is larger than its goal of 30 MB" >&2
[ "$exe_size" -le $((34 * 1024 * 1024)) ] || { echo "caunoi.exe is larger than 34 MB" >&2; exit 1; }
[ "$installer_size" -le $((12 * 1024 * 1024)) ] || { echo "the installer is larger than 12 MB" >&2; exit 1; }
(cd build/bin && sha256sum caunoi.exe "$(basename "$installer")" >SHA256SUMS)
