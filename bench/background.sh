#!/usr/bin/env bash
# Kills the background analysis and the review of sessions at random moments, and expects that the
# next undisturbed run comes to what the live pipeline comes to.
#
#     bench/background.sh [RUNS] [DIRECTORY OF THE TOOLS]
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-200}
tools=$(realpath "${2:-.build/release}")
root=$PWD
export PATH="$tools:$PATH" COACH_LOG=none LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# A day after the last message, so that every session is over.
last=$(jq -s 'map(.timestamp) | max' "$root/examples/conversation.jsonl")
export COACH_NOW=$((last + 86400000))

chat() {
  coach-chat --context "$root/examples/context.jsonl" "$root/examples/conversation.jsonl"
}
analyse() {
  coach-store query unassessed --with-context --db "$1" | coach-filter --keep-open |
    coach-assess | coach-level | coach-store --db "$1"
}
review() {
  coach-store close-idle --db "$1" | coach-summarize | coach-store --db "$1"
}
rows() {
  coach-store query all --all-versions --db "$1" |
    jq -cS 'select(.type != "reject") | walk(if type == "object" then del(.assessedAt) else . end)' |
    sort
}

chat | coach-store --db live.db --tee | coach-filter | coach-assess | coach-summarize |
  coach-level | coach-store --db live.db
rows live.db >expected
chat | coach-store --db chat.db
start=$(date +%s%N)
cp chat.db undisturbed.db
analyse undisturbed.db
review undisturbed.db
milliseconds=$((($(date +%s%N) - start) / 1000000))
rows undisturbed.db | diff -q expected - >/dev/null || {
  echo "an undisturbed run does not come to what the live pipeline does" >&2
  exit 1
}

failures=0
for run in $(seq "$runs"); do
  rm -f killed.db*
  cp chat.db killed.db
  # A process group of its own, of which one member is killed.
  setsid bash -c "$(declare -f analyse review); analyse killed.db; review killed.db" 2>/dev/null &
  leader=$!
  moment=$((RANDOM % (milliseconds + 1)))
  sleep "$((moment / 1000)).$(printf "%03d" $((moment % 1000)))"
  victim=$(pgrep -g "$leader" coach- | shuf -n 1 || true)
  [ -z "$victim" ] || kill -9 "$victim" 2>/dev/null || true
  wait "$leader" || true
  analyse killed.db
  review killed.db
  if ! rows killed.db | diff expected - >"difference-$run" ||
    ! coach-store check --db killed.db >/dev/null; then
    failures=$((failures + 1))
    head -n 4 "difference-$run" >&2
  fi
  rm -f "difference-$run"
done
echo "background jobs killed: $runs runs, $failures that a further run did not mend"
[ "$failures" -eq 0 ]
