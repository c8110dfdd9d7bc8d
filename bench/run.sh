#!/usr/bin/env bash
# Measures the tools beside their peers and writes bench/RESULTS.md and bench/growth.png. It installs the
# peers (packages of Debian, as root or by sudo; those of PyPI into a folder of its own) and builds for
# release first.
# usage: bench/run.sh [--quick]
# It wants two cores that are idle otherwise, and 8 GB below ${TMPDIR:-/tmp}; --quick takes a few
# minutes, and writes .build-bench/RESULTS.md instead.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
scratch=.build-bench
results=bench/RESULTS.md
case "${1-}" in
  "") ;;
  --quick) results=$scratch/RESULTS.md ;;
  *) sed -n '2,/^set/{/^#/p}' "$0" >&2 && exit 64 ;;
esac

packages=(hyperfine miller jq sqlite3 time curl python3-venv)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
    missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing: ${missing[*]}"
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

mkdir -p "$scratch"
peers=$scratch/peers
if ! cmp -s bench/peers-requirements.txt "$peers/installed.txt"; then
  echo "Installing: $(grep -v '^#' bench/peers-requirements.txt | tr '\n' ' ')"
  python3 -m venv --clear "$peers"
  "$peers/bin/pip" install --quiet --disable-pip-version-check -r bench/peers-requirements.txt
  cp bench/peers-requirements.txt "$peers/installed.txt"
fi

build=(swift build -c release --static-swift-stdlib --scratch-path "$scratch")
for product in coach-chat coach-filter coach-assess coach-summarize coach-level coach-store \
  bench-reading fault-server; do
  "${build[@]}" --product "$product" >"$scratch/build.log" 2>&1 ||
    { cat "$scratch/build.log" && exit 1; }
done

"$peers/bin/python" bench/measure.py "$("${build[@]}" --show-bin-path)" "$peers" "$results" "$@"
