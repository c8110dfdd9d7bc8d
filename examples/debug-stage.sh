#!/usr/bin/env bash
# What one stage makes of one session, looked at by itself. `--only` has a stage write its own records
# alone, and the store is where its input comes from, so nothing is asked of a model twice and
# nothing is stored.
#
#     examples/debug-stage.sh sess_04ed7f8cec68f0759fb2dd5070cde2cc
#     examples/debug-stage.sh sess_04ed7f8cec68f0759fb2dd5070cde2cc --min-severity high
#
# What follows the session goes to coach-filter.
set -euo pipefail
session=${1:?usage: debug-stage.sh SESSION [OPTION …]}
shift

echo "coach-filter: what is to be assessed of each turn, and why"
coach-store query interactions --session "$session" --with-context |
  coach-filter --retag --only "$@" |
  jq -r 'select(.type == "interaction")
    | [.scope.kind, (.scope.triggers | join(",")), .scope.reason, .userText[:48]] | @tsv' |
  column -t -s $'\t'

echo
echo "coach-filter: the turns that it groups"
coach-store query interactions --session "$session" --with-context |
  coach-filter --retag --only "$@" |
  jq -r 'select(.type == "evaluation")
    | "\(.id): \(.interactionIds | length) of \(.turns | length) turns to score, \(.task // "no task")"'

echo
echo "coach-assess: what it finds in them"
coach-store query interactions --session "$session" --with-context |
  coach-filter --retag "$@" |
  coach-assess --only |
  jq -r 'select(.category == "error") | .errors[] | [.severity, .key, .message] | @tsv' |
  column -t -s $'\t'
