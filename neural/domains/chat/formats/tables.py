"""Support logs as tables: a line a message, or a line a question with its answer."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator

from neural.domains.chat.conversation import ROLES, Conversation, NotOne, Turn

# Names of columns, in small letters.
IDS = (
    r"(?:conversation|ticket|thread|session|chat|case|dialog(?:ue)?|issue)"
    r"[ _-]?(?:id|no|number|key)?"
)
SPEAKERS = (
    r"(?:role|sender|from|author|speaker|user|agent|direction|party|participant|sent[ _-]?by|side)"
    r"(?:[ _-]?(?:name|type|role|id))?|inbound|is_customer|incoming"
)
TEXTS = (
    r"(?:text|message|body|content|utterance|comment|msg|description|transcript)"
    r"(?:[ _-]?(?:text|body|content))?"
)
TIMES = (
    r"(?:time|timestamp|created|created[ _-]?at|date|datetime|sent[ _-]?at|ts|sequence|turn|index|"
    r"order)"
)
ASKED = (
    r"(?:question|prompt|instruction|query|request|customer[ _-]?(?:message|question|text)|"
    r"user[ _-]?(?:message|input))"
)
TOLD = (
    r"(?:answer|response|reply|agent[ _-]?(?:message|reply|response|text)|completion|output|"
    r"resolution|bot[ _-]?(?:message|response))"
)
CUSTOMER = ("true", "1", "yes", "in", "incoming", "inbound", "customer")


def is_table(text: str) -> bool:
    """Whether a text begins with a line of columns that make conversations."""
    return _columns(text) is not None


def read(text: str) -> Iterator[Conversation | NotOne]:
    """The conversations of a table, by their ids; rows stay in the order of their times."""
    dialect, places = _columns(text)
    csv.field_size_limit(1 << 27)
    rows = csv.reader(io.StringIO(text), dialect)
    header = next(rows)
    talks: dict[str, list[tuple[str, int, Turn]]] = defaultdict(list)
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield NotOne(f"a broken line ({error})")
            continue
        if not any(row):
            continue
        if len(row) < len(header):
            yield NotOne("a line with too few columns")
            continue
        if "asked" in places:
            turns = Turn("user", row[places["asked"]]), Turn("assistant", row[places["told"]])
            yield Conversation(f"line {number}", turns)
            continue
        id = row[places["id"]] if "id" in places else ""
        speaker = row[places["speaker"]].strip()
        if header[places["speaker"]].casefold() in ("inbound", "is_customer", "incoming"):
            speaker = "user" if speaker.casefold() in CUSTOMER else "assistant"
        when = row[places["time"]] if "time" in places else ""
        when = when.zfill(20) if when.isdigit() else when
        talks[id].append((when, number, Turn(speaker, row[places["text"]])))
    for id, turns in talks.items():
        turns.sort(key=lambda one: one[:2])
        names = dict.fromkeys(t.speaker for *_, t in turns if t.speaker.casefold() not in ROLES)
        if len({turn.speaker for *_, turn in turns}) < 2:
            yield NotOne("nobody answered")
            continue
        place = f"conversation {id}" if id else f"line {turns[0][1]}"
        yield Conversation(place, tuple(turn for *_, turn in turns), tuple(names))


def _columns(text: str) -> tuple[type[csv.Dialect] | csv.Dialect, dict[str, int]] | None:
    """How the table is written, and the places of its columns; None where it is none."""
    first = text.split("\n", 1)[0]
    if len(first) > 2000:
        return None
    delimiter = max(",;\t|", key=first.count)
    if delimiter not in first:
        return None

    class Dialect(csv.excel):
        pass

    Dialect.delimiter = delimiter
    try:
        header = [name.strip().casefold() for name in next(csv.reader([first], Dialect))]
    except (csv.Error, StopIteration):
        return None

    def place(pattern: str) -> int | None:
        return next((n for n, name in enumerate(header) if re.fullmatch(pattern, name)), None)

    asked, told = place(ASKED), place(TOLD)
    if asked is not None and told is not None:
        return Dialect, {"asked": asked, "told": told}
    found = {
        "speaker": place(SPEAKERS),
        "text": place(TEXTS),
        "id": place(IDS),
        "time": place(TIMES),
    }
    if found["speaker"] is None or found["text"] is None:
        return None
    return Dialect, {name: at for name, at in found.items() if at is not None}
