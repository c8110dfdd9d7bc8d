#!/usr/bin/env bash
# Builds for release and prints what the suite measures of itself: reading, filtering, judging,
# levels, storing, start-up and memory; peers that are installed (jq, sqlite3, Python with orjson)
# beside it, in the same run.
# usage: bench/run.sh [RECORDS]   (default 300000)
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-300000}
scratch=.build-bench

say() { printf '\n== %s\n' "$*"; }

swift build -c release --static-swift-stdlib --scratch-path "$scratch" >"$scratch.log" 2>&1 ||
  { cat "$scratch.log" && exit 1; }
rm "$scratch.log"
bin=$(swift build -c release --static-swift-stdlib --scratch-path "$scratch" --show-bin-path)
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
export COACH_LOG=none
python3 bench/generate.py interactions "$count" >"$data/interactions.jsonl"
python3 bench/generate.py assessments "$count" >"$data/assessments.jsonl"

# The best of three runs (of one that takes over 10 s, that one), in seconds; the second column is
# the peak of memory in KiB.
best() {
  for _ in 1 2 3; do
    /usr/bin/time -f '%e %M' -o "$data/time" "$@" >/dev/null 2>"$data/errors" ||
      { cat "$data/errors" >&2 && return 1; }
    cat "$data/time"
    awk '{ exit $1 > 10 }' "$data/time" || break
  done | sort -n | head -n 1
}

# NAME COMMAND...: seconds, records a second, peak of memory.
row() {
  local name=$1 seconds memory
  shift
  read -r seconds memory < <(best "$@")
  awk -v name="$name" -v seconds="$seconds" -v memory="$memory" -v count="$count" 'BEGIN {
    printf "%-34s %8.2f s %12d records/s %7.1f MB\n", name, seconds, count / (seconds + 0.001), memory / 1024 }'
}

say "the machine: $(nproc) cores, $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)"

say "reading, one core (MB/s; five fields looked at, then whole records)"
for depth in fields records; do
  for kind in interactions assessments; do
    printf '%-8s %-13s' "$depth" "$kind"
    for _ in 1 2 3; do "$bin/bench-reading" "$depth" "$data/$kind.jsonl"; done |
      sort -t, -k3 -n -r | head -n 1
  done
done

say "$count records through a tool, and through its peers"
row "coach-level" "$bin/coach-level" --only "$data/assessments.jsonl"
if command -v jq >/dev/null; then
  # shellcheck disable=SC2016 # the dollars are jq's
  row "jq: mean score by user and focus" jq -n \
    'reduce inputs as $r ({}; .[$r.userId + $r.focusId] += [$r.score]) | map_values(add / length)' \
    "$data/assessments.jsonl"
fi
if python3 -c 'import orjson' 2>/dev/null; then
  cat >"$data/levels.py" <<'PYTHON'
import collections, orjson, sys
windows = collections.defaultdict(list)
for line in open(sys.argv[1], "rb"):
    record = orjson.loads(line)
    windows[record["userId"], record["focusId"]].append((record["createdAt"], record["id"], record["score"]))
for key, scores in windows.items():
    scores.sort()
    ema = scores[-20:][0][2]
    for score in scores[-20:][1:]:
        ema += 0.3 * (score[2] - ema)
    print(key, ema)
PYTHON
  row "Python + orjson: the same levels" python3 "$data/levels.py" "$data/assessments.jsonl"
fi
row "coach-filter" "$bin/coach-filter" "$data/interactions.jsonl"
head -n $((count / 10)) "$data/interactions.jsonl" >"$data/tenth.jsonl"
count=$((count / 10)) row "coach-assess --all (a tenth of them)" \
  "$bin/coach-assess" --all --provider builtin "$data/tenth.jsonl"
bench/store.sh "$bin" "$count"

say "start of a tool (--version)"
for tool in coach-chat coach-filter coach-assess coach-summarize coach-level coach-store; do
  if command -v hyperfine >/dev/null; then
    hyperfine -N --warmup 5 --runs 30 --export-json "$data/start.json" "$bin/$tool --version" \
      >/dev/null 2>&1
    printf '%-16s %5.1f ms, %d MB\n' "$tool" \
      "$(awk -F'[:,]' '/"mean"/ { print $2 * 1000; exit }' "$data/start.json")" \
      "$(($(stat -c %s "$bin/$tool") / 1000000))"
  fi
done
