"""Cards of a user's own file, from Scryfall or MTGJSON, of which we understand every sentence."""

import codecs
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import ijson

from neural.domains.mtg.cards import cards
from neural.domains.mtg.oracle import Printed, notation
from neural.domains.mtg.phrases import Unknown
from neural.errors import UserError
from neural.records import reader

EXPECTED = (
    "expected Scryfall's oracle cards (a JSON array, or one card a line) or MTGJSON's AtomicCards"
)
DEEPEST = 40  # cards nest five levels; without a limit a hostile file exhausts the memory
NO_CARD = "no card"
LONGEST = 4000  # characters of a rules text
# Our names of the fields by those of Scryfall and of MTGJSON.
FIELDS = {
    "name": ("name",),
    "cost": ("mana_cost", "manaCost"),
    "types": ("type_line", "type"),
    "text": ("oracle_text", "text"),
    "power": ("power",),
    "toughness": ("toughness",),
}


@dataclass
class Imported:
    """`lines`: the notation of the cards taken, by name; `refused`: how many for each reason."""

    lines: dict[str, str] = field(default_factory=dict)
    known: int = 0
    seen: int = 0
    refused: Counter[str] = field(default_factory=Counter)

    def summary(self, reasons: int = 10) -> list[str]:
        """The share taken and the commonest reasons for refusal, a line each."""
        taken = len(self.lines)
        lines = [
            f"{self.seen} cards: {taken} taken ({taken / self.seen:.1%}), {self.known} already "
            f"known, {self.refused.total()} refused"
        ]
        common = sorted(self.refused.items(), key=lambda item: (-item[1], item[0]))[:reasons]
        return lines + [f"  {count} {reason}" for reason, count in common]


def read(path: str | Path, progress: Callable[..., None] = lambda n=1, note="": None) -> Imported:
    """Reads a file, packed or not, card by card. UserError where it is no file of cards."""
    found = Imported()
    for value in _objects(path):
        found.seen += 1
        progress()
        try:
            printed = _printed(value)
            if printed.name in cards():
                found.known += 1
                continue
            if printed.name in found.lines:
                raise Unknown("a name that came before")
            found.lines[printed.name] = notation(printed)
        except Unknown as why:
            found.refused[str(why)] += 1
    if found.refused[NO_CARD] == found.seen:
        raise UserError(f"{path}: no card in it; {EXPECTED}.")
    return found


def _printed(value: object) -> Printed:
    """The fields of one card. Unknown for what is no card of one face for tournaments."""
    if isinstance(value, list) and len(value) == 1:  # MTGJSON lists the faces
        value = value[0]
    if isinstance(value, list) or (isinstance(value, dict) and value.get("card_faces")):
        raise Unknown("several faces")
    if not isinstance(value, dict) or "name" not in value:
        raise Unknown(NO_CARD)
    layout = value.get("layout", "normal")
    if layout != "normal":
        raise Unknown(f"layout {str(layout)[:20]!r}")
    if value.get("digital") or value.get("isFunny") or value.get("set_type") == "funny":
        raise Unknown("not for tournaments on paper")
    if value.get("color_indicator") or value.get("colorIndicator"):
        raise Unknown("colors that are not those of its cost")
    found = {}
    for name, keys in FIELDS.items():
        text = next((value[key] for key in keys if value.get(key) is not None), "")
        if not isinstance(text, str) or len(text) > LONGEST:
            raise Unknown(f"{name} that is no text of a card")
        found[name] = text
    return Printed(**found)


def _objects(path: str | Path) -> Iterator[object]:
    """The values of an array, of lines, or of MTGJSON's `data`, each as soon as it is whole."""
    open_: list = []  # containers around the current value
    keys: list[str] = []
    level = 0  # how many containers are around a card
    try:
        for event, value in ijson.basic_parse(ijson.from_iter(_bytes(path)), multiple_values=True):
            if event == "map_key":
                keys[-1] = value
                continue
            if event.startswith("start_"):
                if not open_:
                    level = int(event == "start_array")
                if len(open_) == 1 and keys == ["data"] and event == "start_map":
                    level = 2
                value = {} if event == "start_map" else []
            if event.startswith("end_"):
                value = open_.pop()
                keys.pop()
            elif len(open_) > level:
                _put(open_[-1], keys[-1], value)
            if event.startswith("start_"):
                open_.append(value)
                keys.append("")
                if len(open_) > DEEPEST:
                    raise UserError(f"{path}: nests deeper than {DEEPEST} levels; {EXPECTED}.")
            elif len(open_) == level:
                yield value
    except (ijson.JSONError, UnicodeError) as error:
        said = error.args[0] if error.args else ""
        said = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        what = said.strip().split("\n")[0].rstrip(".")
        raise UserError(f"{path}: not JSON, or cut off ({what}); {EXPECTED}.") from None


def _bytes(path: str | Path) -> Iterator[bytes]:
    """The file without the mark that some editors put first."""
    for number, chunk in enumerate(reader.chunks(path)):
        yield chunk if number else chunk.removeprefix(codecs.BOM_UTF8)


def _put(container: dict | list, key: str, value: object) -> None:
    if isinstance(container, dict):
        container[key] = value
    else:
        container.append(value)
