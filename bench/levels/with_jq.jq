# Levels as coach-level makes them. usage: jq -rn -f with_jq.jq FILE
[inputs | select(.category == "progress" and .kind != "session_summary" and .score != null and .focusId != null)
  | [.userId + "\t" + .focusId, .createdAt, .id, .score]]
| group_by(.[0])[]
| (sort | .[-20:] | map(.[3])) as $scores
| [.[0][0], reduce $scores[1:][] as $score ($scores[0]; . + 0.3 * ($score - .))]
| join("\t")
