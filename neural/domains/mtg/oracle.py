"""A card's printed rules text in the notation of cards.tsv, or why not all of it can be said there.

A card is taken only if every sentence is understood: one that is skipped would make rulings wrong.
"""

import re
from typing import NamedTuple

from neural.domains.mtg.cards import SUBTYPES
from neural.domains.mtg.phrases import COLOR, Unknown, counted, keyword, listed, operations

TYPES = {"Creature", "Artifact", "Enchantment", "Instant", "Sorcery"}
EVENTS = {
    r"when ~ enters": "enters",
    r"when ~ dies": "dies",
    r"whenever ~ attacks": "attacks",
    r"whenever ~ becomes blocked": "blocked",
    r"whenever ~ becomes tapped": "tapped",
    r"whenever ~ is dealt damage": "damaged",
    r"whenever ~ deals combat damage to a player": "hits",
    r"whenever you gain life": "gain",
    r"whenever another creature enters": "other-enters",
    r"whenever a creature you control enters": "own-enters",
    r"at the beginning of your upkeep": "upkeep",
    r"at the beginning of the end step": "end-step",
    r"whenever ~ blocks a creature": "blocks",
    r"whenever ~ or another creature dies": "any-dies",
    r"whenever ~ or another creature you control dies": "own-dies",
}
ITSELF = {
    "enters",
    "dies",
    "attacks",
    "blocked",
    "tapped",
    "damaged",
    "hits",
    "end-step",
}  # `it` is the source
NO_CREATURE = {"enters", "own-enters", "gain", "tapped", "upkeep", "end-step"}  # any permanent's
RESTRICTIONS = {
    "~ can't block.": ["can't block"],
    "~ can't attack.": ["can't attack"],
    "~ can't attack or block.": ["can't attack", "can't block"],
    "~ can't attack or block alone.": ["can't attack alone", "can't block alone"],
    "~ can't attack alone.": ["can't attack alone"],
    "~ can't block alone.": ["can't block alone"],
    "~ can't be blocked.": ["can't be blocked"],
    "~ attacks each combat if able.": ["attacks each combat if able"],
    "~ blocks each combat if able.": ["blocks each combat if able"],
    "~ can block an additional creature each combat.": ["can block an additional creature"],
}
STATICS = {
    "as an additional cost to cast this spell, sacrifice a creature.": "cost sac creature",
    "if a source would deal damage to a permanent or player, it deals double that damage to that "
    "permanent or player instead.": "damage doubled",
    "if a card or token would be put into a graveyard from anywhere, exile it instead.": (
        "graveyard to exile"
    ),
    "if one or more +1/+1 counters would be put on a creature you control, that many plus one "
    "+1/+1 counters are put on it instead.": "counters plus one",
    "if an effect would put one or more counters on a permanent you control, it puts twice that "
    "many of those counters on that permanent instead.": "counters doubled",
    "if you would gain life, you gain twice that much life instead.": "life doubled",
    "if ~ would die, shuffle it into its owner's library instead.": "library if dies",
    "permanents enter tapped.": "permanents enter tapped",
    "~ enters tapped.": "enters tapped",
    "no more than one creature can attack each combat.": "one attacker",
    "~ can't be countered.": "can't be countered",
    "this spell can't be countered.": "can't be countered",
    "if an effect would create one or more tokens under your control, it creates twice that many "
    "of those tokens instead.": "tokens doubled",
    "you can't lose the game and your opponents can't win the game.": "its controller can't lose",
}
_SYMBOL = re.compile(r"\{(\d{1,2}|[WUBRG](?:/[WUBRG])?)\}")
_ANTHEM = re.compile(rf"(?:({COLOR}) )?creatures( you control)? get (\+\d+/\+\d+)\.")
_TAXES = re.compile(
    rf"(?:(noncreature|instant and sorcery|{COLOR}|(?:{COLOR}) spells and (?:{COLOR})) )?spells"
    r"( you cast)? cost \{(\d)\} (more|less) to cast\."
)
_CONDITIONS = {
    r"you have (\d+) or more life": "life>={}",
    r"you have (\d+) or less life": "life<={}",
    r"you have exactly (\d+) life": "life={}",
    r"you control a creature with power (\d+) or greater": "control own-power>={}-creature",
}
_ENCHANTED = re.compile(
    r"(?:gets ([+-]\d+)/([+-]\d+))?(?:(?:^| and |, )(has .+|can't .+|loses .+))?"
)


class Printed(NamedTuple):
    """A card as it is printed: cost `{1}{G}`, type line, rules text, power and toughness."""

    name: str
    cost: str
    types: str
    text: str
    power: str | None = None
    toughness: str | None = None


