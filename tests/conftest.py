"""Models that several tests ask; each is made once a session."""

import pytest
import tiny_qwen2
from hypothesis import settings

# Shared machines pause at any moment; and a change must not fail for an example that another draw
# would have spared it. New examples: pytest --hypothesis-profile=search
settings.register_profile("search", deadline=None)
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """A merged folder, BF16, random weights."""
    return tiny_qwen2.build(tmp_path_factory.mktemp("tiny") / "tiny")


@pytest.fixture(scope="session")
def tiny32(tmp_path_factory):
    """The same in F32, which numpy can read and write."""
    return tiny_qwen2.build(tmp_path_factory.mktemp("tiny32") / "tiny", dtype="float32")


@pytest.fixture(scope="session")
def trained(tmp_path_factory):
    """A merged folder of a model that answers a word and stops."""
    return tiny_qwen2.build(tmp_path_factory.mktemp("trained") / "trained", steps=120)


@pytest.fixture(scope="session")
def tiny_gguf(tiny, tmp_path_factory):
    """The tiny model as F16."""
    from neural.gguf import writer

    return writer.write(tiny, tmp_path_factory.mktemp("gguf") / "f16.gguf")


@pytest.fixture(scope="session")
def narrow_gguf(tmp_path_factory):
    """F16 of a model whose feed-forward width is no multiple of 256."""
    from neural.gguf import writer

    folder = tiny_qwen2.build(tmp_path_factory.mktemp("narrow") / "narrow", intermediate=96 * 3)
    return writer.write(folder, tmp_path_factory.mktemp("gguf") / "f16.gguf")


@pytest.fixture(scope="session")
def trained_gguf(trained, tmp_path_factory):
    """The trained model as F16."""
    from neural.gguf import writer

    return writer.write(trained, tmp_path_factory.mktemp("gguf") / "f16.gguf")


@pytest.fixture
def given_file(tmp_path, monkeypatch):
    """Writes a file into an empty folder and returns its name."""
    monkeypatch.chdir(tmp_path)

    def write(text: str, name: str = "my.yaml") -> str:
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    return write
