#!/usr/bin/env bash
# Makes the pages of section 1 from the tools on the PATH, or with a tool's name writes its page to
# stdout. Needs jq.
#
#     PATH="$(swift build --show-bin-path):$PATH" man/generate.sh
#     man/generate.sh coach-level | man -l -
set -euo pipefail
cd "$(dirname "$0")"

tools=(coach-assess coach-chat coach-filter coach-level coach-store coach-summarize)

page() {
  # The day is that of the whole manual.
  "$1" --experimental-dump-help |
    jq -r -f section1.jq \
      --arg date "$(sed -n 's/^\.Dd //p' coach.7)" --arg other "${tools[*]}"
}

if [ $# -gt 0 ]; then
  page "$1"
else
  for tool in "${tools[@]}"; do page "$tool" >"$tool.1"; done
fi
