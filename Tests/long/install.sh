#!/usr/bin/env bash
# install.sh, into a directory of its own: all is there and runs, a second time changes nothing, and
# --uninstall leaves nothing. Needs bash-completion's own shells where they are to be tried (zsh, fish).
set -euo pipefail
cd "$(dirname "$0")/../.."

DESTDIR=$(mktemp -d)
trap 'rm -rf "$DESTDIR"' EXIT
export DESTDIR PREFIX=/opt/coach
root=$DESTDIR$PREFIX

fail() {
  echo "install: $1" >&2
  exit 1
}
sums() { (cd "$DESTDIR" && find . -type f -exec sha256sum {} + | sort -k 2); }

# All may run and read what is installed, whatever whoever installs it lets others do with files.
(umask 077 && ./install.sh)
closed=$(find "$DESTDIR/opt" \( -type f ! -perm -444 -o -type d ! -perm -555 \) -print)
[ -z "$closed" ] || fail "not for all: $closed"
first=$(sums)
tools=$(cd "$root/bin" && echo coach-*)
[ "$tools" = "coach-assess coach-chat coach-filter coach-level coach-store coach-summarize" ] ||
  fail "tools: $tools"
for tool in $tools; do
  ! ldd "$root/bin/$tool" | grep -iE 'swift|foundation' || fail "$tool needs Swift to run"
  [ "$(stat -Lc %a "$root/bin/$tool")" = 755 ] || fail "$tool cannot be run by all"
  man -l "$root/share/man/man1/$tool.1" | grep EXAMPLES >/dev/null || fail "$tool has no page"
  bash -n "$root/share/bash-completion/completions/$tool"
  ! command -v zsh >/dev/null || zsh -n "$root/share/zsh/site-functions/_$tool"
  ! command -v fish >/dev/null || fish -n "$root/share/fish/vendor_completions.d/$tool.fish"
done

# The example runs with what was installed and nothing else of ours.
(cd / && env -i PATH="$root/bin:/usr/bin:/bin" HOME="$DESTDIR" LANG=C.UTF-8 \
  "$root/share/doc/coach-up/examples/week.sh" | grep focus_grammar >/dev/null) || fail "week.sh"

# bash completes an option.
completed=$(
  set +eu # as in the shell of a person
  # shellcheck source=/dev/null
  . "$root/share/bash-completion/completions/coach-level"
  COMP_LINE="coach-level --em" COMP_POINT=16 COMP_WORDS=(coach-level --em) COMP_CWORD=1
  COMP_TYPE=9 COMP_KEY=9
  function=$(complete -p coach-level | sed 's/.*-F \([^ ]*\).*/\1/')
  "$function" coach-level --em coach-level
  echo "${COMPREPLY[*]}"
)
[ "${completed% }" = --emit ] || fail "bash completes --em to $completed"

./install.sh >/dev/null
[ "$(sums)" = "$first" ] || fail "a second time is not the first"
./install.sh --uninstall
left=$(find "$DESTDIR" ! -type d)
[ -z "$left" ] || fail "left: $left"

status=0
PREFIX=relative ./install.sh 2>/dev/null || status=$?
[ "$status" -eq 64 ] || fail "a relative PREFIX is status $status"
echo "install: ok"
