#!/usr/bin/env python3
"""Write synthetic records for the benches; the same numbers give the same bytes.

usage: generate.py interactions|assessments COUNT > FILE.jsonl
"""
import itertools
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


def interactions(rng, count):
    for n in range(count):
        yield json.dumps(interaction(rng, n), separators=(",", ":"))


def assessments(rng, count):
    # Ten millions are asked for: the texts come out of a bag, and nothing is encoded one by one.
    texts = [text(rng, 12, 20) for _ in range(4096)]
    for n in range(count):
        yield (
            f'{{"type":"assessment","id":"ass_{n:032x}","userId":"u_{n % 500}",'
            f'"sessionId":"sess_{n // 25:032x}","interactionIds":["int_{n // 3:032x}"],'
            f'"focusId":"{FOCUSES[n % 3]}","kind":"interaction","category":"progress",'
            f'"score":{rng.randrange(10) + 1},"explanationText":"{texts[rng.randrange(4096)]}",'
            f'"rubricVersion":"v1","provider":"builtin","modelId":"rules-1",'
            f'"createdAt":{START + n // 3 * 45_000},"assessedAt":{START + n * 15_000}}}'
        )


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("interactions", "assessments"):
        sys.exit(__doc__)
    make = interactions if sys.argv[1] == "interactions" else assessments
    lines = make(random.Random(1), int(sys.argv[2]))
    while block := list(itertools.islice(lines, 4096)):
        sys.stdout.write("\n".join(block) + "\n")


main()
