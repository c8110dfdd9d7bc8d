"""Levels as coach-level makes them, by Python with orjson. usage: with_orjson.py FILE"""

import collections
import functools
import sys

import orjson

windows = collections.defaultdict(list)
with open(sys.argv[1], "rb") as file:
    for line in file:
        record = orjson.loads(line)
        if (
            record["category"] == "progress" and record["kind"] != "session_summary"
            and record["score"] is not None and record["focusId"] is not None
        ):
            windows[record["userId"], record["focusId"]].append(
                (record["createdAt"], record["id"], record["score"])
            )
for user, focus in sorted(windows):
    scores = [score for _, _, score in sorted(windows[user, focus])[-20:]]
    ema = functools.reduce(lambda ema, score: ema + 0.3 * (score - ema), scores)
    print(user, focus, f"{ema:.6f}", sep="\t")
