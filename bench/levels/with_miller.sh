#!/bin/sh
# Levels as coach-level makes them, by Miller. usage: with_miller.sh FILE
# shellcheck disable=SC2016 # the dollars are Miller's
exec mlr --ijsonl --onidx --ofs tab --ofmt %.6f \
  filter '$category == "progress" && $kind != "session_summary" && is_not_empty($score) && is_not_empty($focusId)' \
  'then' cut -o -f userId,focusId,id,createdAt,score \
  'then' sort -nf createdAt -f id \
  'then' tail -n 20 -g userId,focusId \
  'then' step -a ewma -d 0.3 -o ema -f score -g userId,focusId \
  'then' tail -n 1 -g userId,focusId \
  'then' cut -f userId,focusId,score_ewma_ema \
  'then' sort -f userId,focusId "$1"
