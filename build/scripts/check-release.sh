#!/usr/bin/env bash
# Promises 5, 19, 28 and 29 on the sources: versions are pinned and never
# "latest", the database engine's two parts fit each other, the window is built
# for production, goes by the machine's clock and offers nothing that only
# developers need, and no screen asks for anything from elsewhere.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() { echo "check-release: $1" >&2; exit 1; }
sources=$(git ls-files --cached --others --exclude-standard | grep -v -e '^build/scripts/check-release.sh$' -e '\.md$' -e 'package-lock.json$')

# The name is put together here so that this line does not find itself.
latest="@lat""est"
if grep -nF "$latest" $sources /dev/null; then fail "a tool or library is asked for without a version"; fi

# npm: exact versions only, and a lock file that names no registry.
node -e '
const p = require("./frontend/package.json");
const loose = Object.entries({ ...p.dependencies, ...p.devDependencies }).filter(([, v]) => !/^\d+\.\d+\.\d+$/.test(v));
if (loose.length) { console.error("not pinned:", loose); process.exit(1); }
const lock = require("./frontend/package-lock.json");
const hosts = Object.entries(lock.packages).filter(([, v]) => v.resolved && /^https?:/.test(v.resolved));
if (hosts.length) { console.error("the lock file names a registry:", hosts.length, "times"); process.exit(1); }
' || fail "frontend packages"

# Go: the window library from the version that fixes lost promises and checks callers' origins.
wails=$(go list -m -f '{{.Version}}' github.com/wailsapp/wails/v2)
[ "$wails" = v2.15.0 ] || fail "the window library is $wails, the bindings were proven with v2.15.0"

# The engine's translation and its C library must be exactly a pair.
sqlite=$(go list -m -f '{{.Version}}' modernc.org/sqlite)
libc=$(go list -m -f '{{.Version}}' modernc.org/libc)
wanted=$(sed -n 's/^\t*modernc.org\/libc \(v[^ ]*\).*/\1/p' "$(go list -m -f '{{.Dir}}' modernc.org/sqlite)/go.mod" | head -1)
[ "$libc" = "$wanted" ] || fail "modernc.org/sqlite $sqlite wants libc $wanted, go.mod has $libc"

# The window's options.
for forbidden in EnableDefaultContextMenu OpenInspectorOnStartup BindingsAllowedOrigins DisablePanicRecovery EnableFraudulentWebsiteDetection; do
  if grep -nE "$forbidden:" main.go app.go; then fail "the window must not set $forbidden"; fi
done
if grep -nE -- '-tags[ =][^ ]*(devtools|debug|\bdev\b)|-debug|-devtools' Makefile build/scripts/*.sh .ci/run | grep -v check-release; then
  fail "a build with developer tools"
fi
if [ -x build/bin/caunoi ]; then
  info=$(go version -m build/bin/caunoi)
  grep -q 'tags=desktop,production,webkit2_41' <<<"$info" || fail "build/bin/caunoi was not built for production"
fi

# The day is the machine's: what can set another is not in the window, on either system.
for system in linux windows; do
  rooms=$(GOOS=$system go list -deps -tags desktop,production,webkit2_41 . | grep '^caunoi/')
  if grep -qx 'caunoi/backend/clock' <<<"$rooms"; then fail "the window for $system holds backend/clock, which sets the day"; fi
done
if grep -nE 'WithClock|"today"|CAUNOI_TODAY' main.go app.go; then fail "the window lets somebody set the day"; fi

# The page. frontend/dist holds libraries' texts too, so only what a browser would load or run is looked for.
if grep -rnE 'dangerouslySetInnerHTML|\.innerHTML *=|insertAdjacentHTML|document\.write\(|new Function\(|\beval\(' frontend/src --include='*.ts' --include='*.tsx' --exclude='*.test.ts' --exclude='*.test.tsx'; then
  fail "a screen writes HTML or runs text"
fi
if grep -nE '<(script|link|img)[^>]*(src|href)="?https?:' frontend/index.html $(find frontend/dist -name '*.html' 2>/dev/null) /dev/null; then
  fail "a page loads something from elsewhere"
fi
if grep -nE '<script(>| [^>]*[^/]>[^<])|<style| style=' $(find frontend/dist -name 'index.html' 2>/dev/null) /dev/null; then
  fail "the start page holds an inline script or style"
fi
