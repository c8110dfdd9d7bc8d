#!/usr/bin/env python3
"""Put a load on the tools that ask models, and print what came of it.

A server on this machine answers as a model's server would, with a fault in every tenth request: too
many requests, overloaded, a connection that closes, a stream that breaks off. What is counted: whether each
message has exactly one interaction or reject, how many assessments succeed after their retries, and how
long everything took. Ends with status 1 where something was lost or doubled.

usage: load.py DIRECTORY-OF-TOOLS [CHATS]
"""

import collections
import contextlib
import json
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
import tty

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "COACH_LOG": "none"}
FAULTS = [
    "--fault-rate", "0.1", "--faults", "rate-limited", "overloaded", "unavailable", "server-error",
    "conflict", "closed", "cut", "cut-character", "error-inside",
]
# What a fast service takes: before the first piece, and between two of eight.
PACE = ["--delay", "200", "--pause", "30"]

failures = []


def check(good, what):
    if not good:
        failures.append(what)
        print(f"  FAILED: {what}")


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else float("nan")


def say(name, value):
    print(f"  {name:<52} {value}")


@contextlib.contextmanager
def server(tools, *options):
    """A fault server; it ends when its stdin does."""
    process = subprocess.Popen(
        [f"{tools}/fault-server", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        port = int(process.stdout.readline())
        yield {**ENVIRONMENT, "OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1"}
    finally:
        process.stdin.close()
        process.wait()


def peak(identifier):
    """The largest resident memory of a process until now, in MB."""
    try:
        with open(f"/proc/{identifier}/status", encoding="ascii") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def run(command, lines, environment):
    """Runs a tool over lines; its records, seconds and memory."""
    with tempfile.TemporaryDirectory() as directory:
        name = os.path.join(directory, "input.jsonl")
        with open(name, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines)
        memory = 0.0
        start = time.monotonic()
        with open(os.path.join(directory, "output.jsonl"), "w+b") as output:
            with open(name, "rb") as given:
                process = subprocess.Popen(
                    command, stdin=given, stdout=output, env=environment, cwd=directory
                )
            while process.poll() is None:
                memory = max(memory, peak(process.pid))
                time.sleep(0.02)
            seconds = time.monotonic() - start
            output.seek(0)
            records = [json.loads(line) for line in output]
    check(process.returncode in (0, 69, 75), f"{command[0]} ended with {process.returncode}")
    return records, seconds, memory


def attempts(records):
    """How long each request took with all of its attempts, in seconds, and what they came to."""
    spans = collections.defaultdict(list)
    statuses = collections.Counter()
    for record in records:
        if record["type"] == "prompt_run":
            spans[record["requestId"]].append(record)
            statuses[record.get("errorCode") or record["status"]] += 1
    seconds = [
        (
            max(each["createdAt"] + each["latencyMs"] for each in runs)
            - min(each["createdAt"] for each in runs)
        )
        / 1000
        for runs in spans.values()
    ]
    return seconds, statuses


def chats(tools, count, turns):
    print(f"\n== {count} chats side by side, {turns} turns each, 10 % faults")
    messages = [
        {
            "type": "message",
            "text": f"This is turn {turn} of learner {user}.",
            "userId": f"u_{user}",
            "sessionId": f"sess_{user}",
            "requestId": f"req_{user}_{turn}",
            "timestamp": 1_760_000_000_000 + turn * 60_000,
        }
        for turn in range(turns)
        for user in range(count)
    ]
    command = [f"{tools}/coach-chat", "--provider", "openai", "--model", "x", "--jobs", str(count)]
    with server(tools, *FAULTS, *PACE) as environment:
        records, seconds, memory = run(command, messages, environment)
    interactions = [record for record in records if record["type"] == "interaction"]
    rejects = [record for record in records if record["type"] == "reject"]
    answered = collections.Counter(record["requestId"] for record in interactions)
    rejected = collections.Counter(json.loads(reject["raw"])["requestId"] for reject in rejects)
    wanted = {message["requestId"] for message in messages}
    whole = {record["requestId"] for record in interactions if record.get("status") != "partial"}
    check(set(answered + rejected) == wanted, "messages were lost")
    check(max(answered.values()) == 1, "messages were answered twice")
    check(max(rejected.values(), default=1) == 1, "messages were rejected twice")
    check(whole.isdisjoint(rejected), "messages were answered and rejected")
    order = collections.defaultdict(list)
    for record in interactions:
        order[record["sessionId"]].append(int(record["requestId"].rsplit("_", 1)[1]))
    check(all(turns == sorted(turns) for turns in order.values()), "turns are out of order")
    partial = sum(record.get("status") == "partial" for record in interactions)
    spans, statuses = attempts(records)
    say("messages, interactions (of these partial), rejects",
        f"{len(messages)}, {len(interactions)} ({partial}), {len(rejects)}")
    say("attempts", dict(statuses.most_common()))
    say("a whole turn with its retries, p50 and p95",
        f"{statistics.median(spans):.2f} s, {percentile(spans, 0.95):.2f} s")
    say("all of it", f"{seconds:.1f} s, {len(messages) / seconds:.0f} turns a second")
    say("memory of coach-chat (at 1,000: at most 150 MB)", f"{memory:.0f} MB")
    check(memory < 150, "too much memory")


def turn(number, session):
    return {
        "id": f"int_{session}_{number}",
        "userText": f"I would like to tell you about result {number}, it was good for all of us.",
        "aiResponse": "Tell me more about it.",
        "timestamp": 1_760_000_000_000 + number * 60_000,
    }


def assessments(tools, count):
    print(f"\n== {count} evaluations of three turns on three focuses, 50 at a time, 10 % faults")
    evaluations = []
    for number in range(count):
        turns = [turn(each, number) for each in range(3)]
        evaluations.append({
            "type": "evaluation", "id": f"grp_{number}", "userId": "u_1",
            "sessionId": f"sess_{number}", "interactionIds": [each["id"] for each in turns],
            "turns": turns, "focusIds": ["focus_grammar", "focus_clarity", "focus_persuasion"],
            "triggers": ["task_complete"], "createdAt": turns[-1]["timestamp"],
        })
    command = [
        f"{tools}/coach-assess", "--only", "--provider", "openai", "--model", "x", "--jobs", "50",
    ]
    with server(tools, *FAULTS, *PACE) as environment:
        records, seconds, memory = run(command, evaluations, environment)
    judged = collections.defaultdict(list)
    for record in records:
        if record["type"] == "assessment":
            judged[record["groupId"]].append(record)
    whole = [group for group in judged.values() if len(group) == group[0]["judgement"]["records"]]
    rejects = sum(record["type"] == "reject" for record in records)
    check(len(judged) + rejects == count, "evaluations were lost or doubled")
    report("an evaluation's assessment", 8, records, len(whole), count, seconds, memory)


def summaries(tools, count):
    print(f"\n== {count} session summaries, 50 at a time, 10 % faults")
    lines = []
    for number in range(count):
        session = {"type": "session", "id": f"sess_{number}", "userId": "u_1",
                   "startTime": 1_760_000_000_000}
        lines.append(session)
        for each in range(6):
            spoken = turn(each, number)
            lines.append({"type": "interaction", "userId": "u_1", "sessionId": session["id"],
                          **spoken})
            lines.append({
                "type": "assessment", "id": f"ass_{number}_{each}", "userId": "u_1",
                "sessionId": session["id"], "interactionIds": [spoken["id"]],
                "focusId": "focus_clarity", "kind": "interaction", "category": "progress",
                "score": 4 + each % 4, "explanationText": "The point comes late.",
                "createdAt": spoken["timestamp"],
            })
        lines.append({**session, "endTime": 1_760_000_400_000})
    command = [
        f"{tools}/coach-summarize", "--only", "--provider", "openai", "--model", "x", "--jobs", "50",
    ]
    with server(tools, *FAULTS, *PACE) as environment:
        records, seconds, memory = run(command, lines, environment)
    found = [record for record in records if record["type"] == "assessment"]
    rejects = sum(record["type"] == "reject" for record in records)
    check(len(found) + rejects == count, "summaries were lost or doubled")
    report("a summary", 3, records, len(found), count, seconds, memory)


def report(name, target, records, good, count, seconds, memory):
    spans, statuses = attempts(records)
    say("attempts", dict(statuses.most_common()))
    say("succeeded after retries (at least 99 %)", f"{good} of {count}, {good / count:.1%}")
    check(good >= 0.99 * count, "too few succeeded")
    say(f"{name}, p50 and p95 (the plan: p95 below {target} s)",
        f"{statistics.median(spans):.2f} s, {percentile(spans, 0.95):.2f} s")
    say("all of it, memory", f"{seconds:.1f} s, {memory:.0f} MB")


def chat_tokens(tools, environment, count):
    """From the line that a learner ends to the first word on the screen, milliseconds each."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    process = subprocess.Popen(
        [f"{tools}/coach-chat", "--provider", "openai", "--model", "x"], stdin=slave, stderr=slave,
        stdout=subprocess.DEVNULL, env=environment, start_new_session=True,
    )
    os.close(slave)

    screen = bytearray()

    def until(mark):
        while mark not in screen:
            if not select.select([master], [], [], 30)[0]:
                raise TimeoutError(f"no {mark!r} on the screen")
            screen.extend(os.read(master, 65536))
        now = time.monotonic()
        del screen[: screen.index(mark) + len(mark)]
        return now

    times = []
    until(b"you>")
    for number in range(count):
        start = time.monotonic()
        os.write(master, f"Good morning, this is line {number}.\n".encode())
        times.append((until(b"word 1") - start) * 1000)
        until(b"you>")
    process.terminate()
    process.wait()
    os.close(master)
    return times


def curl_tokens(environment, count):
    """The same request by curl, over one connection: to the first byte of the answer's body."""
    body = json.dumps({
        "model": "x", "stream": True, "stream_options": {"include_usage": True},
        "messages": [{"role": "user", "content": "Good morning, this is a line."}],
    })
    # The part behind # is not sent: so one command asks many times.
    url = environment["OPENAI_BASE_URL"] + f"/chat/completions#[1-{count}]"
    answer = subprocess.run(
        ["curl", "-sN", "-o", "/dev/null", "-w", "%{time_starttransfer}\n", "-d", body, "-H",
         "Content-Type: application/json", url],
        check=True, capture_output=True, text=True,
    )
    return [float(line) * 1000 for line in answer.stdout.split()]


def first_token(tools, count=200):
    print(f"\n== the first token, {count} turns one after the other, no faults")
    with server(tools, "--delay", "20") as environment:
        # In turns, so that what else the machine does falls on both.
        by_curl, by_chat = [], []
        for _ in range(4):
            by_curl += curl_tokens(environment, count // 4)
            by_chat += chat_tokens(tools, environment, count // 4)
    for name, times in (("curl, to the first byte", by_curl),
                        ("coach-chat, to the first word on the screen", by_chat)):
        say(f"{name}, p50 and p95", f"{statistics.median(times):.2f} ms, {percentile(times, 0.95):.2f} ms")
    say("the difference (p95: at most 2 ms)",
        f"{statistics.median(by_chat) - statistics.median(by_curl):+.2f} ms, "
        f"{percentile(by_chat, 0.95) - percentile(by_curl, 0.95):+.2f} ms")


def main():
    tools = os.path.abspath(sys.argv[1])
    first_token(tools)
    chats(tools, 50, 20)
    chats(tools, int(sys.argv[2]) if len(sys.argv) > 2 else 1000, 5)
    assessments(tools, 1000)
    summaries(tools, 500)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
