#!/usr/bin/env python3
"""Reads a Lectern library from its files alone, as docs/FORMAT.md describes them.

Usage: read_library.py FOLDER   prints the tables as JSON; exits 1 and says why when something is damaged.
"""
import json
import sys
import zlib
from pathlib import Path


def demand(holds, otherwise):
    if not holds:
        sys.exit(otherwise)


def check(crc, text, where):
    demand(f"{zlib.crc32(text):08x}" == crc.decode("latin-1"), f"{where} is damaged")


def read_snapshot(path):
    """The tables of library.json by record id, and its head."""
    data = json.loads(path.read_bytes())
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.startswith(b'{"crc":"'):
            line = line.rstrip(b",")
            check(line[8:16], line[18:-1], f"library.json, line {number}")
        elif b',"crc":"' in line:
            text, _, crc = line.rpartition(b',"crc":"')
            check(crc[:8], text, f"library.json, line {number}")
    for name, count in data["records"].items():
        demand(len(data[name]) == count, f"library.json: {name} are missing")
    return {name: {row["id"]: {k: v for k, v in row.items() if k != "crc"} for row in data[name]} for name in data["records"]}, data


def read_journal(folder, head):
    """The transactions of all segments in order. A last line without its line feed does not count."""
    paths = sorted(folder.glob("*.jsonl"))
    demand(paths or not head.get("journal"), "the journal is missing")
    expected = min([head["seq"] + 1, *(int(path.stem) for path in paths)])
    for path in paths:
        demand(int(path.stem) <= expected, f"{path.name}: the transactions before it, from {expected} on, are missing")
        for number, line in enumerate(path.read_bytes().split(b"\n")[:-1], 1):
            check(line[:8], line[9:], f"{path.name}, line {number}")
            content = json.loads(line[9:])
            if "head" not in content:
                demand(content["seq"] == expected, f"{path.name}, line {number}: transaction {content['seq']} is not the next one, {expected}")
                expected += 1
                yield content
    if (folder / "sealed").exists():
        check((folder / "sealed").read_bytes()[:8], (folder / "sealed").read_bytes()[9:-1], "sealed")
        seal = json.loads((folder / "sealed").read_bytes()[9:])
        whole = {path.name: path.read_bytes().rfind(b"\n") + 1 for path in paths}
        demand(max(whole, default="") >= seal["segment"] and whole.get(seal["segment"], seal["bytes"]) >= seal["bytes"], "the end of the journal is missing")


def make(tables, change):
    table, key = tables[change["table"]], change["id"]
    if change["op"] == "create":
        table[key] = change["record"]
    elif change["op"] == "delete":
        del table[key]
    elif change["op"] == "set" and "to" in change:
        table[key][change["field"]] = change["to"]
    elif change["op"] == "set":
        table[key].pop(change["field"], None)
    else:  # splice: offsets count UTF-16 code units
        text = table[key][change["field"]].encode("utf-16-le", "surrogatepass")
        at, removed = 2 * change["at"], change["removed"].encode("utf-16-le", "surrogatepass")
        inserted = change["inserted"].encode("utf-16-le", "surrogatepass")
        table[key][change["field"]] = (text[:at] + inserted + text[at + len(removed):]).decode("utf-16-le", "surrogatepass")


if __name__ == "__main__":
    library = Path(sys.argv[1])
    tables, head = read_snapshot(library / "library.json")
    for transaction in read_journal(library / "journal", head):
        if transaction["seq"] > head["seq"]:
            for change in transaction["changes"]:
                make(tables, change)
    print(json.dumps(tables))
