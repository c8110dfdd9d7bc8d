"""Runs commands and says how long they took and how much memory they had."""

import dataclasses
import json
import os
import shlex
import subprocess
import tempfile

# A command that takes longer is run once.
SLOW = 10.0


@dataclasses.dataclass
class Timing:
    """The least and the median time of the clock, the processor's time (seconds), and the peak of
    memory (MB) of so many runs."""

    least: float
    median: float
    processor: float
    memory: float
    runs: int


def once(command, given=None, output=None):
    """Runs a command once: its Timing, and its output where none is named."""
    with tempfile.NamedTemporaryFile("r") as figures, open(given or os.devnull, "rb") as source:
        process = subprocess.run(
            ["/usr/bin/time", "-q", "-f", "%e %U %S %M", "-o", figures.name, *command],
            stdin=source, stdout=output or subprocess.PIPE, stderr=subprocess.PIPE, check=False,
        )
        if process.returncode != 0:
            raise SystemExit(f"{shlex.join(command)}\nended with {process.returncode}: "
                             + process.stderr.decode(errors="replace"))
        seconds, user, system, memory = map(float, figures.read().split())
    return Timing(seconds, seconds, user + system, memory / 1024, 1), process.stdout


def by_hyperfine(command, runs):
    """Runs a command by hyperfine, without a shell."""
    with tempfile.NamedTemporaryFile("r") as figures:
        subprocess.run(
            ["hyperfine", "-N", "--style", "none", "--warmup", "1", "--runs", str(runs),
             "--export-json", figures.name, shlex.join(command)],
            check=True, stdout=subprocess.DEVNULL,
        )
        result = json.load(figures)["results"][0]
    return result["min"], result["median"], result["user"] + result["system"]


def timed(command, runs):
    """The Timing of a command, and its output; of a slow one that of a single run."""
    single, output = once(command)
    if single.least > SLOW or runs < 2:
        return single, output
    least, median, processor = by_hyperfine(command, runs)
    return Timing(least, median, processor, single.memory, runs), output
