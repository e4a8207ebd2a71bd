"""May this model ship? Measured rates against the limits of config.yaml, one check each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rich.table import Table

from neural.errors import UserError, nearest

ALL = "all"  # where a limit counts for all rows, whatever their test set
NAMED = 10  # rows printed for a failed check; the report of the quantization has all
SHOWN = 300  # characters of a text


@dataclass(frozen=True)
class Check:
    """One limit: what was found, what is allowed, and the rows that failed it."""

    file: str
    what: str
    found: float
    limit: float
    ok: bool
    rows: list[dict] = field(default_factory=list)


def checks(
    evaluations: Sequence[dict],
    full: dict,
    limits: Mapping,
    losses: Sequence[dict] = (),
    last: Mapping | None = None,
) -> list[Check]:
    """Every check of the quantizations that are to ship.

    `full`: the report of F16 on the same rows; `losses`: of `neural.gguf.loss`; `last`: the last
    release, an entry of the ledger. `limits`: a model's `gate` of config.yaml.
    """
    found: list[Check] = []
    for report in evaluations:
        found += _minimum(report, limits.get("minimum", {}))
        if "drop" in limits:
            found.append(_drop(report, full, limits["drop"]))
        if "regression" in limits and last:
            found += _regression(report, last, limits["regression"])
    for loss in losses:
        found += _loss(loss, limits.get("loss", {}))
    return found


def _minimum(report: dict, minimum: Mapping[str, Mapping[str, float]]) -> Iterator[Check]:
    """The lowest rate of each metric, by test set."""
    parts = {ALL: report["overall"], **report["test_sets"]}
    for test_set, metrics in minimum.items():
        if test_set not in parts:
            raise UserError(
                f"gate.minimum.{test_set}: no such test set; {report['file']['name']} was asked "
                f"{', '.join(parts)}.{nearest(test_set, parts)}"
            )
        for metric, limit in metrics.items():
            rates = parts[test_set]
            if metric not in rates:
                raise UserError(
                    f"gate.minimum.{test_set}.{metric}: no such metric; "
                    f"{report['file']['name']} has {', '.join(rates)}.{nearest(metric, rates)}"
                )
            rate = rates[metric]["rate"]
            rows = [
                row
                for row in report["wrong"]
                if row.get(metric, 1) != 1 and test_set in (ALL, row.get("test_set"))
            ]
            ok = rate >= limit
            yield Check(
                report["file"]["name"], f"{metric}, {test_set}, at least", rate, limit, ok, rows
            )


def _drop(report: dict, full: dict, limit: float) -> Check:
    """How much of the headline the quantization lost; the rows that only F16 has right."""
    headline = report["headline"]
    if report["overall"][headline]["of"] != full["overall"][headline]["of"]:
        raise UserError(
            f"{report['file']['name']} and {full['file']['name']} were asked different rows; "
            "build both evaluations again."
        )
    already = {str(row["id"]) for row in full["wrong"]}
    lost = full["overall"][headline]["rate"] - report["overall"][headline]["rate"]
    rows = [row for row in report["wrong"] if str(row["id"]) not in already]
    what = f"{headline} lost against f16, at most"
    return Check(report["file"]["name"], what, lost, limit, lost <= limit, rows)


def _regression(report: dict, last: Mapping, limit: float) -> Iterator[Check]:
    """How much of the headline is lost since the last release of the same file name."""
    name, headline = report["file"]["name"], report["headline"]
    before = last["measured"].get(name)
    if before is None or before["headline"] != headline:
        return
    lost = before["overall"][headline]["rate"] - report["overall"][headline]["rate"]
    already = set(before["wrong"])
    rows = [row for row in report["wrong"] if str(row["id"]) not in already]
    yield Check(
        name, f"{headline} lost since the last release, at most", lost, limit, lost <= limit, rows
    )


def _loss(loss: dict, limits: Mapping[str, float]) -> Iterator[Check]:
    """Distance of the predictions from F16's, over answer tokens."""
    for key, what, sign in (("mean_kl", "mean KL from f16, at most", 1), ("top1", "same first "
                            "token as f16, at least", -1)):  # fmt: skip
        if key in limits:
            ok = sign * loss[key] <= sign * limits[key]
            yield Check(loss["file"]["name"], what, loss[key], limits[key], ok)


def table(found: Sequence[Check]) -> Table:
    """The checks, failed ones first."""
    made = Table(title="gate")
    for column in ("", "file", "check"):
        made.add_column(column)
    for column in ("found", "limit"):
        made.add_column(column, justify="right")
    for check in sorted(found, key=lambda check: check.ok):
        verdict = "passes" if check.ok else "[bold red]FAILS[/]"
        made.add_row(verdict, check.file, check.what, f"{check.found:.4f}", f"{check.limit:.4f}")
    return made


def failures(found: Sequence[Check]) -> Iterator[str]:
    """The rows of each failed check, as text for a person."""
    for check in found:
        if check.ok:
            continue
        yield f"\n{check.file}: {check.what} {check.limit:g}, found {check.found:.4f}"
        for row in check.rows[:NAMED]:
            mistake = row.get("mistake", {}).get("kind", "")
            yield f"  {row['id']} {row.get('test_set') or ''} {mistake}: {_line(row['question'])}"
            yield f"    expected {_line(row['expected'])}"
            yield f"    answer   {_line(row['answer'])}"
        if len(check.rows) > NAMED:
            yield f"  and {len(check.rows) - NAMED} more rows"


def _line(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
