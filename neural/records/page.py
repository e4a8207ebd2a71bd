"""A validation as one HTML page that a person reads: what to mend first, plots, rows to look at.

All that a row says is escaped by the template; the page runs no script and loads nothing.
"""

import itertools
from pathlib import Path

from jinja2 import Environment

from neural.files import write_report

TICKS = 6
BARS = 40  # categories and so on that are drawn; the JSON report has all
TITLES = {
    "categories": "Categories",
    "sources": "Sources",
    "licenses": "Licences",
    "languages": "Languages of a sample",
}
TEMPLATE = """{% macro where(place) -%}
<code>{{ place.file }}{% if place.line %}:{{ place.line }}{% endif %}</code>
{%- endmacro -%}
{% macro one(row) -%}
<article>
<p>{{ where(row) }}{% for kind in row.kinds %} <mark>{{ kind }}</mark>{% endfor %}</p>
{% if row.withheld -%}
<p><small>Not shown: it holds what should not be published.</small></p>
{% else -%}
<dl>
{% for part in ("context", "question", "answer") if row[part] -%}
<dt>{{ part }}</dt><dd><pre>{{ row[part] }}</pre></dd>
{% endfor -%}
</dl>
{% endif -%}
</article>
{% endmacro -%}
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ title }}: {{ report.verdict }}</title>
<style>
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --bar: #47a; --error: #c33;
  --warning: #b70; --info: #678; --clean: #284 }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
h1 b { color: var(--{{ report.verdict }}) }
code, pre { font: .9rem/1.45 ui-monospace, monospace; overflow-wrap: anywhere }
pre { margin: 0; white-space: pre-wrap; unicode-bidi: isolate }
.found { border-left: 4px solid; padding-left: 1rem; margin: 1rem 0 }
.found p, .found ul { margin: .2rem 0 }
.error { border-color: var(--error) } .warning { border-color: var(--warning) }
.info { border-color: var(--info) }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem 3rem }
.two section { break-inside: avoid }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
td { padding: .1rem .5rem .1rem 0; vertical-align: middle }
td.name { max-width: 14rem; overflow-wrap: anywhere }
td.count { text-align: right; width: 1% } td.bar { width: 50% }
td.bar i { display: block; height: .8rem; min-width: 1px; background: var(--bar) }
.histogram { display: flex; align-items: flex-end; height: 7rem; gap: 1px;
  border-bottom: 1px solid var(--line) }
.histogram i { flex: 1; background: var(--bar) }
.ends { display: flex; justify-content: space-between; font-size: .8rem }
article { border-left: 3px solid var(--line); margin: 1rem 0; padding-left: 1rem }
article p { margin: 0 } small, dt { opacity: .75 }
mark { background: var(--soft); color: inherit; padding: 0 .4rem; border-radius: .2rem }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; margin: 0 }
dd { margin: 0 }
@media print {
  body { max-width: none; margin: 0; font-size: 10pt } .found, article { break-inside: avoid }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
</style>
</head>
<body>
<h1>{{ title }}: <b>{{ report.verdict }}</b></h1>
<p>{{ report.rows | number }} rows of {{ report.lines | number }} lines,
{{ report.scenarios | number }} scenarios, {{ report.split_groups | number }} split groups,
{{ report.near_duplicates.rows | number }} near-duplicates.</p>
{% if report.findings -%}
<h2>What to mend, the first first</h2>
{% for found in report.findings -%}
<div class="found {{ found.level }}">
<p><b>{{ found.level }}: {{ found.count | number }} {{ found.kind }}</b>: {{ found.remedy }}</p>
<ul>
{% for place in found.first -%}
<li>{{ where(place) }}{% if place.detail %} {{ place.detail }}{% endif %}</li>
{% endfor -%}
</ul>
</div>
{% endfor -%}
{% endif -%}
<h2>Files</h2>
<table>
{% for file in report.files -%}
<tr><td class="name"><code>{{ file.file }}</code></td><td>{{ file.form or "" }}</td>
<td class="count">{{ file.rows | number }}</td>
<td><small><code>{{ file.sha256[:16] }}</code></small></td></tr>
{% endfor -%}
</table>
<h2>How long the rows are</h2>
<div class="two">
{% for unit, part, spread, plot in lengths -%}
<section>
<h3>{{ part | capitalize }}, {{ unit }}</h3>
<div class="histogram" role="img" aria-label="number of rows by length">
{%- for share, edges, count in plot.bars -%}
<i style="height: {{ share }}%" title="{{ edges }}: {{ count }} rows"></i>
{%- endfor %}</div>
<div class="ends">{% for edge in plot.ticks %}<span>{{ edge }}</span>{% endfor %}</div>
<p><small>median {{ spread.median }}, 95% up to {{ spread.p95 }}, longest {{ spread.max }};
{{ spread.total | number }} in all. The scale is logarithmic.</small></p>
</section>
{% endfor -%}
</div>
<h2>How the rows are spread</h2>
<div class="two">
{% for name, bars, left in spreads -%}
<section>
<h3>{{ name }}</h3>
<table>
{% for label, count, share in bars -%}
<tr><td class="name">{{ label or "(none)" }}</td><td class="count">{{ count | number }}</td>
<td class="bar"><i style="width: {{ share }}%"></i></td></tr>
{% endfor -%}
</table>
{% if left %}<p><small>and {{ left }} more</small></p>{% endif -%}
</section>
{% endfor -%}
</div>
{% if report.near_duplicates.largest -%}
<h2>Near-duplicates</h2>
<p>{{ report.near_duplicates.rows | number }} rows are like an earlier one, in
{{ report.near_duplicates.clusters | number }} clusters; the largest:</p>
{% for cluster in report.near_duplicates.largest -%}
<h3>{{ cluster.rows }} rows, at least {{ (100 * cluster.similar) | round | int }}% alike</h3>
{% for row in cluster.first %}{{ one(row) }}{% endfor %}
{% endfor -%}
{% endif -%}
{% if report.worst -%}
<h2>Rows with most findings</h2>
{% for row in report.worst %}{{ one(row) }}{% endfor %}
{% endif -%}
</body>
</html>
"""


