"""Sentences of rules text in the notation of cards.tsv: one pattern for each phrase of the engine."""

import re
from collections.abc import Callable

from neural.domains.mtg.cards import COLORS

NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
KEYWORDS = {
    *("deathtouch", "defender", "double strike", "first strike", "flash", "flying", "haste"),
    *("hexproof", "indestructible", "infect", "lifelink", "menace", "persist", "reach", "shroud"),
    *("trample", "undying", "vigilance", "wither", "fear", "intimidate", "shadow", "skulk"),
    *("horsemanship",),
}
COLOR = "|".join(COLORS.values())
_SIZE = r"([+-]\d+/[+-]\d+)"
_TURN = "until end of turn"


class Unknown(Exception):
    """What the notation has no words for, in a form that can be counted."""


def counted(text: str) -> str:
    """A phrase with its numbers as N and cut short, so that equal ones count together."""
    text = "".join(letter for letter in text if letter.isprintable())
    text = re.sub(r"\{[^}]*\}", "{M}", text)
    text = re.sub(r"[+-]?\d+", "N", text)
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"


def keyword(part: str) -> list[str] | None:
    """The keywords of `flying`, `ward {2}`, `protection from red and from white`, or None."""
    part = part.strip()
    if part in KEYWORDS:
        return [part]
    if found := re.fullmatch(r"ward \{(\d+)\}", part):
        return [f"ward {found[1]}"]
    if re.fullmatch(r"toxic \d+", part):
        return [part]
    if found := re.fullmatch(rf"protection from ({COLOR})(?:,? and from ({COLOR}))?", part):
        return [f"protection from {color}" for color in found.groups() if color]
    return None


def listed(text: str) -> list[str]:
    """The keywords of a list within a sentence: `flying, first strike, and vigilance`."""
    found: list[str] = []
    for part in re.split(r",? and (?!from )|, ", text):
        words = keyword(part)
        if words is None:
            raise Unknown(f"gaining {counted(part)}")
        found += words
    return found


def operations(text: str, own: bool = False, it: bool = False) -> str:
    """The instructions of a few sentences, joined by ` & `.

    `own`: `~` may be the source; `it`: so may `it`, as long as there is no target.
    """
    ops: list[str] = []
    for sentence in re.split(r"(?<=\.) ", text):
        sentence = sentence.strip().rstrip(".")
        if sentence in ("it can't be regenerated", "they can't be regenerated"):
            if not ops or not ops[-1].startswith("destroy "):
                raise Unknown(sentence)
            ops[-1] = ops[-1].replace("destroy ", "bury ", 1)
            continue
        if found := re.fullmatch(rf"{_TURN}, (.+)", sentence):
            sentence = f"{found[1]} {_TURN}"
        if ops and " => " in ops[-1]:
            raise Unknown("more after a delayed ability")
        ops += _sentence(sentence, _Clause(ops, own, it))
    return " & ".join(ops)


def _sentence(text: str, clause: "_Clause") -> list[str]:
    """The instructions of one sentence, split at its `and` or `then` where it has to be."""
    whole = clause.read(text)
    if whole:
        return whole
    for found in re.finditer(r",? (?:and then|then|and) ", text):
        first = clause.read(text[: found.start()])
        if first:
            rest = text[found.end() :]
            if re.fullmatch(r"(?:loses|gets|gains) .+", rest):
                rest = f"same {rest}"
            after = _Clause([*clause.before, *first], clause.own, clause.it)
            return [*first, *_sentence(rest, after)]
    raise Unknown(counted(text))


