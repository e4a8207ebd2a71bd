"""An evaluation as one HTML page that a person reads: rates, and wrong answers by what went wrong.

All that a model or a data set says is escaped by the template; the page runs no script and loads
nothing.
"""

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path

from jinja2 import Environment

from neural.evaluation.report import GROUPS, percent, sections, speed
from neural.files import atomic_write

SHOWN = 40  # wrong answers of a kind; the JSON report has all
LONGEST = 3000  # characters of a text
PAIRS = 100_000  # of words that are compared: texts that repeat themselves take long
WORD = re.compile(r"\w+|\s+|[^\w\s]")
Pieces = list[tuple[bool, str]]

TEMPLATE = """{% macro one(example) -%}
<article>
<h4>{{ example.question }}</h4>
<p><small>{{ example.about | join(", ") }}</small></p>
{% if example.context -%}
<details><summary>given with the question</summary><pre>{{ example.context }}</pre></details>
{% endif -%}
<dl>
{% if example.expected -%}
<dt>expected</dt><dd><pre>
{%- for same, text in example.expected %}{% if same %}{{ text }}{% else %}<del>{{ text }}</del>
{%- endif %}{% endfor %}</pre></dd>
{% endif -%}
<dt>answer</dt><dd><pre>
{%- for same, text in example.answer %}{% if same %}{{ text }}{% else %}<ins>{{ text }}</ins>
{%- endif %}{% endfor %}</pre></dd>
{% for name, text in example.notes.items() -%}
<dt>{{ name }}</dt><dd><pre>{{ text }}</pre></dd>
{% endfor -%}
</dl>
</article>
{% endmacro -%}
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ name }}: {{ rows }} questions</title>
<style>
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --less: #d334; --more: #2a53; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums }
th, td { padding: .15rem .7rem; text-align: right; border-bottom: 1px solid var(--line) }
td { white-space: nowrap }
th:first-child, td:first-child { text-align: left }
thead th { vertical-align: bottom }
.wide { overflow-x: auto }
.rates { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0 }
.rates li { list-style: none; flex: 1 1 15rem; padding: .7rem 1rem; background: var(--soft) }
.rates b { font-size: 1.7rem; display: block }
article { border-left: 3px solid var(--line); margin: 1.5rem 0; padding-left: 1rem }
article h4 { margin: 0 }
small, dt { opacity: .75 }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .3rem 1rem; margin: 0 }
dd { margin: 0 }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate;
  font: .9rem/1.45 ui-monospace, monospace }
del { background: var(--less); text-decoration: none; border-bottom: 2px solid #d33 }
ins { background: var(--more); text-decoration: none; border-bottom: 2px solid #2a5 }
@media print {
  body { max-width: none; font-size: 10pt } article { break-inside: avoid }
  * { print-color-adjust: exact }
}
</style>
</head>
<body>
<h1>{{ name }}</h1>
<p>{{ rows }} held-out questions. In brackets the interval that holds the true rate in 95 of 100
such samples.{% if speed %} {{ speed }}.{% endif %}</p>
<ul class="rates">
{% for metric, rate in overall.items() -%}
<li>{{ metric }}<b>{{ rate.rate | share }}</b>{{ rate | interval }} of {{ rate.of }} answers<br>
<small>{{ metrics[metric] }}</small></li>
{% endfor -%}
</ul>
{% for title, parts in sections -%}
<h2>By {{ title }}</h2>
<div class="wide"><table>
<thead><tr><th>{{ title }}</th><th>rows</th>
{%- for metric in overall %}<th>{{ metric }}</th>{% endfor %}</tr></thead>
<tbody>
{% for part, rates in parts -%}
<tr><td>{{ part }}</td><td>{{ rates.values() | map(attribute="of") | max }}</td>
{%- for metric in overall -%}
<td>{% if metric in rates %}{{ rates[metric] | percent }}{% endif %}</td>
{%- endfor %}</tr>
{% endfor -%}
</tbody></table></div>
{% endfor -%}
<h2>What went wrong</h2>
{% if groups -%}
<div class="wide"><table>
<thead><tr><th></th><th>answers</th>{% for part in columns %}<th>{{ part }}</th>{% endfor %}</tr>
</thead>
<tbody>
{% for group in groups -%}
<tr><td><a href="#wrong{{ loop.index }}">{{ group.kind }}</a></td><td>{{ group.count }}</td>
{%- for part in columns %}<td>{{ group.parts[part] or "" }}</td>{% endfor %}</tr>
{% endfor -%}
</tbody></table></div>
{% else -%}
<p>Nothing: each answer is right.</p>
{% endif -%}
{% for group in groups -%}
<h3 id="wrong{{ loop.index }}">{{ group.kind | capitalize }}: {{ group.count }}</h3>
{% if group.count > group.shown | length -%}
<p>The first {{ group.shown | length }}; all are in the JSON report.</p>
{% endif -%}
{% for example in group.shown %}{{ one(example) }}{% endfor %}
{% endfor -%}
{% if right -%}
<h2>Some right answers</h2>
{% for example in right %}{{ one(example) }}{% endfor %}
{% endif -%}
</body>
</html>
"""