def write(report: dict, path: str | Path) -> None:
    """Writes the JSON report, and the page beside it: `path` is FILE.json or a folder."""
    path = Path(path)
    path = path if path.suffix == ".json" else path / "report.json"
    write_report(report, path, page(report))


def page(report: dict) -> str:
    """The page's text; `report`: see `neural.records.report`."""
    environment = Environment(autoescape=True, keep_trailing_newline=True)
    environment.filters["number"] = "{:,}".format
    files = report["files"]
    return environment.from_string(TEMPLATE).render(
        title=files[0]["file"] if len(files) == 1 else f"{len(files)} files",
        report=report,
        lengths=[
            (unit, part, report[unit][part], _plot(plot))
            for unit, parts in report["histograms"].items()
            for part, plot in parts.items()
        ],
        spreads=[(title, *_bars(report[key])) for key, title in TITLES.items() if report[key]],
    )


def _plot(histogram: dict) -> dict:
    counts, edges = histogram["counts"], histogram["edges"]
    most = max(counts, default=0) or 1
    spans = [
        str(low) if high == low + 1 else f"{low} to {high - 1}"
        for low, high in itertools.pairwise(edges)
    ]
    shares = [f"{100 * count / most:.1f}" for count in counts]
    last, steps = len(edges) - 1, min(TICKS, len(edges) - 1)
    ticks = [edges[round(step * last / steps)] for step in range(steps + 1)] if steps > 0 else edges
    return {"bars": list(zip(shares, spans, counts, strict=True)), "ticks": ticks}


def _bars(sizes: dict[str, int]) -> tuple[list[tuple[str, int, str]], int]:
    """(name, rows, per cent of the largest) of the largest, and how many are left out."""
    ranked = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
    most = max(sizes.values())
    bars = [(name, rows, f"{100 * rows / most:.1f}") for name, rows in ranked[:BARS]]
    return bars, max(0, len(ranked) - BARS)
