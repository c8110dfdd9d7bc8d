#!/usr/bin/env bash
# The suite inside Apache Spark, two workers of one core, gives the records of one process. Takes the
# built tools from the PATH; needs Java 17, and puts PyPI's pyspark (500 MB) into .build/spark.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD

[ -x .build/spark/bin/spark-submit ] || {
  python3 -m venv .build/spark
  .build/spark/bin/pip install -q 'pyspark==4.*'
}

directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
export PATH="$root/.build/spark/bin:$PATH" SPARK_WORKER_DIR="$directory/work"
export COACH_DB="$directory/coach.db" COACH_PROVIDER=builtin COACH_LOG_LEVEL=error
# One clock for both runs, for the records say when they were made.
export COACH_NOW=1768000000000

# Four learners with two weeks each.
coach-chat --context "$root/examples/context.jsonl" <"$root/examples/conversation.jsonl" | coach-store
coach-store query context >context.jsonl
coach-store query sessions interactions >week.jsonl
for learner in 1 2 3 4; do
  for week in 1 2; do
    sed -E "s/\"(sess|int)_/&${learner}_${week}_/g; s/u_mara/u_$learner/g" week.jsonl
  done
done >archive.jsonl

coach-filter --context context.jsonl archive.jsonl | coach-assess --context context.jsonl |
  coach-summarize | coach-level --context context.jsonl | LC_ALL=C sort >one
spark-submit --master 'local-cluster[2,1,1024]' --conf spark.ui.enabled=false \
  "$root/examples/spark/coach_spark.py" --context context.jsonl archive.jsonl judged 2>spark.log ||
  { tail -n 40 spark.log >&2 && exit 1; }
cat judged/part-* | LC_ALL=C sort >spark
cmp one spark
grep -q '"type":"level"' one
echo "spark: ok, $(wc -l <one) records of $(find judged -name 'part-*' -size +0 | wc -l) partitions"
