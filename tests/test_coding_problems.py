import re
import shutil

import pytest

from neural.domains.coding import check, library, texts
from neural.errors import UserError
from neural.sandbox import toolchains

INSTALLED = [each for each in toolchains.LANGUAGES if not toolchains.missing([each])]


@pytest.mark.slow
@pytest.mark.parametrize("name", library.names())
def test_all_languages_agree(name):
    assert check.check(library.load(name), languages=INSTALLED).problems == []


@pytest.fixture
def altered(tmp_path):
    folder = tmp_path / "altered"
    shutil.copytree(library.FOLDER / "sequences", folder)

    def alter(file: str, old: str, new: str):
        text = (folder / file).read_text()
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1))
        return folder

    return alter


@pytest.mark.parametrize(
    ("file", "old", "new", "family", "message"),
    [
        (
            "solutions.js",
            "start <= last.end",
            "start < last.end",
            "merge_intervals",
            r"merge_intervals\[touching=joined\] javascript: .* = \[.*\], but in Python \[",
        ),
        ("solutions.py", "size must be at least 1", "no", "chunked", "none of errors"),
        ("solutions.py", "<= high for", "< high for", "count_between", "the oracle has"),
        ("spec.py", ", {bounds}.", ".", "count_between", "statement says the same for both"),
        (
            "solutions.py",
            "    return sum(low <=",
            "    return  sum(low <=",
            "count_between",
            "format",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(altered, file, old, new, family, message):
    folder = altered(file, old, new)
    languages = ["python"] + (["javascript"] if file.endswith(".js") else [])
    found = check.check(library.read(folder), [family], languages).problems
    assert any(re.search(message, each) for each in found), found


def test_a_misspelt_condition_is_a_clear_mistake(altered):
    folder = altered("solutions.go", "bounds=closed", "bounds=close")
    with pytest.raises(UserError, match=r"solutions.go:7: bounds=close: .* Did you mean 'closed'"):
        library.read(folder)


def test_a_go_method_is_named_as_it_is_exported_though_a_field_is_called_the_same():
    topic = library.load("state_machines")
    variant = topic.families["turnstile"].variants[0]
    source = topic.source(variant, "go").whole
    assert "passed" in source
    assert "`Passed`" in texts.statement(variant, "go", source)
