#!/usr/bin/env python3
"""Measure the tools beside their peers, and write it down.

usage: measure.py TOOLS PEERS RESULTS [--quick]

TOOLS is the folder of the built tools, PEERS that of the peers' Python, RESULTS the page to be
written; the drawing growth.png comes beside it. --quick takes fewer and smaller runs.
"""

import contextlib
import io
import math
import os
import subprocess
import sys
import tempfile

import load
from report import Report, draw, said
from timing import Timing, once, timed

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = ["coach-chat", "coach-filter", "coach-assess", "coach-summarize", "coach-level",
         "coach-store"]
# Beyond so many records a peer takes too long for the whole to end in time.
MOST_FOR = {"jq": 1_000_000, "miller": 1_000_000}


class Bench:
    def __init__(self, tools, peers, results, quick):
        self.tools, self.peers, self.results, self.quick = tools, peers, results, quick
        self.report = Report()
        self.count = 30_000 if quick else 300_000
        self.runs = 3 if quick else 7
        self.folder = tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR"))

    def tool(self, name):
        return f"{self.tools}/{name}"

    def python(self, *arguments):
        return [f"{self.peers}/bin/python", *arguments]

    def file(self, kind, count):
        """A file of so many records, made where it is not there yet."""
        name = f"{self.folder.name}/{kind}-{count}.jsonl"
        if not os.path.exists(name):
            with open(name, "wb") as output:
                once(["python3", f"{HERE}/generate.py", kind, str(count)], output=output)
        return name

    def drop(self, kind, count):
        os.remove(f"{self.folder.name}/{kind}-{count}.jsonl")

    def level_makers(self, file):
        return {
            "coach-level": [self.tool("coach-level"), "--only", file],
            "duckdb": self.python(f"{HERE}/levels/with_duckdb.py", file),
            "polars": self.python(f"{HERE}/levels/with_polars.py", file),
            "Python + orjson": self.python(f"{HERE}/levels/with_orjson.py", file),
            "miller": [f"{HERE}/levels/with_miller.sh", file],
            "jq": ["jq", "-rn", "-f", f"{HERE}/levels/with_jq.jq", file],
        }

    # The sections

    def head(self):
        self.report.add("# How fast the tools are, and how large\n")
        self.report.add(
            f"Written by `bench/run.sh{' --quick' if self.quick else ''}`; all figures of one run, "
            "the least of several unless it says otherwise. Ratios are to the tool of the suite in "
            "the same table: 2.0 takes twice as long.\n")
        self.report.machine()
        versions = {
            "hyperfine": said("hyperfine", "--version"), "jq": said("jq", "--version"),
            "Miller": said("mlr", "--version"), "sqlite3": said("sqlite3", "--version"),
            "curl": said("curl", "--version"), "": said(*self.python("--version")),
        }
        packages = subprocess.run(
            self.python("-m", "pip", "list", "--format=freeze"), capture_output=True, text=True,
            check=True).stdout.split()
        wanted = ("duckdb==", "polars==", "orjson==", "llm==", "sqlite-utils==")
        names = [" ".join(version.split()[:2]) for version in versions.values()]
        names += [each.replace("==", " ") for each in packages if each.startswith(wanted)]
        self.report.add("\nPeers: " + ", ".join(names) + ".")

    def start(self):
        self.report.heading("Start")
        commands = {name: [self.tool(name), "--version"] for name in TOOLS}
        commands |= {
            "jq": ["jq", "--version"], "miller": ["mlr", "--version"],
            "sqlite3": ["sqlite3", "--version"],
            "sqlite-utils": [f"{self.peers}/bin/sqlite-utils", "--version"],
            "python3": ["python3", "-c", "pass"], "llm": [f"{self.peers}/bin/llm", "--version"],
        }
        rows = []
        for name, command in commands.items():
            timing, _ = timed(command, 10 if self.quick else 30)
            size = f"{os.path.getsize(command[0]) / 1e6:.0f}" if name in TOOLS else ""
            rows.append([
                f"`{name} {command[-1]}`" if name != "python3" else "`python3 -c pass`",
                f"{timing.least * 1000:.1f}", f"{timing.median * 1000:.1f}",
                f"{timing.memory:.0f}", size])
        self.report.table(["", "least, ms", "median, ms", "memory, MB", "program, MB"], rows)

    def reading(self):
        self.report.heading("Reading")
        self.report.add(
            "Through the stage loop that all tools share, on one core: five fields looked at, and "
            "the whole record as a struct. orjson and jq make values of every line.\n")
        rows = []
        for kind in ("interactions", "assessments"):
            file = self.file(kind, self.count)
            commands = {
                f"{kind}, five fields": [self.tool("bench-reading"), "fields", file],
                f"{kind}, whole": [self.tool("bench-reading"), "records", file],
                f"{kind}, orjson": self.python(f"{HERE}/reading_orjson.py", file),
                f"{kind}, jq": ["jq", "-n", "reduce inputs as $each (0; . + 1)", file],
            }
            whole = None
            for name, command in commands.items():
                timing, _ = timed(command, self.runs)
                if name.endswith("whole"):
                    whole = timing.least
                rows.append([
                    name, f"{os.path.getsize(file) / 1e6 / timing.least:.0f}",
                    f"{timing.least / whole:.1f}" if whole else "", f"{timing.memory:.0f}"])
        self.report.table(["", "MB/s", "ratio to whole", "memory, MB"], rows)

    def levels(self):
        self.report.heading(f"Levels of {self.count:,} assessments")
        file = self.file("assessments", self.count)
        self.report.add(
            f"{os.path.getsize(file) / 1e6:.0f} MB; by learner and focus the EMA of the last 20 "
            "scores. Every peer's levels were compared with coach-level's, and are the same. The "
            "peers do less: they check no record, and look for no second score of a turn.\n")
        timings = self.compare(file)
        ours = timings["coach-level"].least
        self.report.table(
            ["", "least, s", "median, s", "of the processor, s", "ratio", "memory, MB"],
            [[name, f"{each.least:.2f}", f"{each.median:.2f}", f"{each.processor:.2f}",
              f"{each.least / ours:.2f}", f"{each.memory:.0f}"]
             for name, each in timings.items()])
        fastest = min(each.least for name, each in timings.items() if name != "coach-level")
        self.report.add(f"\nThe fastest peer takes {fastest / ours:.2f} times as long.")

    def compare(self, file, count=None):
        """Timings by name, after a look at whether all come to the same levels."""
        timings, expected = {}, None
        for name, command in self.level_makers(file).items():
            if count and count > MOST_FOR.get(name, math.inf):
                continue
            timings[name], output = timed(command, self.runs)
            if name == "coach-level":
                expected = levels_of_records(output)
            elif not is_same(expected, levels_of_lines(output)):
                raise SystemExit(f"the levels of {name} are not those of coach-level")
        return timings

    def growth(self):
        self.report.heading("Cost against the size of the input")
        sizes = [10_000, 100_000] if self.quick else [10_000, 100_000, 1_000_000, 10_000_000]
        runs, curves, rows = self.runs, {}, []
        for count in sizes:
            self.runs = runs if count <= 100_000 else 3
            timings = self.compare(self.file("assessments", count), count)
            for name, each in timings.items():
                curves.setdefault(name, []).append((count, each.least))
            rows.append([f"{count:,}"] + [
                f"{timings[name].least:.2f} s, {timings[name].memory:.0f} MB"
                if name in timings else "–"
                for name in self.level_makers("")])
            if count != sizes[-1]:
                self.drop("assessments", count)
        self.runs = runs
        self.report.table(["assessments", *self.level_makers("")], rows)
        if sizes[-1] > max(MOST_FOR.values()):
            self.report.add(
                "\nLeft out at ten millions: miller and jq, which take minutes and many gigabytes.")
        draw(curves, os.path.join(os.path.dirname(self.results), "growth.png"))
        self.report.add("\n![Seconds over records, both logarithmic](growth.png)")
        self.largest = sizes[-1]

    def work(self):
        self.report.heading("Filter, assess, summarize")
        interactions = self.file("interactions", self.count)
        tenth = self.file("interactions", self.count // 10)
        # No session of these ends: more of them would not be held.
        thirtieth = self.file("interactions", self.count // 30)
        rows = []
        for name, count, command in (
            ("coach-filter, all rules", self.count, [self.tool("coach-filter"), interactions]),
            ("coach-assess --all, by rules, 2 jobs", self.count // 10,
             [self.tool("coach-assess"), "--all", "--provider", "builtin", "--jobs", "2", tenth]),
            ("coach-summarize --all, by rules", self.count // 30,
             [self.tool("coach-summarize"), "--all", "--provider", "builtin", thirtieth]),
        ):
            timing, _ = timed([*command], 1 if self.quick else 3)
            rows.append([
                name, f"{count:,}", f"{count / timing.least:,.0f}",
                f"{count / timing.processor:,.0f}", f"{timing.memory:.0f}"])
        self.report.table(
            ["", "interactions", "a second", "a second of the processor", "memory, MB"], rows)

    def memory(self):
        count = self.largest
        self.report.heading(f"Memory on a stream of {count:,} records")
        self.report.add(
            "Assessments through a pipe; every line is passed on. coach-filter also with a tenth "
            "as many interactions, which it tags, and coach-store with a tenth as many to put.\n")
        tenth = count // 10
        rows = []
        for name, kind, size, options in (
            ("coach-level", "assessments", count, []),
            ("coach-assess", "assessments", count, ["--provider", "builtin"]),
            ("coach-summarize", "assessments", count, ["--provider", "builtin"]),
            ("coach-filter", "assessments", count, []),
            ("coach-filter", "interactions", tenth, []),
            ("coach-store", "assessments", tenth, ["--db", f"{self.folder.name}/stream.db"]),
        ):
            file = self.file(kind, size)
            with open(os.devnull, "wb") as nowhere, subprocess.Popen(
                ["cat", file], stdout=subprocess.PIPE
            ) as source:
                timing = self.streamed([self.tool(name), *options], source.stdout, nowhere)
            rows.append([
                name, f"{size:,} {kind}", f"{timing.memory:.1f}", f"{timing.least:.1f}",
                f"{size / timing.least:,.0f}"])
        self.report.table(["", "stream", "memory, MB", "s", "records a second"], rows)

    def streamed(self, command, source, output):
        with tempfile.NamedTemporaryFile("r") as figures:
            subprocess.run(
                ["/usr/bin/time", "-q", "-f", "%e %U %S %M", "-o", figures.name, *command],
                stdin=source, stdout=output, check=True)
            seconds, user, system, memory = map(float, figures.read().split())
        return Timing(seconds, seconds, user + system, memory / 1024, 1)

    def store(self):
        self.report.heading("Store")
        environment = {**os.environ, "PATH": f"{os.environ['PATH']}:{self.peers}/bin"}
        done = subprocess.run(
            [f"{HERE}/store.sh", self.tools, str(self.count)], capture_output=True, text=True,
            check=False, env=environment)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        self.report.add("By `bench/store.sh`:\n")
        for line in done.stdout.strip().splitlines():
            self.report.add(f"    {line}".rstrip())

    def first_token(self):
        self.report.heading("The first token")
        said_of_it = io.StringIO()
        with contextlib.redirect_stdout(said_of_it):
            load.first_token(self.tools, 40 if self.quick else 200)
        self.report.add(
            "From the end of a learner's line on a terminal to the first word of the reply on it, "
            "beside curl asking the same server the same, in turns:\n")
        for line in said_of_it.getvalue().strip().splitlines():
            self.report.add(f"    {line.strip()}")

    def run(self):
        with self.folder:
            for section in (self.head, self.start, self.reading, self.levels, self.work, self.store,
                            self.first_token, self.growth, self.memory):
                section()
                self.report.write(self.results)


def levels_of_records(output):
    """{(learner, focus): ema} of level records, by the peers' JSON."""
    lines = subprocess.run(
        ["jq", "-r", "[.userId, .focusId, .ema] | @tsv"], input=output, capture_output=True,
        check=True).stdout
    return levels_of_lines(lines)


def levels_of_lines(output):
    levels = {}
    for line in output.decode().splitlines():
        user, focus, ema = line.split("\t")
        levels[user, focus] = float(ema)
    return levels


def is_same(left, right):
    return left.keys() == right.keys() and all(
        abs(ema - right[key]) < 2e-6 for key, ema in left.items())


def main():
    arguments = [each for each in sys.argv[1:] if each != "--quick"]
    if len(arguments) != 3:
        sys.exit(__doc__)
    tools, peers, results = map(os.path.abspath, arguments)
    os.environ["COACH_LOG"] = "none"
    Bench(tools, peers, results, "--quick" in sys.argv).run()


main()
