"""Ranks documents for queries by SQLite's FTS5 and its bm25: reads one JSON object from standard input, prints one.

{"documents": [[title, text], …], "queries": ["…", …], "limit": 50, "tokenize": "unicode61"}; any of a query's words may match.
"""
import json
import re
import sqlite3
import sys

asked = json.load(sys.stdin)
db = sqlite3.connect(":memory:")
db.execute(f"create virtual table t using fts5(title, text, tokenize='{asked['tokenize']}')")
db.executemany("insert into t (rowid, title, text) values (?, ?, ?)", [(at, title, text) for at, (title, text) in enumerate(asked["documents"])])
found = []
for query in asked["queries"]:
    words = [f'"{word}"' for word in re.findall(r"\w+", query)]
    found.append([row for (row,) in db.execute("select rowid from t where t match ? order by rank limit ?", [" OR ".join(words), asked["limit"]])] if words else [])
print(json.dumps(found))
