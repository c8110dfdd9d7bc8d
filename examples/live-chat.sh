#!/usr/bin/env bash
# A live chat that is stored as it goes. A reply is in the database and in a journal of plain JSON
# Lines before anything else happens to it; the analysis runs behind the chat and may fail, and the
# chat goes on.
#
#     examples/live-chat.sh                                # at a terminal: Ctrl-D ends it
#     examples/live-chat.sh < examples/conversation.jsonl  # messages from a file
#
# COACH_DB names the database, COACH_JOURNAL the journal (default: beside the database).
set -euo pipefail

directory=${XDG_DATA_HOME:-$HOME/.local/share}/coach-up
: "${COACH_DB:=$directory/coach.db}" "${COACH_JOURNAL:=${COACH_DB%.db}.journal.jsonl}"
export COACH_DB
(umask 077 && mkdir -p "$(dirname "$COACH_DB")" && : >>"$COACH_JOURNAL")

# The learner's focuses and levels, so that the coach goes on where it stopped. A first run has none.
context=$(mktemp)
trap 'rm -f "$context"' EXIT
[ ! -e "$COACH_DB" ] || coach-store query context >"$context"

# The analysis is a process substitution on a descriptor of its own: `pipefail` holds in it too, and
# `wait` has its status in the end.
exec {analysis}> >(
  coach-filter --context "$context" |
    coach-assess --context "$context" |
    coach-summarize | coach-level | coach-store
)
process=$!

# `tee -i`, because Ctrl-C stops a reply and not the chat, as the suite's own tools know; `-p`, because
# the journal goes on where the analysis has ended.
status=0
coach-chat --context "$context" | coach-store --tee | tee -pia "$COACH_JOURNAL" >&"$analysis" ||
  status=$?
exec {analysis}>&-
wait "$process" || status=$?
exit "$status"
