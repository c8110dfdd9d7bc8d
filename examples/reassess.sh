#!/usr/bin/env bash
# Judges an archive again, session by session, with another rubric or model: old judgements stay, the
# new ones stand, and the levels follow. Turns that no filter has seen are filtered first. It says how
# far it is, and may be killed at any time: the same command goes on with the session that it was at.
#
#     examples/reassess.sh                                            # everything, as it is set up
#     examples/reassess.sh --since 2026-01-01 --until 2026-02-01 -- --provider openai --model gpt-5-mini
#
# Before `--` stand options of `coach-store query sessions`, behind it those of coach-assess. How far
# it is lies in $XDG_STATE_HOME/coach-up, by options and database; `rm` it to begin anew.
set -euo pipefail

selection=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  selection+=("$1")
  shift
done
[ $# -eq 0 ] || shift

database=${COACH_DB:-${XDG_DATA_HOME:-$HOME/.local/share}/coach-up/coach.db}
state=${XDG_STATE_HOME:-$HOME/.local/state}/coach-up
mkdir -p "$state"
job=$(printf '%s\n' "$(realpath "$database")" "${selection[@]}" -- "$@" | sha256sum | cut -c 1-16)
finished="$state/reassess-$job"
touch "$finished"
# One run at a time: two would pay for the same judgements.
exec {lock}>"$finished.lock"
flock -n "$lock" || {
  echo "reassess: another run of the same job is at work" >&2
  exit 75
}

# The sessions that are still to do, the oldest first.
sessions=$(coach-store query sessions "${selection[@]}" | jq -r .id)
mapfile -t todo < <(grep -vxFf "$finished" <<<"$sessions" | grep .)
before=$(wc -l <"$finished")
total=$((before + ${#todo[@]}))
start=$(date +%s)
[ "$total" -gt 0 ] || {
  echo "reassess: nothing was judged: no session is stored that was asked for" >&2
  exit 1
}

unjudged=0
for index in "${!todo[@]}"; do
  session=${todo[index]}
  # What has a scope keeps it, and gives the evaluations that it gave: the filter's work is on what was
  # only chatted and stored. What it leaves open belongs to a session that goes on.
  judgements=$(coach-store query sessions interactions evaluations --session "$session" --with-context |
    coach-filter --keep-open | coach-assess "$@" | coach-level | coach-store --wait 5m --tee |
    jq -rn '[inputs | select(.type == "assessment") | .judgement.id] | unique | length')
  # Written only when all of it is stored: `pipefail` saw every stage end well. A session of which
  # nothing was judged is looked at again the next time: that costs nothing.
  if [ "$judgements" -gt 0 ]; then
    printf '%s\n' "$session" >>"$finished"
  else
    unjudged=$((unjudged + 1))
  fi
  done=$((index + 1))
  left=$((($(date +%s) - start) * (${#todo[@]} - done) / done))
  printf 'reassess: %d of %d sessions, about %02d:%02d:%02d left\n' \
    "$((before + done))" "$total" "$((left / 3600))" "$((left / 60 % 60))" "$((left % 60))" >&2
done
if [ "$unjudged" -eq "$total" ]; then
  echo "reassess: nothing was judged: coach-filter found no turn to assess in $total sessions" >&2
  exit 1
fi
[ "$unjudged" -eq 0 ] || echo "reassess: $unjudged of them had no turn to assess" >&2
echo "reassess: done, $total sessions" >&2
