#!/usr/bin/env bash
# The analysis of an archive over all cores with GNU parallel. Records are sorted so that a session's
# lines stand together, and no session is cut in two; what comes out is, byte for byte, what one process
# makes of the same input.
#
#     coach-store query sessions interactions | examples/parallel.sh > judged.jsonl
#     coach-store query context > context.jsonl
#     CONTEXT=context.jsonl JOBS=8 examples/parallel.sh interactions.jsonl > judged.jsonl
#     JOBS=1 examples/parallel.sh interactions.jsonl > judged.jsonl        # one process
#
# BLOCK (default 256k) is how much a process gets at least before the next one is started.
#
# The sessions must have ended (their last line has an endTime; coach-store close-idle ends those that
# nobody ended), for what a session leaves open is closed at the end of the input, and each process has
# an end of its own. Levels are a learner's, not a session's: they move behind, in one process.
set -euo pipefail
context=${CONTEXT:-/dev/null}
jobs=${JOBS:-$(nproc)}
export context

# What has to be done to a session; in one process as in many.
analyse() {
  coach-filter --context "$context" |
    coach-assess --jobs 1 --context "$context" |
    coach-summarize
}
export -f analyse

# Each line behind its session and a tab. jq reads lines as text here, for a number that it would
# write again (1.10 as 1.1) is not the same record.
keyed() {
  jq -Rr '. as $line | fromjson
    | [(if .type == "session" then .id else .sessionId end) // "", $line] | join("\t")' "$@"
}

split() {
  if [ "$jobs" -eq 1 ]; then
    cut -f 2- | analyse
  else
    # `--groupby` cuts between sessions alone, `--keep-order` puts the pieces together again.
    parallel --will-cite --jobs "$jobs" --halt now,fail=1 --keep-order --pipe --block "${BLOCK:-256k}" \
      --colsep '\t' --groupby 1 'set -o pipefail; cut -f 2- | analyse'
  fi
}

keyed "$@" |
  # Stable, so that a session's own lines stay in order.
  LC_ALL=C sort --stable --field-separator=$'\t' --key=1,1 |
  split |
  coach-level --context "$context"
