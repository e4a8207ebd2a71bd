"""The report about a repository as one page, complete in itself, for the screen and for paper."""

from pathlib import Path

from jinja2 import Environment

from neural.domains.repository.picture import draw
from neural.files import write_report

TEMPLATE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ report.repository }}</title>
<style>
:root { color-scheme: light dark; --line: #8886; --soft: #8882; --bar: #47a }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
code { font: .9rem ui-monospace, monospace; overflow-wrap: anywhere }
small { opacity: .75 }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th { text-align: left; font-weight: 600 }
td, th { padding: .1rem .8rem .1rem 0 } td.count, th.count { text-align: right; width: 1% }
td.bar { width: 40% }
td.bar i { display: block; height: .8rem; min-width: 1px; background: var(--bar) }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1rem 3rem }
.two section { break-inside: avoid }
.picture { overflow-x: auto }
svg { width: 100%; min-width: 46rem; height: auto; fill: currentColor }
svg rect { fill: Canvas; stroke: currentColor }
svg text { font: 11px system-ui, sans-serif; text-anchor: middle }
svg .arrow { fill: none; stroke: currentColor; opacity: .35 }
@media print {
  body { max-width: none; margin: 0; font-size: 10pt } svg { min-width: 0 }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
</style>
</head>
<body>
<h1>{{ report.repository }}</h1>
<p>{{ report.place }} at <code>{{ report.revision[:12] }}</code>,
{{ report.license or "licences as the files say" }}.
About <b>{{ report.rows | number }}</b> rows can be made of it,
{{ report.characters | number }} characters.</p>
<h2>What can be learned</h2>
<div class="two">
{% for name, tasks in report.rows_by_category.items() -%}
<section>
<h3>{{ name }}: {{ tasks.values() | sum | number }}</h3>
{{ bars(tasks) }}
</section>
{% endfor -%}
</div>
<h2>What there is</h2>
<table>
<tr><th>language</th><th class="count">files</th><th class="count">of tests</th>
<th class="count">lines</th><th class="count">definitions or sections</th></tr>
{% for name, counts in report.languages.items() -%}
<tr><td>{{ name }}</td><td class="count">{{ counts.files | number }}</td>
<td class="count">{{ counts.tests | number }}</td><td class="count">{{ counts.lines | number }}</td>
<td class="count">{{ counts.definitions | number }}</td></tr>
{% endfor -%}
</table>
{% if report.packages -%}
<h2>Packages and what they import</h2>
<p>An arrow leads from a package to one that it imports; it is the thicker the more files do. The
lowest row imports none of the others.
{% if left %}The {{ left }} smallest of {{ report.packages | length }} packages are not shown.
{% endif -%}
{% if report.cycles %}Packages that import each other:
{% for cycle in report.cycles %}{% for name in cycle %}<code>{{ name }}</code>
{%- if not loop.last %}, {% endif %}{% endfor %}{% if not loop.last %}; {% endif %}{% endfor %}.
{% else %}No packages import each other.{% endif %}</p>
<div class="picture">{{ picture }}</div>
{% endif -%}
<h2>Documentation</h2>
<table>
{% for name, counts in report.documented.items() -%}
<tr><td>{{ name }}</td><td class="count">{{ counts.documented | number }}</td>
<td class="count">of&nbsp;{{ counts.of | number }}</td>
<td class="bar"><i style="width: {{ share(counts.documented, counts.of) }}%"></i></td></tr>
{% endfor -%}
</table>
<h2>Tests</h2>
<p>{{ report.tested.tests | number }} tests, of which {{ report.tested.paired | number }} could be
paired with what they test; {{ report.tested.functions_tested | number }} of
{{ report.tested.functions | number }} functions are called or tested by a test by name. Most
untested functions are in:</p>
<table>
{% for one in report.tested.least -%}
<tr><td><code>{{ one.package }}</code></td><td class="count">{{ one.tested | number }}</td>
<td class="count">of&nbsp;{{ one.of | number }}</td>
<td class="bar"><i style="width: {{ share(one.tested, one.of) }}%"></i></td></tr>
{% endfor -%}
</table>
<div class="two">
<section><h2>Largest files</h2>{{ bars(largest) }}</section>
<section><h2>Most called code of others</h2>{{ bars(foreign) }}</section>
<section><h2>Files that were left out</h2>{{ bars(report.left_out) }}</section>
<section><h2>Parts without a row, and why</h2>{{ bars(report.dropped) }}</section>
</div>
</body>
</html>
"""
BARS = """<table>
{% for name, count in values.items() -%}
<tr><td><code>{{ name }}</code></td><td class="count">{{ count | number }}</td>
<td class="bar"><i style="width: {{ share(count, most) }}%"></i></td></tr>
{% endfor -%}
</table>"""


def write(report: dict, path: str | Path) -> None:
    """Writes the report as JSON to `path`, and the page beside it."""
    write_report(report, path, page(report))


def page(report: dict) -> str:
    """The page's text; `report`: see `neural.domains.repository.report`."""
    from markupsafe import Markup

    environment = Environment(autoescape=True, keep_trailing_newline=True)
    environment.filters["number"] = "{:,}".format
    small = environment.from_string(BARS)

    def bars(values: dict[str, int]) -> Markup:
        most = max(values.values(), default=0)
        return Markup(small.render(values=values, most=most, share=_share))

    picture, left = draw(report["packages"])
    return environment.from_string(TEMPLATE).render(
        report=report,
        bars=bars,
        share=_share,
        picture=Markup(picture),
        left=left,
        largest={one["file"]: one["lines"] for one in report["largest_files"]},
        foreign={one["module"]: one["calls"] for one in report["foreign"]},
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "0"
