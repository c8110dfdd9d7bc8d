#!/usr/bin/env python3
"""Time the plan's three reads (§4) in a database of coach-store, with the SQL that it uses.

usage: reads.py FILE.db
"""
import sqlite3
import sys
import time

READS = {
    "last 20 assessments by focus": """
        SELECT raw FROM assessment INDEXED BY assessment_by_focus
        WHERE focus = (SELECT pk FROM focus WHERE id = 'focus_clarity')
          AND raw IS NOT NULL AND standing = 1
        ORDER BY created_at DESC, pk DESC LIMIT 20""",
    "latest session_summary of a session": """
        SELECT raw FROM assessment INDEXED BY assessment_by_session
        WHERE session = (SELECT pk FROM session WHERE id = :session) AND kind = 'session_summary'
          AND raw IS NOT NULL AND standing = 1
        ORDER BY created_at DESC, pk DESC LIMIT 1""",
    "all assessments of a groupId": """
        SELECT raw FROM assessment INDEXED BY assessment_by_group
        WHERE evaluation = (SELECT pk FROM evaluation WHERE id = :group)
          AND evaluation IS NOT NULL AND raw IS NOT NULL AND standing = 1
        ORDER BY created_at, pk""",
}
# The generated assessments have neither summaries nor groups: some are made of them here.
SETUP = """
    INSERT INTO evaluation (id) VALUES ('grp_1');
    UPDATE assessment SET evaluation = last_insert_rowid() WHERE pk BETWEEN 500000 AND 500004;
    UPDATE assessment SET kind = 'session_summary', turns = 0 WHERE pk % 25 = 0;
"""


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    db = sqlite3.connect(sys.argv[1])
    db.executescript(SETUP)
    session, = db.execute(
        "SELECT session.id FROM assessment JOIN session ON session.pk = session WHERE "
        "assessment.pk = 500000").fetchone()
    for name, sql in READS.items():
        for _ in range(10):
            start = time.perf_counter()
            rows = db.execute(sql, {"session": session, "group": "grp_1"}).fetchall()
            took = time.perf_counter() - start
        print(f"{name:<40} {took * 1e6:7.0f} µs, {len(rows)} records")


main()
