#!/usr/bin/env bash
# Prints what coach-store measures, beside peers and in one run: filling all tables, reading back,
# the plan's three reads; with --full also sixteen writers at once, and what is left after kills.
# usage: bench/store.sh [--full] BIN [RECORDS [KILLS]]   (BIN: the folder of the built tools; default
# 300000 records and 200 kills of each sort)
set -euo pipefail
cd "$(dirname "$0")/.."
full=no
if [ "${1-}" = --full ]; then full=yes && shift; fi
bin=$(cd "$1" && pwd)
count=${2:-300000}
runs=${3:-200}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
export COACH_LOG=none
store=$bin/coach-store

say() { printf '\n== %s\n' "$*"; }

# NAME BYTES COMMAND...: the best of three runs; seconds of the clock, of the processor, records and
# megabytes a second, peak of memory.
row() {
  local name=$1 bytes=$2
  shift 2
  for _ in 1 2 3; do
    /usr/bin/time -f '%e %U %S %M' -o "$data/time" "$@" >/dev/null 2>"$data/errors" ||
      { cat "$data/errors" >&2 && return 1; }
    cat "$data/time"
  done | sort -n | head -n 1 | awk -v name="$name" -v bytes="$bytes" -v count="$count" '{
    printf "%-40s %7.2f s %7.2f s of processor %9d records/s %6.0f MB/s %6.1f MB of memory\n",
      name, $1, $2 + $3, count / ($1 + 0.001), bytes / 1000000 / ($1 + 0.001), $4 / 1024 }'
}

python3 bench/generate.py assessments "$count" >"$data/a.jsonl"
bytes=$(stat -c %s "$data/a.jsonl")
sed "s|FILE line|$data/a.jsonl line|" bench/fill.sql >"$data/fill.sql"
cat >"$data/flat.sql" <<SQL
.mode ascii
.separator "\t" "\n"
CREATE TABLE line (raw TEXT);
.import $data/a.jsonl line
CREATE TABLE flat AS SELECT raw->>'id' AS id, raw->>'userId' AS userId, raw->>'sessionId' AS sessionId,
  raw->>'focusId' AS focusId, raw->>'kind' AS kind, raw->>'createdAt' AS createdAt,
  raw->>'groupId' AS groupId, raw->>'score' AS score, raw FROM line;
CREATE INDEX a ON flat (userId); CREATE INDEX b ON flat (sessionId); CREATE INDEX c ON flat (focusId);
CREATE INDEX d ON flat (kind); CREATE INDEX e ON flat (createdAt); CREATE INDEX f ON flat (groupId);
SQL

put() { rm -f "$data"/put.db* && "$store" --db "$data/put.db" "$data/a.jsonl"; }
fill() {
  rm -f "$data"/fill.db*
  "$store" --db "$data/fill.db" </dev/null
  sqlite3 "$data/fill.db" <"$data/fill.sql"
}
flat() { rm -f "$data"/flat.db* && sqlite3 "$data/flat.db" <"$data/flat.sql"; }
export -f put fill flat
export data store

say "$count assessments ($((bytes / 1000000)) MB) into the database, one after the other"
row "coach-store put" "$bytes" bash -c put
row "sqlite3, the same tables" "$bytes" bash -c fill
row "sqlite3 .import, one flat table" "$bytes" bash -c flat
same() {
  sqlite3 "$1" "SELECT count(*), count(DISTINCT user), count(DISTINCT session), sum(score),
    sum(subject % 4), (SELECT count(*) FROM assessment_interaction) FROM assessment"
}
[ "$(same "$data/put.db")" = "$(same "$data/fill.db")" ] ||
  { echo "the two databases differ" >&2 && exit 1; }

say "and out of it again"
row "coach-store query assessments" "$bytes" "$store" query assessments --db "$data/put.db"
row "sqlite3 -json" "$bytes" sqlite3 -json "$data/fill.db" \
  'SELECT * FROM assessment WHERE standing = 1 ORDER BY created_at, pk'
if command -v sqlite-utils >/dev/null; then
  row "sqlite-utils rows --nl" "$bytes" sqlite-utils rows --nl "$data/fill.db" assessment
fi

say "the plan's reads, inside SQLite, at 1000000 assessments (microseconds; the last of ten)"
python3 bench/generate.py assessments 1000000 >"$data/million.jsonl"
"$store" --db "$data/million.db" "$data/million.jsonl"
python3 bench/reads.py "$data/million.db"
rm -f "$data"/million*

[ "$full" = yes ] || exit 0

