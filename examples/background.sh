#!/usr/bin/env bash
# The background analysis and the review of sessions that have ended, for a chat that only stores
# (coach-chat | coach-store). For cron, every minute:
#
#     * * * * * COACH_DB=$HOME/learners.db /path/to/background.sh
#
# Run twice, at the same time, or killed anywhere between, it comes to the same; the lock only keeps
# a slow model from being asked twice.
set -euo pipefail

# Cron sends mail about whatever is said.
export COACH_LOG_LEVEL="${COACH_LOG_LEVEL:-error}"

exec 9>"${XDG_RUNTIME_DIR:-${TMPDIR:-/tmp}}/coach-up-background-$(id -u).lock"
flock --nonblock 9 || exit 0

coach-store query unassessed --with-context | coach-filter --keep-open | coach-assess |
  coach-level | coach-store
coach-store close-idle --idle 20m | coach-summarize | coach-store
