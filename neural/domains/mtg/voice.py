"""How people at the table are called, and small matters of grammar."""

from dataclasses import dataclass
from random import Random

from neural.domains.mtg.cards import FACE_DOWN
from neural.domains.mtg.state import Item, Player

NAMES = (
    *("Alice", "Ben", "Carla", "Dmitri", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas"),
    *("Kira", "Liam", "Mei", "Noor", "Oscar", "Priya", "Quinn", "Rosa", "Sven", "Tomas"),
)
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Voice:
    """Names by seat; `me` is the seat of who asks, None where somebody asks about two others.

    `asking` is the player's own wording ("my"), else the judge's ("your").
    """

    names: tuple[str, str]
    me: int | None
    asking: bool

    def answering(self) -> "Voice":
        return Voice(self.names, self.me, False)

    def who(self, player: Player) -> str:
        """The player as a subject: I, you, my opponent, Alice."""
        if self.me is None:
            return self.names[player.seat]
        mine = player.seat == self.me
        if self.asking:
            return "I" if mine else "my opponent"
        return "you" if mine else "your opponent"

    def whom(self, player: Player) -> str:
        """As an object."""
        return "me" if self.who(player) == "I" else self.who(player)

    def whose(self, player: Player) -> str:
        """With what belongs to them: my, your, Alice's."""
        who = self.who(player)
        return {"I": "my", "you": "your"}.get(who, f"{who}'s")

    def verb(self, player: Player, verb: str) -> str:
        """The verb in the present, after `who`."""
        if self.who(player) in ("I", "you"):
            return verb
        irregular = {"have": "has", "be": "is", "do": "does"}
        ending = "es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s"
        if verb.endswith("y") and verb[-2] not in "aeiou":
            return verb[:-1] + "ies"
        return irregular.get(verb, verb + ending)

    def does(self, player: Player, verb: str) -> str:
        """Subject and verb: I cast, Alice casts."""
        return f"{self.who(player)} {self.verb(player, verb)}"

    def is_(self, player: Player) -> str:
        """`I am`, `you are`, `Alice is`."""
        who = self.who(player)
        return f"{who} {({'I': 'am', 'you': 'are'}).get(who, 'is')}"

    def target(self, target: object) -> str:
        """A target in a sentence."""
        if isinstance(target, Player):
            return self.whom(target)
        return name(target)


def draw_voice(rng: Random) -> Voice:
    """Mostly a player who asks about their own game."""
    first, second = rng.sample(NAMES, 2)
    return Voice((first, second), rng.choice((0, 1, 0, 1, None)), True)


def name(one: object) -> str:
    """A thing or an item of the stack, as people at the table call it: a copy by the name of its
    card, a token by what it is."""
    if isinstance(one, Item):
        return name(one.source) if one.kind == "spell" else f"the ability of {name(one.source)}"
    if one.token:
        return f"the {one.name} token"
    if one.printed is None:
        return one.name
    return f"the face-down {one.printed.name}" if one.name == FACE_DOWN else one.printed.name


def count(number: int, noun: str) -> str:
    """`two cards`, `one card`, `12 cards`."""
    word = SMALL[number] if 0 <= number < len(SMALL) else str(number)
    return f"{word} {noun}{'' if number == 1 else 's'}"


def listing(words: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def sentence(text: str) -> str:
    """With a capital and a stop. Cards' names keep their own capitals."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def article(word: str) -> str:
    """`an Island`, `a Bear`, `an 8/8`."""
    vowel = word[:1].lower() in ("a", "e", "i", "o", "u", "8") or word.startswith(("11/", "18/"))
    return f"{'an' if vowel else 'a'} {word}"
