"""What a bench has found, as Markdown and as a drawing."""

import datetime
import os
import platform
import subprocess


def said(*command):
    """The first line that a command says, empty where it cannot be run."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return (done.stdout or done.stderr).strip().partition("\n")[0]


def field(path, name):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith(name):
                return line.partition(":")[2].strip()
    return "unknown"


class Report:
    """A page that grows by headings, sentences and tables, and is printed as it grows."""

    def __init__(self):
        self.lines = []

    def add(self, text=""):
        self.lines.append(text)
        print(text, flush=True)

    def heading(self, text):
        self.add(f"\n## {text}\n")

    def table(self, columns, rows):
        self.add("| " + " | ".join(columns) + " |")
        self.add("|" + "---|" + "---:|" * (len(columns) - 1))
        for row in rows:
            self.add("| " + " | ".join(row) + " |")

    def machine(self):
        memory = int(field("/proc/meminfo", "MemTotal").split()[0]) / 1024 / 1024
        # The pages that the bench writes itself do not make the tree another.
        changed = said("git", "status", "--porcelain", "--", "Sources", "Package.swift")
        self.add(
            f"{os.cpu_count()} cores of {field('/proc/cpuinfo', 'model name')}, "
            f"{memory:.0f} GB of memory, Linux {platform.release()}; "
            f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC; commit "
            f"{said('git', 'rev-parse', '--short', 'HEAD')}"
            f"{' with changes' if changed else ''}; load when it began "
            f"{os.getloadavg()[0]:.1f}.")

    def write(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(self.lines) + "\n")


def draw(curves, path):
    """Draws seconds over records for each of {name: [(records, seconds)]}, as PNG."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7.2, 4.6))
    for name, points in curves.items():
        is_ours = name == "coach-level"
        axes.plot(
            *zip(*points), marker="o", markersize=4, label=name,
            linewidth=2.5 if is_ours else 1.2, zorder=3 if is_ours else 2)
    axes.set(
        xscale="log", yscale="log", xlabel="assessments", ylabel="seconds",
        title="Levels from a file of assessments")
    axes.grid(True, which="major", linewidth=0.4, color="0.8")
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(path, dpi=110)
