"""The yardstick of the search: SQLite's FTS5, native, on the same rows. Prints one line of JSON; times are milliseconds.

python3 fts5.py build FOLDER: makes the table with a prefix index from rows.jsonl.
python3 fts5.py ask FOLDER: asks it each query of queries.json three times, ranked by bm25, and keeps the best time of each.
"""
import json
import os
import sqlite3
import sys
import time

what, folder = sys.argv[1:3]
path = os.path.join(folder, "fts5.db")
columns = ["title", "author", "abstract", "note", "annotation", "tag", "venue", "cite", "identifier", "attachment"]


def build():
    with open(os.path.join(folder, "rows.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if os.path.exists(path):
        os.remove(path)
    began, cpu = time.perf_counter(), time.process_time()
    db = sqlite3.connect(path)
    db.execute("pragma journal_mode = off")
    db.execute(f"create virtual table t using fts5({', '.join(columns)}, prefix='2 3', tokenize='unicode61 remove_diacritics 2')")
    db.executemany(f"insert into t values ({', '.join('?' * len(columns))})", rows)
    db.commit()
    return {"took": (time.perf_counter() - began) * 1000, "cpu": (time.process_time() - cpu) * 1000, "bytes": os.path.getsize(path), "rows": len(rows)}


def ask():
    db = sqlite3.connect(path)
    with open(os.path.join(folder, "queries.json"), encoding="utf-8") as file:
        kinds = json.load(file)
    times = {kind: [float("inf")] * len(queries) for kind, queries in kinds.items()}
    for _ in range(3):
        for kind, queries in kinds.items():
            for at, query in enumerate(queries):
                terms = [f'"{word}"' for word in query["words"]]
                if query["prefix"]:
                    terms[-1] += "*"
                began = time.perf_counter()
                db.execute("select rowid from t where t match ? order by rank limit 20", [" ".join(terms)]).fetchall()
                times[kind][at] = min(times[kind][at], (time.perf_counter() - began) * 1000)
    return {"times": times}


print(json.dumps({"build": build, "ask": ask}[what]()))
