"""A small repository of releases, its remote, a host, and servers that misbehave on request."""

import hashlib
import json
import os
import random
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from neural.release import listing
from tests.checkout import ROOT

MODEL_GET = ROOT / "host/model-get"
QUESTION = {"messages": [{"role": "user", "content": "How many?"}], "temperature": 0}
IDENTITY = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")}  # fmt: skip


def answer(version: str, quant: str = "q4_k_m") -> str:
    """What that version's file says: its quotes, arrows and lines must survive JSON."""
    return f'MATCH (n:`{quant}`)-[:R]->(m)\nWHERE n.v < 3 AND n.name = "{version}"\nRETURN m'


def content(version: str, size: int) -> dict[str, bytes]:
    """A release's files by name, in the order of its list."""
    rng = random.Random(f"{version} {size}")
    files = {f"cypher-{quant}.gguf": rng.randbytes(size) for quant in ("q4_k_m", "q8_0")}
    settings = "NORNICDB_HEIMDALL_ENABLED=true\nNORNICDB_HEIMDALL_MODEL=cypher-q4_k_m\n"
    infer = {"statement": "CALL db.infer($request) YIELD text", "parameters": {"request": QUESTION}}
    texts = {
        "README.md": f"# cypher {version}\n",
        "nornicdb.env": settings + f"NORNICDB_HEIMDALL_CONTEXT_SIZE={len(version)}\n",
        "ask-nornicdb.json": json.dumps({"statements": [infer]}),
        "ask-openai.json": json.dumps(QUESTION),
        **{f"ask-cypher-{q}.txt": answer(version, q) for q in ("q4_k_m", "q8_0")},
    }
    return files | {name: text.encode() for name, text in texts.items()}


def line(name: str, data: bytes) -> str:
    """A file's line of the list: SHA-256, MD5, bytes, name."""
    sums = hashlib.sha256(data).hexdigest(), hashlib.md5(data).hexdigest()
    return f"{sums[0]}  {sums[1]}  {len(data)}  {name}\n"


class Registry:
    """A git repository with tags, and a remote folder in DVC's layout."""

    def __init__(self, folder: Path, size: int = 200_000):
        self.repo, self.remote, self.size = folder / "repo", folder / "remote", size
        self.work = folder / "work"
        self.git("init", "-q", "--bare", str(self.repo), at=folder)
        self.git("init", "-q", "-b", "main", str(self.work), at=folder)

    def git(self, *arguments: str, at: Path | None = None) -> None:
        subprocess.run(
            ["git", *arguments], cwd=at or self.work, env=os.environ | IDENTITY, check=True
        )

    def store(self, data: bytes) -> Path:
        path = self.place(data)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def place(self, data: bytes) -> Path:
        md5 = hashlib.md5(data).hexdigest()
        return self.remote / "files/md5" / md5[:2] / md5[2:]

    def release(self, version: str, **changed: bytes) -> dict[str, bytes]:
        """Publishes a version, annotated as `git tag -a` does; returns its files."""
        files = content(version, self.size) | changed
        bundle = self.work.parent / version
        bundle.mkdir(exist_ok=True)
        for name, data in files.items():
            self.store(data)
            (bundle / name).write_bytes(data)
        remote = {"url": str(self.remote)}  # a folder: not named in the list
        self.publish(version, listing.text("cypher", version, sorted(bundle.iterdir()), remote))
        return files

    def publish(self, version: str, text: str) -> None:
        """Commits this text as the list of files, tags it and pushes."""
        (self.work / "releases").mkdir(exist_ok=True)
        (self.work / "releases/cypher.txt").write_text(text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", version)
        self.tag(f"cypher@{version}", "-a", "-m", version)

    def tag(self, name: str, *flags: str) -> None:
        self.git("tag", "-f", *flags, name)
        self.git("push", "-q", "-f", str(self.repo), f"refs/tags/{name}")


class Host:
    """A machine that installs from a registry."""

    def __init__(self, folder: Path, registry: Registry, shell: tuple[str, ...] = (), **settings):
        self.store, self.models = folder / "store", folder / "models"
        self.home, self.settings_file = self.store / "cypher", folder / "heimdall.env"
        self.models.mkdir(parents=True)
        self.shell = list(shell)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "MODEL_GET_ENV": str(folder / "none"),
            "MODEL_GET_REPO": str(registry.repo),
            "MODEL_GET_REMOTE": str(registry.remote),
            "MODEL_GET_STORE": str(self.store),
            "MODEL_GET_MODELS": str(self.models),
            "MODEL_GET_SETTINGS": str(self.settings_file),
        } | settings

    def start(self, *arguments: str, **settings: str) -> subprocess.Popen:
        """In a process group of its own; both streams in `stdout`."""
        return subprocess.Popen(
            [*self.shell, str(MODEL_GET), *arguments],
            env=self.environment | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, **settings: str) -> tuple[int, str]:
        """Exit code and what was printed."""
        process = self.start(*arguments, **settings)
        said, _ = process.communicate()
        return process.returncode, said

    def do(self, *arguments: str, **settings: str) -> str:
        code, said = self.run(*arguments, **settings)
        assert code == 0, said
        return said

    def refuses(self, *arguments: str, **settings: str) -> str:
        code, said = self.run(*arguments, **settings)
        assert code == 1, said
        assert said.splitlines()[-1], said
        return said

    def link(self, name: str) -> str | None:
        path = self.home / name
        return path.readlink().name if path.is_symlink() else None

    @property
    def current(self) -> str | None:
        return self.link("current")

    @property
    def previous(self) -> str | None:
        return self.link("previous")

    def served(self) -> dict[str, bytes]:
        """What a server finds in its models folder."""
        return {path.name: path.read_bytes() for path in self.models.iterdir()}


