"""Reads every record of a file by orjson. usage: reading_orjson.py FILE"""

import sys

import orjson

with open(sys.argv[1], "rb") as file:
    print(sum(1 for line in file if orjson.loads(line)))