def notation(card: Printed) -> str:
    """The card's line as in cards.tsv. Unknown where a part of it is not modelled."""
    good = card.name.isprintable() and not re.search(r"[|{}]|\d{3}\.\d", card.name)
    if not good or not 0 < len(card.name) <= 120:
        raise Unknown("a name that does not fit on a line")
    types = _types(card.types)
    cost = symbols(card.cost)
    size = ""
    if "Creature" in types:
        size = f"{card.power}/{card.toughness}"
        if not re.fullmatch(r"\d{1,2}/\d{1,2}", size):
            raise Unknown("power or toughness that is no number")
    read = _Text(types)
    abilities = read.paragraphs(plain(card.text, card.name))
    fields = [card.name, cost, " ".join(types), size, ", ".join(read.words), "; ".join(abilities)]
    return " | ".join(fields).rstrip(" |")


def _types(line: str) -> list[str]:
    words, _, subtypes = line.replace("\u2014", "-").partition(" - ")
    types = words.split()
    for word in types:
        if word not in TYPES | {"Legendary"}:
            raise Unknown(f"type {word}"[:60])
    if not TYPES & set(types):
        raise Unknown("no type")
    kinds = [word for word in subtypes.split() if word in SUBTYPES]
    if "Aura" in subtypes.split():
        if types != ["Enchantment"]:
            raise Unknown("an Aura of another type")
        return ["Aura"]
    return types + kinds


def symbols(cost: str) -> str:
    """A mana cost in the notation: `{1}{G/U}{R}` as `1{G/U}R`."""
    found = _SYMBOL.findall(cost)
    if not found or "".join(f"{{{one}}}" for one in found) != cost:
        odd = re.findall(r"\{[^}]{1,5}\}", _SYMBOL.sub("", cost))
        raise Unknown(f"mana cost with {odd[0]}" if odd else "no mana cost")
    return "".join(f"{{{one}}}" if "/" in one else one for one in found)


def plain(text: str, name: str) -> str:
    """Without reminders, in lower case, the card itself as `~`, old wordings as the new ones."""
    text = text.replace("\u2019", "'").replace("\u2212", "-").replace("\u2014", "-")
    text = re.sub(r" ?\([^()]*\)", "", text)
    for own in (name, name.split(",")[0]):
        text = re.sub(rf"(?<![\w']){re.escape(own)}(?!\w)", "~", text)
    text = text.lower()
    for found, instead in (
        (r"\bthis (?:creature|enchantment|artifact|aura|equipment|permanent)\b", "~"),
        (r" enters the battlefield\b", " enters"),
        (
            r"\b(creature|player|opponent) or planeswalker\b",
            r"\1",
        ),  # planeswalkers are not modelled
        (r"\b(?:an opponent controls|your opponents control)\b", "you don't control"),
    ):
        text = re.sub(found, instead, text)
    return text


