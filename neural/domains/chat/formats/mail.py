"""E-mail: the threads of a mailbox, each mail without what it quotes and signs."""

import email
import email.policy
import re
from collections import defaultdict
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from neural.domains.chat.conversation import Conversation, NotOne, Turn
from neural.records.inputs import Unreadable, decoded

_FROM = re.compile(rb"(?m)^From [^\n]*\d{2}:\d{2}[^\n]*\n")
_SIGNATURE = re.compile(r"(?m)^-- ?$")
LARGEST = 1 << 20  # bytes of a mail that somebody wrote


def read(data: bytes) -> Iterator[Conversation | NotOne]:
    """The threads of an mbox, or the one mail of a file."""
    starts = [found.end() for found in _FROM.finditer(data)] or [0]
    begins = [found.start() for found in _FROM.finditer(data)][1:]
    threads: dict[str, list[tuple[float, int, Turn, str]]] = defaultdict(list)
    root: dict[str, str] = {}
    for number, (start, end) in enumerate(zip(starts, [*begins, len(data)], strict=True)):
        if end - start > 40 * LARGEST:
            yield NotOne("a mail larger than 40 MiB")
            continue
        mail = _mail(data[start:end], number)
        if isinstance(mail, NotOne):
            yield mail
            continue
        id, parents, turn, name, when = mail
        thread = next((root[one] for one in parents if one in root), parents[0] if parents else id)
        root[id] = thread
        for one in parents:
            root.setdefault(one, thread)
        threads[thread].append((when, number, turn, name))
    for thread in threads.values():
        thread.sort(key=lambda one: one[:2])
        names = tuple(dict.fromkeys(name for *_, name in thread if name))
        speakers = {turn.speaker for _, _, turn, _ in thread}
        if len(speakers) < 2:
            yield NotOne("nobody answered")
            continue
        yield Conversation(f"mail {thread[0][1] + 1}", tuple(one[2] for one in thread), names)


def _mail(raw: bytes, number: int):
    """(id, ids of what it answers, turn, sender's name, time), or NotOne."""
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    name, address = parseaddr(_header(message, "From"))
    text = _body(message)
    if text is None:
        return NotOne("a mail without text")
    if not address and not name:
        return NotOne("a mail without a sender")
    id = _header(message, "Message-ID").strip() or f"mail {number}"
    parents = re.findall(r"<[^<>\s]+>", _header(message, "References"))
    parents += re.findall(r"<[^<>\s]+>", _header(message, "In-Reply-To"))
    subject = re.sub(r"(?i)^(?:(?:re|aw|fwd?)\s*:\s*)+", "", _header(message, "Subject")).strip()
    text = _own(text)
    if subject and not parents:
        text = f"{subject}\n\n{text}"
    when = _when(_header(message, "Date"))
    return id, parents, Turn((address or name).casefold(), text), name, when


def _header(message: Message, key: str) -> str:
    value = message.get(key)
    if value is None:
        return ""
    try:
        return " ".join(str(make_header(decode_header(str(value)))).split())
    except (ValueError, LookupError, UnicodeError, MessageError):
        return " ".join(str(value).encode("utf-8", "replace").decode().split())


def _when(date: str) -> float:
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
        return 0.0


def _body(message: Message) -> str | None:
    """The plain text, else the HTML as text."""
    html = None
    for part in message.walk():
        if part.is_multipart() or part.get_filename():
            continue
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html"):
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or len(payload) > LARGEST:
            continue
        text = _decoded(payload, part.get_content_charset())
        if text is not None and kind == "text/plain" and text.strip():
            return text
        if text is not None and html is None and kind == "text/html":
            html = text
    if html is None:
        return None
    from neural.domains.chat.clean import from_html

    return from_html(html)


def _decoded(payload: bytes, charset: str | None) -> str | None:
    try:
        return payload.decode(charset or "utf-8")
    except (UnicodeDecodeError, LookupError):
        try:
            return decoded(payload)
        except Unreadable:
            return None


def _own(text: str) -> str:
    """What the sender wrote himself."""
    from mailparser_reply import EmailReplyParser

    text = text.replace("\r\n", "\n")[: 1 << 17]
    text = _SIGNATURE.split(text)[0]
    said = EmailReplyParser(languages=["en", "de", "fr", "es"]).parse_reply(text=text) or ""
    return "\n".join(line for line in said.split("\n") if not line.startswith(">")).strip()
