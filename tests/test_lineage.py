"""Digests of code: what counts as a change, and what belongs to a script."""

import pytest

from neural import lineage


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A small project: two scripts, a package with relative imports, a domain with data."""
    files = {
        "neural/__init__.py": "",
        "neural/a.py": "def f(x):\n    return x + 1\n",
        "neural/b.py": "from neural import a\n\n\ndef g(x):\n    return a.f(x)\n",
        "neural/deep/__init__.py": "from .inner import h\n",
        "neural/deep/inner.py": "from .. import b\n\n\ndef h():\n    import neural.late\n",
        "neural/late.py": "X = 1\n",
        "neural/other.py": "Y = 1\n",
        "neural/domains/__init__.py": "from importlib import import_module\n\n\n"
        "def load(name):\n    return import_module(name)\n",
        "neural/domains/one/__init__.py": "from neural.domains.one import shapes\n",
        "neural/domains/one/shapes.py": "",
        "neural/domains/one/rows/all.yaml": "a: 1\n",
        "neural/domains/one/desk.py": "",  # for people's questions: makes nothing
        "neural/domains/two/__init__.py": "",
        "scripts/uses_deep.py": '"""Help."""\nimport sys\n\nfrom neural.deep import h\n',
        "scripts/uses_domain.py": "from neural import domains\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(lineage, "ROOT", tmp_path)
    monkeypatch.setattr(lineage, "DOMAINS", tmp_path / "neural/domains")
    forget()
    yield tmp_path
    forget()


def digest(tree, name: str, text: str) -> str:
    (tree / name).write_text(text)
    forget()
    return lineage._file_digest(tree / name)


def forget():
    """A new process knows nothing of the old files."""
    for known in vars(lineage).values():
        if hasattr(known, "cache_clear"):
            known.cache_clear()


def test_the_closure_follows_packages_relative_and_late_imports(tree):
    assert lineage.closure("scripts/uses_deep.py") == (
        "neural/__init__.py",
        "neural/a.py",
        "neural/b.py",
        "neural/deep/__init__.py",
        "neural/deep/inner.py",
        "neural/late.py",
        "scripts/uses_deep.py",
    )


def test_a_domain_counts_with_its_data_and_only_where_it_is_named(tree):
    own = {"neural/__init__.py", "neural/domains/__init__.py", "scripts/uses_domain.py"}
    assert set(lineage.closure("scripts/uses_domain.py")) == own
    assert set(lineage.closure("scripts/uses_domain.py", "one")) == own | {
        "neural/domains/one/__init__.py",
        "neural/domains/one/shapes.py",
        "neural/domains/one/rows/all.yaml",
    }


@pytest.mark.parametrize(
    "same",
    [
        "def f(x):\n    # why\n    return x + 1\n",
        '"""Module."""\n\n\ndef f(x):\n    """Adds one."""\n    return x + 1\n',
        "def f(\n    x,\n):\n    return (x + 1)\n",
        "\n\n\ndef f(x): return x + 1",
    ],
)
def test_comments_docstrings_and_layout_do_not_count(tree, same):
    before = digest(tree, "neural/a.py", "def f(x):\n    return x + 1\n")
    assert digest(tree, "neural/a.py", same) == before


@pytest.mark.parametrize(
    "other",
    [
        "def f(x):\n    return x + 2\n",
        "def f(x):\n    return 'x + 1'\n",
        "def f(y):\n    return y + 1\n",
    ],
)
def test_code_counts(tree, other):
    before = digest(tree, "neural/a.py", "def f(x):\n    return x + 1\n")
    assert digest(tree, "neural/a.py", other) != before


@pytest.mark.parametrize("call", ["importlib.import_module('neural.a')", "__import__('neural.a')"])
def test_an_import_that_cannot_be_followed_is_refused_by_file_and_line(tree, call):
    (tree / "neural/other.py").write_text(f"import importlib\n\nmodule = {call}\n")
    (tree / "scripts/uses_deep.py").write_text("import neural.other\n")
    with pytest.raises(ValueError, match=r"neural/other.py:3: .* hides what is imported"):
        lineage.closure("scripts/uses_deep.py")


def test_canonical_text_does_not_depend_on_the_order_of_keys():
    assert lineage.canonical({"b": 1, "a": [2]}) == lineage.canonical({"a": [2], "b": 1})


def test_facts_kept_for_the_next_run_change_no_digest(tree):
    first = lineage.code("scripts/uses_deep.py")
    kept = tree / lineage.KEPT
    assert "neural/deep/inner.py" in kept.read_text()
    forget()
    assert lineage.code("scripts/uses_deep.py") == first
    (tree / "neural/a.py").write_text("def f(x):\n    return x + 2\n")
    forget()
    changed = lineage.code("scripts/uses_deep.py")
    assert changed != first
    for damage in ("{", '{"neural/a.py": ["0"]}'):
        kept.write_text(damage)
        forget()
        assert lineage.code("scripts/uses_deep.py") == changed
