"""The report of what is built, as a browser shows it."""

import shutil

import pytest

from tests import checkout
from tests.browser import chromium

SCRIPT = (".venv/bin/python", "scripts/report.py")


@pytest.fixture
def project(tmp_path):
    return checkout.make(tmp_path / "project")


def test_nothing_is_built_yet(project):
    done = checkout.run(project, *SCRIPT)
    assert done.returncode == 1 and "nothing is built yet. Build a model: make" in done.stdout
    assert not (project / "reports/report.html").exists()


@pytest.mark.slow
def test_the_report_is_one_page_with_its_results(project, tmp_path):
    # What the build of one file leaves; the end-to-end test has real ones.
    for name in ("models/cypher-q4_k_m.gguf", "reports/cypher/mix.json"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("{}")
    incomplete = checkout.run(project, *SCRIPT)
    assert incomplete.returncode == 1 and "Snakemake makes no report" in incomplete.stdout
    assert not list(project.glob("reports/*report*"))

    plot = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><circle r="30"/></svg>'
    for name in ("cypher/training", "cypher/q4_k_m"):
        (project / f"reports/{name}.svg").write_text(plot)
    page = "<!doctype html><title>x</title><h1>a page of {}</h1>"
    (project / "reports/datasets").mkdir()
    for name in ("cypher/preflight", "cypher/q4_k_m", "datasets/cypher", "datasets/english"):
        (project / f"reports/{name}.html").write_text(page.format(name))
    done = checkout.run(project, *SCRIPT)
    assert done.returncode == 0 and "1 file," in done.stdout, done.stdout
    alone = shutil.copy(project / "reports/report.html", tmp_path / "alone.html")
    with chromium(tmp_path / "browser") as browser:
        browser.open(f"file://{alone}")
        text = browser.until(
            "document.body.innerText.includes('Where to look') && document.body.innerText"
        )
        assert "cypher: questions of the domain cypher; rows of cypher, english" in text
        assert "System Message" not in text  # what docutils says of bad text
        click = (
            "[...document.querySelectorAll('a')].find(one => one.innerText.trim() == {!r}).click()"
        )
        browser.value(click.format("cypher"))
        browser.until("document.body.innerText.includes('wrong answers')")
        assert browser.said == []
        assert {one.partition(":")[0] for one in browser.requests} <= {"file", "data", "blob"}
