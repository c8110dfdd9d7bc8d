#!/usr/bin/env python3
"""Write synthetic records for the benches; the same numbers give the same bytes.

usage: generate.py interactions|assessments COUNT > FILE.jsonl
"""
import json
import random
import sys

WORDS = ("I you we they the a an to of and in on for with our new product market price team client "
         "meeting yesterday tomorrow week call send think maybe probably please would could should "
         "improve explain discuss agree offer plan report number answer question clear short strong "
         "because however also really very just value month customer support deliver better").split()
FOCUSES = ["focus_grammar", "focus_clarity", "focus_assertiveness"]
START = 1_692_453_123_456


def text(rng, low, high):
    words = [rng.choice(WORDS) for _ in range(rng.randint(low, high))]
    return " ".join(words).capitalize() + "."


def interaction(rng, n):
    return {"type": "interaction", "id": f"int_{n:032x}", "userId": f"u_{n % 500}",
            "sessionId": f"sess_{n // 25:032x}", "userText": text(rng, 15, 35),
            "aiResponse": text(rng, 10, 25), "timestamp": START + n * 45_000,
            "provider": "builtin", "modelId": "rules-1"}


def assessment(rng, n):
    return {"type": "assessment", "id": f"ass_{n:032x}", "userId": f"u_{n % 500}",
            "sessionId": f"sess_{n // 25:032x}", "interactionIds": [f"int_{n // 3:032x}"],
            "focusId": FOCUSES[n % 3], "kind": "interaction", "category": "progress",
            "score": rng.randint(1, 10), "explanationText": text(rng, 12, 20),
            "rubricVersion": "v1", "provider": "builtin", "modelId": "rules-1",
            "createdAt": START + n // 3 * 45_000, "assessedAt": START + n * 15_000}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("interactions", "assessments"):
        sys.exit(__doc__)
    make = interaction if sys.argv[1] == "interactions" else assessment
    rng = random.Random(1)
    for n in range(int(sys.argv[2])):
        sys.stdout.write(json.dumps(make(rng, n), separators=(",", ":")) + "\n")


main()