class _Clause:
    """Reads one clause; `before` says whether there is a target that `it` can refer to."""

    def __init__(self, before: list[str], own: bool, it: bool):
        self.before, self.own, self.it = before, own, it
        self.targeted = any("@" in op for op in before)

    def read(self, text: str) -> list[str]:
        """The instructions, none where no phrase fits."""
        for pattern, make in PHRASES:
            if found := pattern.fullmatch(text):
                try:
                    return make(self, *found.groups())
                except Unknown:
                    continue
        return []

    def who(self, text: str) -> str:
        """What is affected: `@nonblack-creature`, `all:creature`, `you`, `self`, `that`."""
        if text in WHO:
            return WHO[text]
        if text in ("it", "that creature", "that permanent", "same"):
            if self.targeted:
                return "that"
            if self.it and text == "it":
                return "self"
        if text == "~" and self.own:
            return "self"
        if "other " in text and (self.targeted or not self.own):
            raise Unknown(counted(text))  # other than the target before, not than the source
        if found := re.fullmatch(r"(another )?target (.+)", text):
            return f"@{'other-' if found[1] else ''}{described(found[2])}"
        if found := re.fullmatch(r"(?:each|all) (other )?(.+)", text):
            other = "other-" if found[1] else ""
            return f"all:{other}{described(re.sub(r'creatures|permanents', _one, found[2]))}"
        if found := re.fullmatch(r"(other )?creatures( .+)?", text):
            return f"all:{'other-' if found[1] else ''}{described('creature' + (found[2] or ''))}"
        raise Unknown(counted(text))

    def damage(self, source: str | None, amount: str, whom: str) -> list[str]:
        if source == "it" and not (self.it and not self.targeted):
            raise Unknown("it deals")
        if source is None and not (self.before and self.before[-1].startswith("damage ")):
            raise Unknown("damage from nowhere")
        return [f"damage {amount} {self.who(whom)}"]

    def pump(self, whom: str, size: str, words: str | None) -> list[str]:
        gained = [word.replace(" ", "-") for word in listed(words)] if words else []
        return [" ".join(["pump", size, *gained, self.who(whom)])]

    def grant(self, whom: str, words: str) -> list[str]:
        gained = [word.replace(" ", "-") for word in listed(words)]
        return [" ".join(["grant", *gained, self.who(whom)])]

    def strip(self, whom: str, words: str) -> list[str]:
        lost = [word.replace(" ", "-") for word in listed(words)]
        return [" ".join(["strip", *lost, self.who(whom)])]

    def frog(self, whom: str, color: str | None, size: str) -> list[str]:
        return [f"frog {size} {color or 'same'} {self.who(whom)}"]

    def lose(self, whom: str, amount: str) -> list[str]:
        if whom in ("its controller", "that creature's controller"):
            if not self.targeted:
                raise Unknown("a controller of nothing")
            return [f"lose {amount} that-controller"]
        who = self.who(whom)
        if who not in ("@player", "@opponent", "opponents", "you", "you opponents", "that"):
            raise Unknown("what has no life to lose")
        if who == "that" and not re.search(r"@(player|opponent)$", self.before[-1]):
            raise Unknown("what has no life to lose")
        return [f"lose {amount} {who}"]

    def comes_back(self, counter: str | None) -> list[str]:
        if not self.targeted or not self.before[-1].startswith("exile @"):
            raise Unknown("a return of nothing")
        return [f"at end-step that => comes-back {'plus ' if counter else ''}that"]

    def about_target(self, op: str) -> list[str]:
        """An instruction that speaks of the target before."""
        if not self.targeted:
            raise Unknown("nothing to refer to")
        return [op]


def _one(found: re.Match) -> str:
    return found[0].removesuffix("s")


WHO = {
    "any target": "@any",
    "any other target": "@another",
    "target player": "@player",
    "target opponent": "@opponent",
    "you": "you",
    "each opponent": "opponents",
    "each player": "you opponents",
    "each creature and each player": "all:creature you opponents",
}
_AFTER = {
    " you control": "own",
    " you don't control": "foe",
    " with flying": "flying",
    " without flying": "nonflying",
}
_BEFORE = {
    "attacking or blocking": "combat",
    **{word: word for word in ("attacking", "blocking", "tapped", "untapped", "legendary")},
    **{word: word for word in ("nonartifact", "nonlegendary", *COLORS.values())},
    **{f"non{color}": f"non{color}" for color in COLORS.values()},
}
_KINDS = ("creature", "artifact", "enchantment", "permanent")


def described(text: str) -> str:
    """`nonartifact, nonblack creature with flying` as `flying-nonartifact-nonblack-creature`."""
    words: list[str] = []
    for phrase, word in _AFTER.items():
        if text.endswith(phrase):
            text = text.removesuffix(phrase)
            words.append(word)
    if found := re.fullmatch(r"(.+) with (power|toughness) (\d+) or (greater|less)", text):
        text = found[1]
        words.append(f"{found[2]}{'>' if found[4] == 'greater' else '<'}={found[3]}")
        if " or " in text or not text.endswith("creature"):
            raise Unknown(counted(text))
    if text == "nonland permanent":
        return "-".join([*words, "nonland"])
    kinds = re.split(r",? or |, ", text)
    if len(kinds) > 1 and all(one in _KINDS for one in kinds):
        if set(words) - {"own", "foe"}:
            raise Unknown(counted(text))  # what is said of the last kind only
        return "-".join([*words, "/".join(kinds)])
    *adjectives, kind = re.split(r",? (?=\w+$)", text)
    if kind not in _KINDS:
        raise Unknown(counted(text))
    for adjective in adjectives[0].split(", ") if adjectives else ():
        if adjective not in _BEFORE:
            raise Unknown(counted(text))
        words.append(_BEFORE[adjective])
    return "-".join([*words, kind])


def _countered(text: str) -> str:
    """What a counterspell may counter: `@instant/sorcery-spell`."""
    if text == "activated or triggered ability":
        return "@ability"
    kinds = text.removesuffix("spell").strip()
    parts = re.split(r",? or |, ", kinds) if kinds else []
    known = {"creature", "artifact", "enchantment", "instant", "sorcery", *COLORS.values()}
    if not text.endswith("spell") or (parts != ["noncreature"] and not set(parts) <= known):
        raise Unknown(counted(text))
    return f"@{'/'.join(parts)}-spell" if parts else "@spell"


