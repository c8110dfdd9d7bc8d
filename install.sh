#!/usr/bin/env bash
# Builds the tools for release and installs them with their manual pages and completions.
#
#     ./install.sh                          # below /usr/local, with sudo where that is needed
#     PREFIX=~/.local ./install.sh          # for yourself
#     DESTDIR=/tmp/package PREFIX=/usr ./install.sh     # for a package
#     ./install.sh --uninstall              # takes away what it installed; databases stay
#
# Needs a Swift toolchain (6.2 or later) to build, and none to run: the tools carry Swift's runtime.
set -euo pipefail

fail() {
  echo "install: $1" >&2
  exit "${2:-1}"
}

usage() {
  sed -n '2,/^[^#]/ { s/^# \{0,1\}//p }' "$0"
}

verb=install
for argument in "$@"; do
  case $argument in
    --uninstall) verb=uninstall ;;
    --help | -h) usage && exit ;;
    *) usage >&2 && fail "no such option: $argument" 64 ;;
  esac
done

: "${PREFIX:=/usr/local}" "${DESTDIR:=}"
case $PREFIX in /*) ;; *) fail "PREFIX must be an absolute path, got $PREFIX" 64 ;; esac
case $DESTDIR in "" | /*) ;; *) DESTDIR=$PWD/$DESTDIR ;; esac
root=$DESTDIR${PREFIX%/}
cd "$(dirname "$0")"

tools=(coach-chat coach-filter coach-assess coach-summarize coach-level coach-store)
documentation=share/doc/coach-up
# The tools are names of one program (packaging/coach.c says why).
program=lib/coach-up/coach

# Every file that is installed, by its path below PREFIX.
layout() {
  local tool page
  echo "$program"
  for tool in "${tools[@]}"; do
    echo "bin/$tool"
    echo "share/bash-completion/completions/$tool"
    echo "share/zsh/site-functions/_$tool"
    echo "share/fish/vendor_completions.d/$tool.fish"
  done
  for page in man/*.[1-9]; do echo "share/man/man${page##*.}/${page##*/}"; done
  find examples -type f | sed "s|^|$documentation/|"
  for page in README.md CHANGELOG.md LICENSE; do echo "$documentation/$page"; done
}

# Runs a command as root where the place is not ours to write to.
privileged() {
  local place=$root
  while [ ! -e "$place" ]; do place=$(dirname "$place"); done
  if [ -w "$place" ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "cannot write to $place: become root, or set PREFIX (PREFIX=~/.local)" 73
  fi
}

uninstall() {
  local paths
  mapfile -t paths < <(layout)
  privileged rm -f "${paths[@]/#/$root/}"
  # What is ours alone, and empty now.
  local directory
  for directory in "$root/$documentation" "$root/${program%/*}"; do
    [ ! -d "$directory" ] || privileged find "$directory" -depth -type d -empty -delete
  done
  echo "The tools are gone from $root; databases and settings stay where they are."
}

check_requirements() {
  command -v swift >/dev/null || fail "there is no swift on the PATH: https://www.swift.org/install"
  local missing=() package
  for package in \
    libsimdjson-dev=simdjson libcurl4-openssl-dev=libcurl libsqlite3-dev=sqlite3 \
    libhunspell-dev=hunspell libedit-dev=libedit; do
    pkg-config --exists "${package#*=}" || missing+=("${package%=*}")
  done
  [ "${#missing[@]}" -eq 0 ] ||
    fail "libraries are missing: apt-get install pkg-config g++ ${missing[*]}"
}

# Links what was built for the tools into one program.
link_program() {
  local objects=$work/objects libraries
  clang -O2 -c packaging/coach.c -o "$work/coach.o"
  for tool in "${tools[@]}"; do
    cat "$built/$tool.product/Objects.LinkFileList"
  done | sort -u >"$objects"
  # Not libcurl, which the tools load when they first talk to a server, nor libedit, which a chat loads
  # at a terminal.
  libraries=$(pkg-config --libs simdjson sqlite3 hunspell)
  # shellcheck disable=SC2086 # words, not one
  swiftc -static-stdlib -emit-executable -o "$1" "$work/coach.o" "@$objects" \
    -Xlinker --gc-sections $libraries -lstdc++
  strip "$1"
}

# Writes one file of the layout to a place.
produce() {
  local path=$1 target=$2 name=${1##*/} mode=644
  mkdir -p "$(dirname "$target")"
  case $path in
    bin/*) ln -s "../$program" "$target"; return ;;
    "$program") mode=755; link_program "$target" ;;
    share/bash-completion/*) "$stage/bin/$name" --generate-completion-script bash >"$target" ;;
    share/zsh/*) "$stage/bin/${name#_}" --generate-completion-script zsh >"$target" ;;
    share/fish/*) "$stage/bin/${name%.fish}" --generate-completion-script fish >"$target" ;;
    share/man/*) cp "man/$name" "$target" ;;
    *)
      cp "${path#"$documentation/"}" "$target"
      if [ -x "$target" ]; then mode=755; fi
      ;;
  esac
  chmod "$mode" "$target"
}

install_all() {
  check_requirements
  local options=(-c release --static-swift-stdlib --scratch-path "${BUILD:-.build-release}")
  swift build "${options[@]}"
  built=$(swift build "${options[@]}" --show-bin-path)

  # Everything is made and tried out before anything is put in its place.
  local path
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  stage=$work/stage
  layout | while read -r path; do produce "$path" "$stage/$path"; done
  for path in "${tools[@]}"; do
    "$stage/bin/$path" --version >/dev/null || fail "$path does not run"
  done
  find "$stage" -type d -exec chmod 755 {} +
  # For all, whatever the umask; to preserve modes would change those of directories that are there.
  (
    umask 022
    privileged mkdir -p "$root"
    privileged cp -R --remove-destination "$stage/." "$root/"
  )

  (cd "$root" && du --apparent-size -h "$program")
  echo "Installed below $root. To begin: man coach; a chat: coach-chat | coach-store"
  case :$PATH: in
    *:"$PREFIX/bin":*) ;;
    *) [ -n "$DESTDIR" ] || echo "$PREFIX/bin is not on your PATH." ;;
  esac
}

if [ "$verb" = uninstall ]; then uninstall; else install_all; fi
