#!/usr/bin/env bash
# Proves the two commands of the README where nothing is installed: a Debian 12 made anew in out/bare, a clone of the
# committed tree in it, `make run` until its page answers, then `make test`. Needs root. Usage: bare.sh [run] [test]
# Mirror, proxies, certificates and package registries are those of this machine. What was downloaded stays in out/bare
# for the next time; remove that folder to begin with nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "make bare needs root: it makes a Debian of its own and goes into it." >&2; exit 1; }

# What is mounted and started below belongs to this script alone and goes with it, however it ends.
if [ -z "${CAUNOI_BARE_APART:-}" ]; then
  exec env CAUNOI_BARE_APART=1 unshare --mount --pid --fork --kill-child --mount-proc "$0" "$@"
fi
if [ $# = 0 ]; then set -- run test; fi

release=bookworm
bare=$PWD/out/bare
root=$bare/root
mkdir -p "$bare"/keep/{debs,go,npm}

if [ ! -f "$bare/debian.tar" ]; then
  echo "== Debian $release"
  mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $release" "Component: main" "Created-By: Packages" | head -1)
  rm -rf "$bare/first"
  # Whoever has a clone and types make has these.
  debootstrap --variant=minbase --include=ca-certificates,git,make "$release" "$bare/first" ${mirror:+"$mirror"} >"$bare/debian.log" ||
    { tail -20 "$bare/debian.log" >&2; exit 1; }
  tar -C "$bare/first" -cf "$bare/debian.tar.new" .
  mv "$bare/debian.tar.new" "$bare/debian.tar"
  rm -rf "$bare/first"
fi
rm -rf "$root" # by itself: a removal cut short must end the script
mkdir "$root"
tar -C "$root" -xf "$bare/debian.tar"

# How this machine reaches the outside.
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
apt-config dump | grep -iE '^Acquire::[a-z]+::Proxy' >"$root/etc/apt/apt.conf.d/90machine" || true
settings=(HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin PORT=0)
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
  if [ -n "${!name:-}" ]; then settings+=("$name=${!name}"); fi
done
for name in GOPROXY GONOPROXY GOPRIVATE GOSUMDB GONOSUMDB GOINSECURE; do settings+=("$name=$(go env "$name")"); done
settings+=("npm_config_registry=$(npm config get registry)")
if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then
  cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/"
  settings+=(NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt)
fi

mount --make-rprivate /
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root/root/go" "$root/root/.npm"
mount --bind "$bare/keep/debs" "$root/var/cache/apt/archives"
mount --bind "$bare/keep/go" "$root/root/go"
mount --bind "$bare/keep/npm" "$root/root/.npm"
mkdir -p "$root/var/cache/apt/archives/partial"

inside() { chroot "$root" /usr/bin/env -i "${settings[@]}" bash -c "cd /root/caunoi && $1"; }

git clone -q --no-hardlinks "$PWD" "$root/root/caunoi"
chroot "$root" update-ca-certificates >/dev/null 2>&1
echo "Debian $(cat "$root/etc/debian_version"), commit $(git -C "$root/root/caunoi" rev-parse --short HEAD)"

# answers tells whether the page at an address is there.
answers() {
  local port=${1##*:}
  port=${port%/}
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET / HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$port" >&3
  local said
  read -r said <&3
  exec 3>&-
  [[ $said == *" 200 "* ]]
}

try_run() {
  local log=$bare/run.log address= began=$SECONDS running
  set -m # a group of its own, so that all of it can be ended
  inside "exec make run" >"$log" 2>&1 </dev/null &
  running=$!
  set +m
  while [ -z "$address" ]; do
    sleep 1
    kill -0 "$running" 2>/dev/null || { tail -40 "$log" >&2; echo "make run ended before its page was there" >&2; return 1; }
    address=$(sed -n 's#.*\(http://127\.0\.0\.1:[0-9]*/\).*#\1#p' "$log" | head -1)
  done
  answers "$address" || { tail -40 "$log" >&2; echo "$address does not answer" >&2; return 1; }
  echo "make run: the page answered after $((SECONDS - began)) s"
  kill -INT -- "-$running"
  wait "$running" || true
}

try_test() {
  local log=$bare/test.log began=$SECONDS
  inside "make test" >"$log" 2>&1 </dev/null || { tail -60 "$log" >&2; echo "make test failed after $((SECONDS - began)) s: $log" >&2; return 1; }
  echo "make test: passed in $((SECONDS - began)) s"
}

for what; do
  echo "== make $what"
  "try_$what"
done