say "16 processes that put 10000 records each at once"
for n in $(seq 16); do
  python3 bench/generate.py assessments 10000 | sed "s/\"id\":\"ass_/&$n-/; s/\"int_/&$n-/" \
    >"$data/$n.jsonl"
done
start=$(date +%s.%N)
pids=()
for n in $(seq 16); do
  "$store" put --wait 600s --db "$data/many.db" "$data/$n.jsonl" 2>"$data/$n.errors" &
  pids+=($!)
done
failed=0
for pid in "${pids[@]}"; do wait "$pid" || failed=$((failed + 1)); done
awk -v start="$start" -v end="$(date +%s.%N)" -v failed="$failed" 'BEGIN {
  printf "%.1f s, %d processes failed\n", end - start, failed }'
cat "$data"/*.errors
sqlite3 "$data/many.db" "SELECT count(*) || ' stored, ' || count(DISTINCT id) || ' different'
  FROM assessment"
"$store" check --db "$data/many.db" | grep -v '"code":"stub"' || true

say "kill -9 at $runs random moments of a put"
head -n 20000 "$data/a.jsonl" >"$data/some.jsonl"
rows() { "$store" query all --all-versions --db "$1" | sort; }
whole() { rows "$1" | sha256sum; }
# Half a line that a killed stage left is kept as a reject, which no further run takes back.
but_rejects() { rows "$1" | { grep -v '"type":"reject"' || true; } | sha256sum; }
start=$(date +%s%N)
"$store" put --batch 500 --db "$data/whole.db" "$data/some.jsonl"
length=$((($(date +%s%N) - start) / 1000000))
expected=$(whole "$data/whole.db")
kills=0 wrong=0
for _ in $(seq "$runs"); do
  rm -f "$data"/killed.db*
  "$store" put --batch 500 --db "$data/killed.db" "$data/some.jsonl" &
  pid=$!
  sleep "$(awk -v whole="$length" -v random="$RANDOM" \
    'BEGIN { print whole / 1000 * random / 32768 }')"
  kill -9 "$pid" 2>/dev/null && kills=$((kills + 1))
  wait "$pid" 2>/dev/null || true
  if [ -e "$data/killed.db" ]; then
    "$store" check --db "$data/killed.db" >/dev/null || { wrong=$((wrong + 1)) && continue; }
  fi
  "$store" put --batch 500 --db "$data/killed.db" "$data/some.jsonl"
  [ "$(whole "$data/killed.db")" = "$expected" ] || wrong=$((wrong + 1))
done
echo "$kills killed in a put of $length ms, $wrong not mended by running it again"

say "kill -9 of a random stage at $runs random moments of a pipeline"
python3 bench/generate.py interactions 300 >"$data/turns.jsonl"
export bin COACH_NOW=1700000000000
pipeline() {
  "$bin/coach-filter" "$data/turns.jsonl" | "$bin/coach-assess" --provider builtin |
    "$bin/coach-summarize" --all --provider builtin | "$bin/coach-level" |
    "$bin/coach-store" --batch 20 --db "$1"
}
export -f pipeline
start=$(date +%s%N)
pipeline "$data/whole-pipeline.db"
length=$((($(date +%s%N) - start) / 1000000))
expected=$(but_rejects "$data/whole-pipeline.db")
stages=(coach-filter coach-assess coach-summarize coach-level coach-store)
kills=0 wrong=0
for _ in $(seq "$runs"); do
  rm -f "$data"/killed.db*
  # shellcheck disable=SC2016 # the dollar is the other shell's
  setsid bash -c 'pipeline "$1"' _ "$data/killed.db" &
  pid=$!
  sleep "$(awk -v whole="$length" -v random="$RANDOM" \
    'BEGIN { print whole / 1000 * random / 32768 }')"
  # setsid made a session of its own: nothing else can be meant.
  if stage=$(pgrep -s "$pid" -x "${stages[RANDOM % 5]}"); then
    kill -9 "$stage" 2>/dev/null && kills=$((kills + 1))
  fi
  wait "$pid" 2>/dev/null || true
  if [ -e "$data/killed.db" ]; then
    "$store" check --db "$data/killed.db" >/dev/null || { wrong=$((wrong + 1)) && continue; }
  fi
  pipeline "$data/killed.db"
  [ "$(but_rejects "$data/killed.db")" = "$expected" ] || wrong=$((wrong + 1))
done
echo "$kills stages killed in a pipeline of $length ms, $wrong not mended by running it again (rejects apart)"
