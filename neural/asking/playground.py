"""The same in a browser: one page, served to this machine alone.

Other sites cannot use it: requests need the token that stands in the page, and the name of this
machine, which a foreign name that points here is not.
"""

import json
import secrets
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock

from jinja2 import Environment
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from neural.asking.session import Session, record
from neural.asking.talk import Said, printable
from neural.domains.desk import Reading
from neural.errors import UserError

PAGE = Path(__file__).with_name("page.html")
HOST = "127.0.0.1"
LARGEST = 100_000  # bytes of a request
POLICY = (
    "default-src 'none'; style-src 'nonce-{0}'; script-src 'nonce-{0}'; connect-src 'self'; "
    "img-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


def serve(session: Session, port: int, name: str) -> "Playground":
    """A server that listens; `serve_forever` answers. UserError where the port is taken."""
    try:
        return Playground((HOST, port), session, name)
    except OSError as error:
        raise UserError(
            f"port {port}: {error.strerror}. Take another with --port, or 0 for any that is free "
            "(make: PORT=)."
        ) from None
    except OverflowError:
        raise UserError(f"port {port}: expected 0 to 65535.") from None


class Playground(ThreadingHTTPServer):
    """One model for all windows: questions wait for each other."""

    daemon_threads = True

    def __init__(self, place: tuple[str, int], session: Session, name: str) -> None:
        super().__init__(place, _Handler)
        self.session, self.name = session, name
        self.token, self.busy = secrets.token_urlsafe(16), Lock()
        # Readings that were shown, by number: a window runs only what it was shown.
        self.shown: dict[int, tuple[str, Said, Reading]] = {}

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}/"

    def page(self, nonce: str) -> str:
        """The page, whole; `nonce` marks its own style and script."""
        desk = self.session.desk
        template = Environment(autoescape=True).from_string(PAGE.read_text("utf-8"))
        return template.render(
            name=self.name,
            title=desk.title,
            schema=coloured(desk.text, desk.language),
            examples=desk.examples,
            token=self.token,
            nonce=nonce,
            light=HtmlFormatter(style="default").get_style_defs("pre"),
            dark=HtmlFormatter(style="github-dark").get_style_defs("pre"),
        )

    def ask(self, question: str) -> Iterator[dict]:
        """The answer piece by piece, then what it turned out to be, then its rows."""
        with self.busy:
            for said in self.session.ask(question):
                yield {"text": printable(said.text)}
            reading = self.session.read(question, said)
            number = len(self.shown)
            self.shown[number] = question, said, reading
            html = coloured(reading.text, reading.language)
            yield {"number": number, "html": html, **record(question, said, reading, None)}
            if reading.runs and not reading.changes:
                yield self._run(number)

    def agree(self, number: int) -> Iterator[dict]:
        """Runs what a person was shown and agreed to."""
        with self.busy:
            if number not in self.shown or not self.shown[number][2].runs:
                raise UserError("nothing of that number can be run; ask again.")
            yield self._run(number)

    def _run(self, number: int) -> dict:
        question, said, reading = self.shown[number]
        return record(question, said, reading, self.session.run(reading))


def coloured(text: str, language: str) -> str:
    """Text as HTML, with classes for its parts where its language is known."""
    lexer = get_lexer_by_name(language or "text", ensurenl=False, stripnl=False)
    return highlight(text, lexer, HtmlFormatter(nowrap=True)).removesuffix("\n")


class _Handler(BaseHTTPRequestHandler):
    server: Playground

    def do_GET(self) -> None:
        if not self._is_ours():
            return
        if self.path.partition("?")[0] != "/":
            self.send_error(404)
            return
        nonce = secrets.token_urlsafe(16)
        body = self.server.page(nonce).encode()
        self.send_response(200)
        for name, value in {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(body)),
            "Content-Security-Policy": POLICY.format(nonce),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        if not self._is_ours():
            return
        token = self.headers.get("X-Token", "").encode()
        if not secrets.compare_digest(token, self.server.token.encode()):
            self.send_error(403, "reload the page: the playground was started anew")
            return
        wanted = self._body()
        if self.path == "/ask" and isinstance(wanted, str):
            self._stream(self.server.ask(wanted))
        elif self.path == "/run" and isinstance(wanted, int):
            self._stream(self.server.agree(wanted))
        else:
            self.send_error(400)

    def _is_ours(self) -> bool:
        port = self.server.server_address[1]
        ours = self.headers.get("Host") in (f"{HOST}:{port}", f"localhost:{port}")
        if not ours:
            self.send_error(403, "asked for by another name")
        return ours

    def _body(self) -> object:
        try:
            size = int(self.headers.get("Content-Length", 0))
            return json.loads(self.rfile.read(size)) if 0 < size <= LARGEST else None
        except (ValueError, RecursionError):
            return None

    def _stream(self, events: Iterator[dict]) -> None:
        """A line of JSON for each event; a mistake is one, too."""
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.end_headers()
        try:
            try:
                for event in events:
                    self._line(event)
            except UserError as error:
                self._line({"mistake": str(error)})
        except ConnectionError:
            return  # the window is gone, or its question was stopped

    def _line(self, event: dict) -> None:
        self.wfile.write(json.dumps(event, ensure_ascii=False, default=str).encode() + b"\n")
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Questions are nobody's business."""
