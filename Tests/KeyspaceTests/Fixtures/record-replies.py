#!/usr/bin/env python3
"""Records what a real Redis answers to the commands of a table, in place.

    redis-server --port 7399 --bind 127.0.0.1 --save "" &
    ./record-replies.py 7399 replies-*.txt

In a table a line `> COMMAND` is followed by the lines that redis-cli shows. `--- TITLE` starts
again with an empty database, `#` starts a comment. Write new commands, record, review the
difference. The tests replay the tables and never need a server.
"""
import subprocess
import sys

FRESH = ["FLUSHALL", "CONFIG SET maxmemory 0 maxmemory-policy allkeys-lru", "CONFIG RESETSTAT"]
MARK = "reply-ends-here"


def commands(lines):
    for line in lines:
        if line.startswith("--- "):
            yield line, FRESH
        elif line.startswith("> "):
            yield line, [line[2:]]
        elif line.startswith("# ") or line == "#":
            yield line, []


def ordered(line, reply):
    """KEYS answers in hash order; the table keeps alphabetical order."""
    if not line.lower().startswith("> keys ") or len(reply) < 2:
        return reply
    keys = sorted(element.split(") ", 1)[1] for element in reply)
    width = len(str(len(keys)))
    return [f"{number:>{width}}) {key}" for number, key in enumerate(keys, 1)]


def record(port, path):
    with open(path, encoding="utf-8") as table:
        rows = list(commands(table.read().split("\n")))
    script = "".join(f"{command}\nECHO {MARK}\n" for _, sent in rows for command in sent)
    shown = subprocess.run(
        ["redis-cli", "-p", port, "--no-raw"], input=script, capture_output=True, text=True,
        check=True).stdout
    replies = iter(shown.split(f'"{MARK}"\n'))
    with open(path, "w", encoding="utf-8") as table:
        for line, sent in rows:
            table.write(line + "\n")
            for _ in sent:
                reply = next(replies).removesuffix("\n").split("\n")
                if line.startswith("> "):
                    table.write("\n".join(ordered(line, reply)) + "\n")


for name in sys.argv[2:]:
    record(sys.argv[1], name)
