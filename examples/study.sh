#!/usr/bin/env bash
# A study of one learner, from the store alone: where she stands, how the scores of each focus went
# week by week, which errors she makes more and less often, and the reviews of her sessions as text.
#
#     examples/study.sh u_mara
#     examples/study.sh u_mara --since 2026-01-01      # of a time: options of coach-store query
set -euo pipefail
user=${1:?usage: study.sh USER [OPTION …]}
shift

echo "Levels"
coach-store query levels --user "$user" --format table

echo
echo "Scores by focus and week: how many, their mean, the lowest and the highest"
coach-store query assessments --user "$user" --category progress "$@" |
  jq -rn '
    [inputs | select(.focusId != null and .score != null)
     | {focus: .focusId, week: (.createdAt / 1000 | gmtime | strftime("%G-W%V")), score}]
    | group_by([.focus, .week])[] | map(.score) as $scores
    | [.[0].focus, .[0].week, ($scores | length), ($scores | add / length * 10 | round / 10),
       ($scores | min), ($scores | max)] | @tsv' |
  column -t -s $'\t'

echo
echo "Errors by week"
coach-store query assessments --user "$user" --category error "$@" |
  jq -r '(.createdAt / 1000 | gmtime | strftime("%G-W%V")) as $week
    | .errors[] | [$week, .key] | @tsv' |
  sort | uniq -c | sort -k2,2 -k1,1nr -k3,3 |
  awk -v OFS='\t' '{ print $2, $1, $3 }' | column -t -s $'\t'

echo
echo "Which of them come more or less often"
coach-store top-errors --user "$user" "$@" --format table

echo
echo "Reviews"
coach-store query assessments --user "$user" --kind session_summary "$@" |
  jq -r '(.createdAt / 1000 | gmtime | strftime("%Y-%m-%d")) + "  " + .explanationText' |
  fold -s -w 96
