"""What is compiled once for this environment and used by every batch."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from neural.files import exclusive
from neural.sandbox.toolchains import Toolchain

RUNNERS = Path(__file__).parent / "runners"
FOLDER = Path(sys.prefix) / "sandbox"
GO_ENVIRONMENT = {
    "GOCACHE": "/cache",
    "GOPATH": "/tmp/go",
    "GOFLAGS": "-mod=mod",
    "GOTOOLCHAIN": "local",
    "GOPROXY": "off",
    "GOTELEMETRY": "off",
    "CGO_ENABLED": "0",
}
# What solutions import; another package costs its compilation in each batch.
GO_PACKAGES = """
bufio bytes cmp container/heap container/list container/ring context encoding/base64 encoding/csv
encoding/hex encoding/json errors fmt hash/crc32 hash/fnv io iter maps math math/big math/bits
math/cmplx math/rand net/url os path reflect regexp slices sort strconv strings sync sync/atomic
testing testing/internal/testdeps text/tabwriter text/template time unicode unicode/utf16
unicode/utf8
"""


def java_runner(toolchain: Toolchain) -> Path:
    """A folder with the runner's classes."""
    sources = sorted(RUNNERS.glob("*.java"))

    def build(folder: Path) -> None:
        _call([toolchain.program("javac"), "-d", folder, *sources], {})

    return _once("java", toolchain, b"".join(map(Path.read_bytes, sources)), build)


@contextmanager
def go_cache(toolchain: Toolchain) -> Iterator[Path]:
    """A build cache that knows the standard library, for one batch."""
    made_of = GO_PACKAGES.encode()

    def build(folder: Path) -> None:
        environment = GO_ENVIRONMENT | {"GOCACHE": str(folder), "GOROOT": str(toolchain.home)}
        _call([toolchain.program("go"), "build", *GO_PACKAGES.split()], environment)

    whole = _once("go", toolchain, made_of, build)
    with tempfile.TemporaryDirectory(prefix="go-", dir=FOLDER) as folder:
        copy = Path(folder) / "cache"
        shutil.copytree(whole, copy, copy_function=os.link)  # the compiler only adds files
        yield copy


def _once(name: str, toolchain: Toolchain, made_of: bytes, build: Callable[[Path], None]) -> Path:
    key = f"{toolchain.home} {toolchain.version}".encode() + made_of
    folder = FOLDER / f"{name}-{hashlib.sha256(key).hexdigest()[:16]}"
    if not folder.exists():
        with exclusive(FOLDER / f"{name}.lock"):
            if not folder.exists():
                part = Path(tempfile.mkdtemp(prefix=f"{name}-part-", dir=FOLDER))
                build(part)
                part.rename(folder)
    return folder


def _call(command: list, environment: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            command,
            env={"HOME": home, "PATH": "/usr/bin:/bin"} | environment,
            cwd=home,
            capture_output=True,
            text=True,
        )
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr}")
