#!/usr/bin/env bash
# Prints how coach-filter does on the labelled dialogues in CoachFilterTests/Dialogues: of all turns
# how many have the scope that they deserve, of those worth an assessment and of small talk how many
# are tagged. Of the half that the filter was tuned on every miss is printed, of the other the totals.
set -euo pipefail
cd "$(dirname "$0")/.."
swift test --filter LabelledDialogueTests 2>&1 | grep -E '^(tuning|heldout|  |error)|: error:|✘' 
