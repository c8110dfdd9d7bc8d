#!/usr/bin/env python3
"""The suite inside Apache Spark: where those go on whom one machine does not suffice.

The tools are plain filters, so Spark runs them as they are. A learner's records must not be split,
for the filter looks back in a session and a level stands on all of a learner's scores: records are
partitioned by user and sorted by time, and each partition goes through the pipeline as it would on
one machine. The records that come out are the same, however many partitions there are.

    pip install pyspark                         # and Java 17
    coach-store query sessions interactions > archive.jsonl
    coach-store query context > context.jsonl
    spark-submit --master spark://… examples/spark/coach_spark.py --context context.jsonl \\
      archive.jsonl judged

INPUT is what Spark reads as text: a file, a directory, a store of objects; its sessions have ended.
The tools and the context must be on every node, the tools on the PATH. What COACH_* and the keys of
providers are here, they are there.
"""

import argparse
import json
import os
import shlex
import zlib

from pyspark.sql import SparkSession

PIPELINE = """
coach-filter --context "$CONTEXT" | coach-assess --context "$CONTEXT" | coach-summarize |
  coach-level --context "$CONTEXT"
"""


def key(line):
    """Whose record this is, when it was, and its place among those of the same moment."""
    record = json.loads(line)
    time = record.get("timestamp") or record.get("endTime") or record.get("startTime") or 0
    rank = 2 if record.get("endTime") else 1 if "timestamp" in record else 0
    return record.get("userId", ""), time, rank


def partition(key):
    """The partition of a user: a hash that is the same in every process, as Python's own is not."""
    return zlib.crc32(key[0].encode())


def environment(context):
    """What the tools need of the environment; Spark passes on nothing by itself."""
    names = ("PATH", "HOME", "LANG", "DICPATH", "COACH_", "OPENAI_", "ANTHROPIC_")
    return {name: value for name, value in os.environ.items() if name.startswith(names)} | {
        # From the root, since a worker is in a directory of its own.
        "CONTEXT": os.path.abspath(context)
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input")
    parser.add_argument("output", help="a directory, which Spark makes")
    parser.add_argument("--context", default="/dev/null", help="users, their focuses and levels")
    parser.add_argument("--partitions", type=int, default=4, help="how many pipelines there are")
    options = parser.parse_args()

    spark = SparkSession.builder.appName("coach-up").getOrCreate()
    # A stage that fails fails its partition, which Spark then runs again.
    command = shlex.join(["bash", "-o", "pipefail", "-c", PIPELINE])
    (
        spark.sparkContext.textFile(options.input)
        .map(lambda line: (key(line), line))
        .repartitionAndSortWithinPartitions(options.partitions, partition)
        .values()
        .pipe(command, env=environment(options.context), checkCode=True)
        .saveAsTextFile(options.output)
    )
    spark.stop()


if __name__ == "__main__":
    main()
