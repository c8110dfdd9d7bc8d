#!/usr/bin/env bash
# bench/run.sh in its short form: every section comes out with figures in it, and the drawing. That the
# peers come to the same levels it checks itself, and ends with a status if they do not.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() {
  echo "bench: $1" >&2
  exit 1
}

page=.build-bench/RESULTS.md
rm -f "$page" .build-bench/growth.png
bench/run.sh --quick >/dev/null
for row in 'coach-chat --version' 'assessments, whole' '| duckdb |' '| coach-filter, all rules |' \
  'coach-store put' 'coach-chat, to the first word' '| 100,000 |' '| coach-summarize | 100,000'; do
  grep -F "$row" "$page" | grep '[1-9]' >/dev/null || fail "no figure for $row"
done
# The signature of a PNG.
[ "$(head -c 8 .build-bench/growth.png | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ] ||
  fail 'no drawing'
git diff --quiet -- bench/RESULTS.md bench/growth.png || fail 'the page that is checked in has changed'
