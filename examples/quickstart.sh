#!/usr/bin/env bash
# From a fresh checkout to a coached week: installs what is missing, builds the six tools, runs the
# whole pipeline over examples/conversation.jsonl, and shows what came of it. No key, no network (but
# for the packages). Needs Debian 12 and a Swift toolchain.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  libsimdjson-dev libcurl4-openssl-dev libsqlite3-dev libhunspell-dev hunspell-en-us libedit-dev
  pkg-config g++
  jq
)

say() { printf '\n%s\n' "$*"; }

# With root's own rights, or with sudo's.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

command -v swift >/dev/null || {
  echo "quickstart: there is no swift on the PATH; see https://www.swift.org/install" >&2
  exit 1
}

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
    missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  say "1. Installing with apt-get: ${missing[*]}"
  apt_install "${missing[@]}" || { sleep 5 && apt_install "${missing[@]}"; }
else
  say "1. All packages are here: ${packages[*]}"
fi

# A debug build: a first run takes minutes, not a coffee break. To work with the tools, install them
# (./install.sh).
say "2. Building the six tools for debugging (swift build; some minutes the first time)"
tools=(coach-chat coach-store coach-filter coach-assess coach-summarize coach-level)
swift build --quiet
PATH="$(swift build --show-bin-path):$PATH"
for tool in "${tools[@]}"; do
  printf '%-16s %s\n' "$tool" "$("$tool" --version)"
done

say "3. One learner's week through the pipeline, and what came of it (examples/week.sh)"
COACH_LOG=text examples/week.sh
