#!/usr/bin/env bash
# Sets up what the tests need, then runs them all: format, shell scripts, build, tests.
# Arguments go to `swift test` (for example: Tests/run.sh --filter PipelineTests). With --long before
# them, what takes a release build, a Debian of its own (as root) and Spark is run, too.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

packages=(
  libsimdjson-dev libcurl4-openssl-dev libsqlite3-dev libhunspell-dev hunspell-en-us libedit-dev
  pkg-config g++ shellcheck jq tmux curl sqlite3 python3-venv mandoc parallel
)
long=
if [ "${1:-}" = --long ]; then
  long=1
  shift
  packages+=(systemd debootstrap dpkg-dev fish man-db openjdk-17-jre-headless zsh)
fi

# With root's own rights, or with sudo's.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
    missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing: ${missing[*]}"
  # Once more where a mirror was out of step with itself.
  apt_install "${missing[@]}" || { sleep 5 && apt_install "${missing[@]}"; }
fi

# What the tests run beside the suite comes from PyPI, into an environment of its own: made anew where
# the list has changed.
peers=.build/peers
if ! cmp -s Tests/peers-requirements.txt "$peers/installed.txt"; then
  echo "Installing: $(grep -v '^#' Tests/peers-requirements.txt | tr '\n' ' ')"
  python3 -m venv --clear "$peers"
  "$peers/bin/pip" install --quiet --disable-pip-version-check -r Tests/peers-requirements.txt
  cp Tests/peers-requirements.txt "$peers/installed.txt"
fi

echo "== format"
swift format lint --strict --parallel --recursive Package.swift Sources Tests bench

echo "== shell scripts"
mapfile -t scripts < <(git ls-files --cached --others --exclude-standard -- '*.sh' .ci/run)
shellcheck "${scripts[@]}"

echo "== manual"
mandoc -T lint -W warning man/*.[1-9]

echo "== build"
swift build --build-tests

echo "== test"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Runs some of the tests, or those that the arguments of the script name.
run_tests() {
  local status=0
  swift test --skip-build --disable-xctest "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    # What went wrong, without the lines of what went right.
    grep -vE '^[◇✔]|^\[' "$log" || true
  fi
  grep -E '^[✔✘] (Suite|Test run)|^error:' "$log" | tail -n 60
  return "$status"
}

if [ $# -gt 0 ]; then
  run_tests "$@"
else
  # Tests of programs block the few threads on which async tests must go on: those of the wire
  # and of the stage loop run by themselves, those at a terminal too, and those of the binaries last.
  failures=0
  run_tests --filter '^(CoachProviderTests|CoachJSONLTests)\.' || failures=1
  run_tests --filter 'TerminalTests' || failures=1
  run_tests --skip '^(CoachProviderTests|CoachJSONLTests|PipelineTests)\.' --skip 'TerminalTests' ||
    failures=1
  run_tests --filter '^PipelineTests\.' --skip 'TerminalTests' || failures=1
  [ "$failures" -eq 0 ] || exit 1
fi

if [ -n "$long" ]; then
  echo "== long"
  PATH="$(swift build --show-bin-path):$PATH"
  for script in Tests/long/*.sh; do "$script"; done
fi
