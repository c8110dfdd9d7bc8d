#!/usr/bin/env bash
# Builds for release and puts a load on the tools that ask models: chats side by side, assessments and
# summaries against a server with faults, and the first token beside curl's.
# usage: bench/load.sh [CHATS]   (default 1000)
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=.build-bench

build=(swift build -c release --static-swift-stdlib --scratch-path "$scratch")
for product in coach-chat coach-assess coach-summarize fault-server; do
  "${build[@]}" --product "$product" >"$scratch.log" 2>&1 || { cat "$scratch.log" && exit 1; }
done
rm "$scratch.log"
python3 bench/load.py "$("${build[@]}" --show-bin-path)" "$@"