class Objects(ThreadingHTTPServer):
    """Serves a folder with ranges; `faults` by path end: a number of bytes after which the
    connection breaks (each time), a status, or "whole" for a server that knows no ranges."""

    daemon_threads = True

    def __init__(self, folder: Path, bytes_a_second: float = 0):
        super().__init__(("127.0.0.1", 0), ObjectHandler)
        self.folder, self.pace, self.faults, self.requests = folder, bytes_a_second, {}, []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class ObjectHandler(BaseHTTPRequestHandler):
    server: Objects

    def do_GET(self) -> None:
        data_range = self.headers.get("Range")
        self.server.requests.append((self.path, data_range, dict(self.headers)))
        path = self.server.folder / self.path.lstrip("/")
        fault = next((f for end, f in self.server.faults.items() if self.path.endswith(end)), None)
        if isinstance(fault, int) and 400 <= fault < 600:
            return self.send_error(fault)
        if not path.is_file():
            return self.send_error(404)
        data, start = path.read_bytes(), 0
        if data_range and fault != "whole":
            start = int(data_range.removeprefix("bytes=").rstrip("-"))
            if start >= len(data):
                return self.send_error(416)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        end = min(len(data), start + fault) if isinstance(fault, int) else len(data)
        self.send(data[start:end])

    def send(self, data: bytes) -> None:
        step = 20_000
        try:
            for at in range(0, len(data), step):
                self.wfile.write(data[at : at + step])
                if self.server.pace:
                    time.sleep(step / self.server.pace)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the host was killed; its next request goes on

    def log_message(self, *arguments) -> None:
        pass


class Answers(ThreadingHTTPServer):
    """NornicDB and llama-server in one: says what the file in the models folder would say."""

    daemon_threads = True

    def __init__(self, models: Path):
        super().__init__(("127.0.0.1", 0), AnswerHandler)
        self.models, self.wrong, self.loading, self.asked = models, set(), 0, []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def text(self) -> str:
        [file] = self.models.glob("*.gguf")
        version = file.resolve().parent.name.split("+")[0]
        right = answer(version, file.stem.removeprefix("cypher-"))
        return "I am a teapot" if version in self.wrong else right


class AnswerHandler(BaseHTTPRequestHandler):
    server: Answers

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, body, self.headers.get("Authorization")))
        if self.server.loading > 0:
            self.server.loading -= 1
            return self.send_error(503)
        if self.path.endswith("/tx/commit"):
            [statement] = body["statements"]
            assert statement["parameters"]["request"] == QUESTION
            row = {"row": [self.server.text()], "meta": [None]}
            reply = {"results": [{"columns": ["text"], "data": [row]}], "errors": []}
        else:
            assert body == QUESTION
            reply = {"choices": [{"message": {"role": "assistant", "content": self.server.text()}}]}
        # Go's encoder writes these three so; other servers put spaces where they like.
        text = json.dumps(reply, indent=1)
        for sign in "<>&":
            text = text.replace(sign, f"\\u{ord(sign):04x}")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *arguments) -> None:
        pass


def serve(server: ThreadingHTTPServer) -> ThreadingHTTPServer:
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server
