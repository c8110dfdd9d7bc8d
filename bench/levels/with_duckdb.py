"""Levels as coach-level makes them, by duckdb. usage: with_duckdb.py FILE"""

import sys

import duckdb

QUERY = """
    SELECT userId, focusId,
           list_reduce(list(score ORDER BY createdAt, id), lambda ema, next: ema + 0.3 * (next - ema))
    FROM (
        SELECT * FROM read_json(?, format = 'newline_delimited', columns = {
            id: 'VARCHAR', userId: 'VARCHAR', focusId: 'VARCHAR', kind: 'VARCHAR',
            category: 'VARCHAR', score: 'DOUBLE', createdAt: 'BIGINT'})
        WHERE category = 'progress' AND kind <> 'session_summary'
          AND score IS NOT NULL AND focusId IS NOT NULL
        QUALIFY row_number() OVER (
            PARTITION BY userId, focusId ORDER BY createdAt DESC, id DESC) <= 20
    )
    GROUP BY ALL ORDER BY ALL
"""

for user, focus, ema in duckdb.execute(QUERY, [sys.argv[1]]).fetchall():
    print(user, focus, f"{ema:.6f}", sep="\t")