def write(report: dict, path: str | Path) -> None:
    """Writes the page of a report (see `measure`)."""
    with atomic_write(path) as file:
        file.write(page(report))


def page(report: dict) -> str:
    """The page's text."""
    environment = Environment(autoescape=True, keep_trailing_newline=True)
    environment.filters |= {
        "share": lambda rate: f"{rate:.1%}",
        "interval": lambda rate: percent(rate).partition(" ")[2],
        "percent": percent,
    }
    groups = _groups(report["wrong"])
    return environment.from_string(TEMPLATE).render(
        name=report["file"]["name"],
        rows=report["rows"],
        metrics=report["metrics"],
        overall=report["overall"],
        speed=speed(report) if "speed" in report else "",
        sections=list(sections(report))[:-1],
        groups=groups,
        columns=sorted({part for group in groups for part in group["parts"]}),
        right=[_example(row) for row in report["right"]],
    )


def difference(expected: str, answer: str) -> tuple[Pieces, Pieces]:
    """Both texts as (whether the other has it too, text), cut at words, spaces and signs."""
    one, other = (WORD.findall(_cut(text)) for text in (expected, answer))
    if len(one) * len(other) > PAIRS:
        return [(False, "".join(one))], [(False, "".join(other))]
    pieces: tuple[Pieces, Pieces] = ([], [])
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        for side, words in zip(pieces, (one[a:b], other[c:d]), strict=True):
            if words:
                side.append((kind == "equal", "".join(words)))
    return pieces


def _groups(wrong: list[dict]) -> list[dict]:
    """The wrong answers by kind, the most frequent first, and how many of each test set."""
    by_kind = defaultdict(list)
    for row in wrong:
        by_kind[row["mistake"]["kind"]].append(row)
    return [
        {
            "kind": kind,
            "count": len(rows),
            "parts": Counter(str(row["test_set"]) for row in rows if "test_set" in row),
            "shown": [_example(row) for row in rows[:SHOWN]],
        }
        for kind, rows in sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _example(row: dict) -> dict:
    if row["expected"] == row["answer"]:
        expected, answer = [], [(True, _cut(row["answer"]))]
    else:
        expected, answer = difference(row["expected"], row["answer"])
    about = {key: row[key] for key in (*GROUPS.values(), "id") if row.get(key) is not None}
    return {
        "question": row["question"],
        "about": [f"{key.replace('_', ' ')}: {value}" for key, value in about.items()],
        "context": row["context"],
        "expected": expected,
        "answer": answer,
        "notes": {k: _cut(v) for k, v in row.get("mistake", {}).items() if k != "kind"},
    }


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
