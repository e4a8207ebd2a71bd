"""A dataset's card in Hugging Face's format, and its metadata in Croissant's (1.0, JSON-LD)."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from huggingface_hub import DatasetCardData

from neural.release.card import code, table

SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
SAMPLES = 3
TYPES = {str: "TEXT", bool: "BOOL", int: "INTEGER", float: "FLOAT"}  # of mlcroissant
LINES = 40  # of a table


def card(name: str, report: Mapping, recipe: Mapping, rows: Sequence[Mapping]) -> str:
    """Markdown with the YAML head of Hugging Face dataset cards.

    `report`: of the validation; `recipe`: what made the rows, as in config.yaml; `rows`: some.
    """
    made = yaml.safe_dump(dict(recipe), sort_keys=False, allow_unicode=True).rstrip()
    parts = [
        f"---\n{_head(name, report)}\n---",
        f"# {name}\n\n{_summary(report)}",
        f"## Recipe\n\nMade by `scripts/generate_{recipe['domain']}_dataset.py` with\n\n"
        + code(made, "yaml"),
        f"## Files\n\n{_files(report)}",
        f"## Rows\n\n{_fields(rows)}",
        f"## Statistics\n\n{_statistics(report)}",
        f"## Checks\n\n{_checks(report)}",
        "## Some rows\n\n" + "\n\n".join(_row(row) for row in rows[:SAMPLES]),
    ]
    return "\n\n".join(parts) + "\n"


def croissant(name: str, report: Mapping, recipe: Mapping, rows: Sequence[Mapping]) -> dict:
    """Croissant metadata: the file with its hash, and the fields that all of `rows` have.

    mlcroissant raises its ValidationError where they would not be valid.
    """
    import mlcroissant as mlc

    (file,) = report["files"]
    context = mlc.Context(conforms_to="http://mlcommons.org/croissant/1.0")
    fields = [
        mlc.Field(
            id=f"rows/{key}",
            name=key,
            data_types=[getattr(mlc.DataType, TYPES[kind])],
            source=mlc.Source(file_object="file", extract=mlc.Extract(column=key)),
        )
        for key, kind in columns(rows).items()
        if kind in TYPES
    ]
    metadata = mlc.Metadata(
        ctx=context,
        id=name,
        name=name,
        description=_summary(report),
        license=[
            f"https://spdx.org/licenses/{license}" for license in report["licenses"] if license
        ],
        url=Path(file["file"]).name,
        version="1.0.0",
        cite_as=f"{name}, generated with seed {recipe.get('seed', 0)}, sha256 {file['sha256']}",
        distribution=[
            mlc.FileObject(
                id="file",
                name=Path(file["file"]).name,
                content_url=Path(file["file"]).name,
                encoding_formats=["application/jsonlines"],
                sha256=file["sha256"],
            )
        ],
        record_sets=[mlc.RecordSet(id="rows", name="rows", fields=fields)],
    )
    # No date: the same rows give the same bytes.
    return metadata.to_json()


def columns(rows: Sequence[Mapping]) -> dict[str, type]:
    """The keys that all rows have with values of one type, in the first row's order."""
    found = {key: {type(row.get(key)) for row in rows} for key in rows[0]}
    return {key: min(kinds, key=str) for key, kinds in found.items() if len(kinds) == 1}


def _head(name: str, report: Mapping) -> str:
    licenses = [license.lower() for license in report["licenses"] if license]
    rows = report["rows"]
    return DatasetCardData(
        language=list(report["languages"]) or ["en"],
        license=licenses[0] if len(licenses) == 1 else licenses or "unknown",
        pretty_name=name,
        size_categories=[next((size for limit, size in SIZES if rows < limit), "n>1M")],
        task_categories=["text-generation"],
        annotations_creators=["machine-generated"],
        configs=[
            {
                "config_name": "default",
                "data_files": [Path(file["file"]).name for file in report["files"]],
            }
        ],
    ).to_yaml()


def _summary(report: Mapping) -> str:
    return (
        f"{report['rows']:,} rows for fine-tuning a language model, of {report['scenarios']:,} "
        f"scenarios in {report['split_groups']:,} split groups; generated and checked by programs. "
        "Rows of one split group belong on one side of any split."
    )


def _files(report: Mapping) -> str:
    lines = [
        (Path(f["file"]).name, f["form"], f"{f['rows']:,}", f["sha256"]) for f in report["files"]
    ]
    return table(("file", "form", "rows", "sha256"), lines)


def _fields(rows: Sequence[Mapping]) -> str:
    lines = [(f"`{key}`", kind.__name__, _cut(rows[0][key])) for key, kind in columns(rows).items()]
    return table(("key", "type", "for example"), lines)


def _statistics(report: Mapping) -> str:
    spreads = [
        (f"{part}, {unit}", *(spread[key] for key in ("min", "median", "p95", "max")))
        for unit in ("characters", "words", "tokens")
        for part, spread in report.get(unit, {}).items()
    ]
    parts = [table(("length", "shortest", "median", "95% up to", "longest"), spreads)]
    kinds = {"category": "categories", "licence": "licenses", "source": "sources"}
    for title, key in kinds.items():
        ranked = sorted(report[key].items(), key=lambda item: (-item[1], item[0]))[:LINES]
        parts.append(table((title, "rows"), [(name or "(none)", f"{n:,}") for name, n in ranked]))
    return "\n\n".join(parts)


def _checks(report: Mapping) -> str:
    near = report["near_duplicates"]
    found = [(f["level"], f["kind"], f"{f['count']:,}") for f in report["findings"]]
    told = table(("level", "finding", "count"), found) if found else "Nothing was found."
    return (
        f"Verdict of `scripts/validate_dataset.py`: {report['verdict']}. It looks for broken rows, "
        "copies, near-duplicates, contradictions, leaks of test questions, secrets, personal data, "
        "licences and imbalance, and asks the domain whether each answer is right. "
        f"{near['rows']:,} rows are near-duplicates of an earlier one.\n\n{told}"
    )


def _row(row: Mapping) -> str:
    return code(json.dumps(row, indent=1, ensure_ascii=False), "json")


def _cut(value: object) -> str:
    text = " ".join(str(value).split())
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`" if text else ""