def _simple(verb: str, *more: str) -> Callable[[_Clause, str], list[str]]:
    return lambda clause, whom: [" ".join([verb, *more, clause.who(whom)])]


def _number(text: str) -> int:
    return NUMBERS[text] if text in NUMBERS else int(text)


_COUNT = rf"({'|'.join(NUMBERS)}|\d+)"
PHRASES: list[tuple[re.Pattern, Callable[..., list[str]]]] = [
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(?:(~|it) deals )?(\d+) damage to (.+)", _Clause.damage),
        (r"destroy (.+)", _simple("destroy")),
        (
            r"exile (target .+ you control), then return (?:that card|it) to the battlefield under "
            r"your control",
            _simple("flicker"),
        ),
        (r"exile all graveyards", lambda c: ["exile-graveyards"]),
        (r"exile (.+)", _simple("exile")),
        (r"return (.+) to (?:its owner's hand|their owners' hands?)", _simple("bounce")),
        (
            r"counter target (.+) unless its controller pays \{(\d+)\}",
            lambda c, what, n: [f"counter-unless {n} {_countered(what)}"],
        ),
        (r"counter target (.+)", lambda c, what: [f"counter {_countered(what)}"]),
        (rf"(.+?) gets? {_SIZE}(?: and gains? (.+))? {_TURN}", _Clause.pump),
        (rf"(.+?) gains? (.+) {_TURN}", _Clause.grant),
        (rf"(.+?) loses? (.+) {_TURN}", _Clause.strip),
        (
            rf"(.+?) becomes? ({COLOR}) {_TURN}",
            lambda c, whom, color: [f"recolor {color} {c.who(whom)}"],
        ),
        (rf"gain control of (target creature.*) {_TURN}", _simple("steal")),
        (r"you may choose new targets for target spell", lambda c: ["retarget @spell"]),
        (
            r"(.+) can't (block|attack|be blocked) this turn",
            lambda c, whom, what: [f"grant can't-{what.replace(' ', '-')} {c.who(whom)}"],
        ),
        (
            rf"(.+) loses all abilities and (?:becomes an? ({COLOR}) \w+ with|has) base power and "
            rf"toughness (\d+/\d+) {_TURN}",
            _Clause.frog,
        ),
        (
            rf"(.+) has base power and toughness (\d+/\d+) {_TURN}",
            lambda c, whom, size: [f"base {size} {c.who(whom)}"],
        ),
        (rf"switch (.+)'s power and toughness {_TURN}", _simple("switch")),
        (
            rf"put {_COUNT} ([+-]1)/\2 counters? on (.+)",
            lambda c, n, sign, whom: [f"counters {sign} {_number(n)} {c.who(whom)}"],
        ),
        (
            r"prevent the next (\d+) damage that would be dealt to (.+) this turn",
            lambda c, n, whom: [f"shield {n} {c.who(whom)}"],
        ),
        (r"prevent all combat damage that would be dealt this turn", lambda c: ["fog"]),
        (r"(.+) fights (.+)", lambda c, a, b: [f"fight {c.who(a)} {c.who(b)}"]),
        (
            r"(.+) deals damage equal to its power to (target .+)",
            lambda c, a, b: [f"bite {c.who(a)} {c.who(b)}"],
        ),
        (
            r"(target player|target opponent|each opponent) sacrifices a creature"
            r"(?: of their choice)?",
            _simple("edict"),
        ),
        (r"(?:you )?gain (\d+) life", lambda c, n: [f"gain {n}"]),
        (
            r"its controller gains life equal to its power",
            lambda c: c.about_target("gain-power that"),
        ),
        (r"(.+) loses? (\d+) life", _Clause.lose),
        (rf"(?:you )?draw {_COUNT} cards?", lambda c, n: [f"draw {_number(n)}"]),
        (r"scry (\d+)", lambda c, n: [f"scry {n}"]),
        (r"regenerate (.+)", _simple("regenerate")),
        (r"you win the game", lambda c: ["win"]),
        (r"sacrifice ~", lambda c: [f"sac {c.who('~')}"]),
        (
            r"return target creature card from your graveyard to the battlefield",
            lambda c: ["reanimate @own-creature-card"],
        ),
        (
            r"(?:at the beginning of the next end step, )?return that card to the battlefield under "
            r"its owner's control( with a \+1/\+1 counter on it)?"
            r"(?: at the beginning of the next end step)?",
            _Clause.comes_back,
        ),
        (r"tap (.+)", _simple("tap")),
        (r"untap (.+)", _simple("untap")),
        (
            r"if (?:that creature|a creature dealt damage this way) would die this turn, exile it "
            r"instead",
            lambda c: c.about_target("exile-if-dies that"),
        ),
        (
            r"a creature dealt damage this way can't be regenerated this turn",
            lambda c: c.about_target("no-regeneration that"),
        ),
    )
]