class _Text:
    """Reads the paragraphs of a card; `words` collects its keywords."""

    def __init__(self, types: list[str]):
        self.creature = "Creature" in types
        self.aura = types == ["Aura"]
        self.equipment = "Equipment" in types
        self.equip = ""
        self.permanent = not {"Instant", "Sorcery"} & set(types)
        self.words: list[str] = []
        self.enchanted: list[str] = []

    def paragraphs(self, text: str) -> list[str]:
        """The abilities in the notation."""
        found: list[str] = []
        spell: list[str] = []
        for paragraph in filter(None, (line.strip() for line in text.split("\n"))):
            if self._keywords(paragraph) or self._enchants(paragraph):
                continue
            said = self._static(paragraph)
            if said is not None:
                found += [said] if said else []
            elif self.permanent:
                found.append(self._ability(paragraph))
            else:
                spell.append(paragraph)
        if not self.permanent:
            if not spell:
                raise Unknown("a spell without text")
            found.append(f"do {operations(' '.join(spell))}")
        if self.aura:
            if self.enchanted[:1] != [""]:
                raise Unknown("an Aura that enchants or does something else")
            found.insert(0, f"aura {self._worn(self.enchanted[1:])}")
        if self.equipment:
            if not self.equip:
                raise Unknown("an Equipment without a cost in mana to equip")
            found.insert(0, f"equip {self.equip} {self._worn(self.enchanted)}")
        if sum(": " in one and not one.startswith("on ") for one in found) > 1:
            raise Unknown("several activated abilities")
        return found

    def _keywords(self, paragraph: str) -> bool:
        found = [keyword(part) for part in re.split(r"[,;] ", paragraph.rstrip("."))]
        if None in found:
            return False
        self.words += [word for words in found for word in words]
        return True

    def _enchants(self, paragraph: str) -> bool:
        if self.aura and paragraph.rstrip(".") == "enchant creature":
            self.enchanted.append("")
        elif self.aura and paragraph.startswith("enchanted creature "):
            self.enchanted.append(paragraph.removeprefix("enchanted creature ").rstrip("."))
        elif self.equipment and paragraph.startswith("equipped creature "):
            self.enchanted.append(paragraph.removeprefix("equipped creature ").rstrip("."))
        elif self.equipment and (found := re.fullmatch(r"equip (\{\d\})", paragraph)):
            self.equip = symbols(found[1])
        else:
            return False
        return True

    def _static(self, paragraph: str) -> str | None:
        """A static ability; "" for one that is a keyword here, None where it is none."""
        if self.creature and (words := RESTRICTIONS.get(paragraph)):
            self.words += words
            return ""
        if (found := _ANTHEM.fullmatch(paragraph)) and self.permanent:
            color, own, size = found.groups()
            if not own and not color:
                raise Unknown("creatures of both players get N/N")
            return f"anthem {'-'.join(filter(None, ['own' if own else '', color]))} {size}"
        if (found := _TAXES.fullmatch(paragraph)) and self.permanent:
            which = found[1] or "all"
            which = re.sub(r" spells and | and ", "/", which)
            sign = "-" if found[4] == "less" else ""
            return f"spells {sign}{found[3]} {'own-' if found[2] else ''}{which}"
        return STATICS.get(paragraph)

    def _ability(self, paragraph: str) -> str:
        for pattern, head in EVENTS.items():
            if found := re.fullmatch(rf"{pattern}(?:, if ([^,]+))?, (.+)", paragraph):
                if not self.creature and head not in NO_CREATURE:
                    raise Unknown("no creature, and watches creatures")
                ops = operations(found[2], own=True, it=head in ITSELF)
                only = f" if {_condition(found[1])}" if found[1] else ""
                return f"on {head}{only}: {_there(ops) if head.endswith('dies') else ops}"
        if found := re.fullmatch(r"([^:\"]+): (.+)", paragraph):
            cost, ops = self._cost(found[1]), operations(found[2], own=True, it=True)
            return f"{cost}: {_there(ops) if 'sac self' in cost else ops}"
        raise Unknown(counted(paragraph))

    def _cost(self, cost: str) -> str:
        parts = []
        for part in cost.split(", "):
            if re.fullmatch(r"(?:\{(?:\d+|[wubrg](?:/[wubrg])?)\})+", part):
                parts.append(symbols(part.upper()))
            elif part == "{t}":
                parts.append("T")
            elif part in ("sacrifice ~", "sacrifice a creature"):
                parts.append("sac self" if part.endswith("~") else "sac creature")
            else:
                raise Unknown(f"cost: {counted(part)}")
        return ", ".join(parts)

    def _worn(self, given: list[str]) -> str:
        """What the enchanted or equipped creature gets."""
        if not given:
            raise Unknown("an Aura or Equipment that gives nothing")
        power = toughness = 0
        words: list[str] = []
        for text in given:
            found = _ENCHANTED.fullmatch(text)
            if not found or not text:
                raise Unknown(f"enchanted creature {counted(text)}")
            power, toughness = power + int(found[1] or 0), toughness + int(found[2] or 0)
            words += _restrictions(found[3] or "")
        return f"{power:+d}/{toughness:+d} {', '.join(words)}".rstrip()


def _condition(text: str) -> str:
    """The "if" of a trigger in the notation."""
    for pattern, made in _CONDITIONS.items():
        if found := re.fullmatch(pattern, text):
            return made.format(found[1])
    raise Unknown(f"if {counted(text)}")


def _there(ops: str) -> str:
    """Instructions of an ability whose source has left. Unknown where they need it."""
    if re.search(r" self\b", ops):
        raise Unknown("a card that does something from the graveyard")
    return ops


def _restrictions(text: str) -> list[str]:
    """`has flying and can't block` as keywords."""
    if text.startswith("loses "):
        return [f"no {word}" for word in listed(text.removeprefix("loses "))]
    has, _, cannot = text.partition("can't ")
    has = re.sub(r",? and $", "", has.removeprefix("has "))
    found = listed(has) if has else []
    if cannot and cannot not in ("attack", "block", "attack or block", "be blocked"):
        raise Unknown(f"enchanted creature can't {counted(cannot)}")
    return found + [f"can't {part}" for part in cannot.split(" or ") if part]
