#!/usr/bin/env bash
# One learner's week, 38 messages, through the whole pipeline into a database of its own, and what came
# of it. No key, no network. Needs the tools on the PATH and jq.
set -euo pipefail
examples=$(dirname "$0")

directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
export COACH_DB="$directory/coach.db" COACH_PROVIDER=builtin

coach-chat --context "$examples/context.jsonl" <"$examples/conversation.jsonl" |
  coach-store --tee |
  coach-filter |
  coach-assess |
  coach-summarize |
  coach-level |
  coach-store

echo "Her levels by focus:"
coach-store query levels --user u_mara --format table

echo
echo "Her top errors:"
coach-store top-errors --user u_mara --format table

echo
echo "The review of her last session:"
coach-store query assessments --user u_mara --kind session_summary --last 1 |
  jq -r .explanationText | fold -s -w 80
