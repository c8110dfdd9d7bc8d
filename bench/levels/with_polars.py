"""Levels as coach-level makes them, by polars. usage: with_polars.py FILE"""

import sys

import polars

SCHEMA = {
    "id": polars.String, "userId": polars.String, "focusId": polars.String, "kind": polars.String,
    "category": polars.String, "score": polars.Float64, "createdAt": polars.Int64,
}
column = polars.col

levels = (
    polars.scan_ndjson(sys.argv[1], schema=SCHEMA)
    .filter(
        column("category") == "progress", column("kind") != "session_summary",
        column("score").is_not_null(), column("focusId").is_not_null(),
    )
    .group_by("userId", "focusId")
    .agg(
        column("score").sort_by("createdAt", "id").tail(20)
        .ewm_mean(alpha=0.3, adjust=False).last().alias("ema")
    )
    .sort("userId", "focusId")
    .collect(engine="streaming")
)
for user, focus, ema in levels.iter_rows():
    print(user, focus, f"{ema:.6f}", sep="\t")
