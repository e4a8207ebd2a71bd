"""The conversations of a file, whatever program exported it; told by content, not by name."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from neural.domains.chat.conversation import Conversation, NotOne
from neural.domains.chat.formats import logs, mail, tables, teams
from neural.records.inputs import Unreadable, decoded

LINE = 64 << 20  # bytes: a longer line is no row

Found = Iterator[Conversation | NotOne]


def read(data: bytes, path: Path, people: dict[str, str]) -> tuple[str, Found]:
    """The format's name and its conversations; what is none comes as NotOne.

    `people`: names by id, of a Slack export. Unreadable where the format is unknown.
    """
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise Unreadable("empty")
    if head.startswith(b"PK\x03\x04"):
        raise Unreadable("a zip; unpack it first")
    if head.startswith(b"From ") or (path.suffix in (".mbox", ".eml") and b":" in head):
        return "mbox", mail.read(data)
    if head[:1] in b"[{":
        return _json(data, head, people)
    if head.startswith(b"<") and b"<posts" in head:
        return "Stack Exchange", teams.stack_exchange(data)
    text = decoded(data)
    if tables.is_table(text):
        return "CSV", tables.read(text)
    raise Unreadable("no conversations in a form that is known")


def _json(data: bytes, head: bytes, people: dict[str, str]) -> tuple[str, Found]:
    first = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    if head[:1] == b"{" and len(first) <= LINE:
        row = _value(first)
        if isinstance(row, dict) and logs.form(row) and "channel" not in row:
            return logs.form(row), _lines(data)
    if len(data) > LINE and b"\n" not in data[:LINE]:
        raise Unreadable(f"a line longer than {LINE >> 20} MiB")
    value = _value(data)
    if value is None:
        raise Unreadable("damaged JSON")
    if isinstance(value, dict):
        if "post_stream" in value:
            return "Discourse", teams.discourse(value)
        if isinstance(value.get("messages"), list) and "channel" in value:
            return "Discord", teams.discord(value)
        value = value.get("conversations") if logs.form(value) is None else [value]
    if not isinstance(value, list) or not value:
        raise Unreadable("JSON without conversations")
    if all(isinstance(one, dict) and "ts" in one for one in value):
        return "Slack", teams.slack(value, people)
    form = next((form for one in value[:50] if (form := logs.form(one))), None)
    if not form:
        raise Unreadable("JSON without conversations")
    return form, (logs.conversation(one, f"entry {n}") for n, one in enumerate(value, 1))


def _lines(data: bytes) -> Found:
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        if len(line) > LINE:
            yield NotOne(f"a line longer than {LINE >> 20} MiB")
            continue
        row = _value(line.removeprefix(b"\xef\xbb\xbf"))
        yield logs.conversation(row, f"line {number}") if row is not None else NotOne("not JSON")


def _value(data: bytes) -> object:
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        pass
    try:
        return msgspec.json.decode(decoded(data).encode())
    except (msgspec.DecodeError, RecursionError, UnicodeError, Unreadable):
        return None
