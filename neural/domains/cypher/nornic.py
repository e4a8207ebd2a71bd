"""Which queries NornicDB answers as Neo4j does. It routes by text, and some of it goes wrong."""

import re

TEXT = re.compile(r"'(?:[^'\\]|\\.)*'")
# What public reports and its sources show to give wrong rows, or its own text for a value.
WRONG = (
    r"\bORDER BY [^,]+,",  # two keys; or another column after the key
    r"\bWITH\b[^{}]*\bORDER BY\b.*\bcollect\(",
    r"\bWITH\b[^{}]*\b(?:count|sum|avg|min|max)\([^{}]* (?:ORDER BY|WHERE)\b",
    r"\[[^\[\]]*\bIN\b[^\[\]]*\|",  # a list comprehension that maps
    r"\[\(",  # a pattern comprehension
    r"\breduce\(",
    r"\^|\d\s*/\s*\d|\w / \d",
    r"\bdate\([^)]*\)\.|\w\.\w+\.(?:year|month|day|quarter|hour|minute|dayOfWeek)\b",
    r"\bUNWIND\b.*\bMATCH\b.*\bMERGE\b",
    r"\bOPTIONAL MATCH\b.*\b(?:count|sum|avg|min|max|collect)\(",
    r"\bCALL \(|\bFOREACH\b|\bpercentileCont\(|\bstDev\(|\bpoint\.|\bduration\b",
)
UNSAFE = re.compile("|".join(WRONG))
RETURNED = re.compile(r"\bRETURN (?:DISTINCT )?(.*?) ORDER BY (\S+)")


def nornic_safe(query: str) -> bool:
    """Whether the query keeps to what that host is known to answer rightly."""
    code = TEXT.sub("''", query)
    if UNSAFE.search(code):
        return False
    ordered = RETURNED.search(code)  # it sorts by what it returns only
    if not ordered:
        return True
    columns = re.split(r",\s*|\s+AS\s+", ordered[1])
    return ordered[2] in columns
