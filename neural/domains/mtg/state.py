"""The state of a game of two players, and its trace: every change is an event with its rules."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from neural.domains.mtg.cards import Card, Op
from neural.domains.mtg.citations import cited

BATTLEFIELD, GRAVEYARD, EXILE, HAND, STACK = "battlefield", "graveyard", "exile", "hand", "stack"
LIBRARY = "library"


class Undecided(Exception):
    """The outcome hangs on a choice that nobody made; its text is the name of the choice."""


class Illegal(Exception):
    """An action that the rules forbid: (rule, reason) pairs in `problems`."""

    def __init__(self, problems: list[tuple[str, str]]):
        super().__init__(problems)
        self.problems = problems


class Event(NamedTuple):
    """`because`: numbers of the earlier events that led here; `data`: what the teller needs."""

    number: int
    kind: str
    rules: tuple[str, ...]
    because: tuple[int, ...]
    data: dict[str, Any]


class Mod(NamedTuple):
    """A continuous effect until end of turn. `kind`: pump, grant, strip, frog, base, switch, color,
    animate (a creature besides what it is), still (no creature any more). `measure`: what power and
    toughness count, where they are no numbers."""

    stamp: int
    kind: str
    power: int
    toughness: int
    keywords: frozenset[str]
    color: str | None
    event: int
    measure: str = ""


@dataclass(eq=False)
class Player:
    """`seat` 0 is the player whose turn is the first. `hand` counts the cards that nobody named,
    `top` are the known ones on top of the library, which `library` counts in; `attackers`: how
    many creatures they attacked with this turn."""

    seat: int
    life: int = 20
    poison: int = 0
    shield: int = 0
    library: int = 40
    hand: int = 3
    top: list[Card] = field(default_factory=list)
    attackers: int = 0
    draws: int = 0
    drew_from_empty: bool = False
    lost: bool = False
    causes: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"player {self.seat}"


@dataclass(eq=False)
class Thing:
    """A card, in one zone. One that comes back is another Thing (400.7)."""

    card: Card
    owner: Player
    controller: Player
    zone: str = BATTLEFIELD
    stamp: int = 0
    tapped: bool = False
    sick: bool = False
    token: bool = False
    printed: Card | None = None  # what it is elsewhere, where it entered as a copy
    damage: int = 0
    deathtouched: bool = False
    plus: int = 0
    minus: int = 0
    regeneration: int = 0
    shield: int = 0
    no_regeneration: bool = False
    exile_if_dies: bool = False
    lender: "Player | None" = None  # who gets control back at the end of the turn
    attached: "Thing | None" = None
    attacking: bool = False
    blocked: bool = False
    blocks: tuple["Thing", ...] = ()
    dealt_first: bool = False
    mods: list[Mod] = field(default_factory=list)
    gained: frozenset[str] = frozenset()  # keywords chosen as it entered
    exiled: list["Thing"] = field(default_factory=list)  # with it, as it entered
    forestalled: "tuple[Player, int] | None" = None  # who gains what it would deal next; event
    causes: list[int] = field(default_factory=list)
    last_power: int = 0
    last_colors: frozenset[str] = frozenset()
    last_keywords: frozenset[str] = frozenset()
    successor: "Thing | None" = None

    @property
    def name(self) -> str:
        return self.card.name


@dataclass(eq=False)
class Item:
    """What is on the stack. `source` of a spell is its own card."""

    kind: str  # spell, activated, triggered
    source: Thing
    controller: Player
    ops: tuple[Op, ...]
    wanted: tuple[str, ...] = ()
    targets: list = field(default_factory=list)
    event: int = -1
    gone: bool = False
    loser: "Player | Item | None" = None  # whom a trigger concerns, as ward its opponent's spell
    bound: list = field(default_factory=list)  # what a trigger is about
    condition: str = ""
    x: int = 0
    cost: str = ""
    way: str = ""  # bestow, morph or adventure, if it was cast so

    @property
    def name(self) -> str:
        return self.source.name


@dataclass(eq=False)
class Delayed:
    """An ability that triggers once, at `head`: of `watched`, where it is about one thing (603.7)."""

    head: str
    watched: Thing | None
    ops: tuple[Op, ...]
    source: Thing
    controller: Player
    bound: list
    event: int


class Game:
    """Two players, their things, the stack, and the trace. `choices`: what players decide, by name.

    The state follows from the calls alone, so that a replay gives the same one.
    """

    def __init__(self, choices: dict[str, Any] | None = None):
        self.players = (Player(0), Player(1))
        self.things: list[Thing] = []
        self.stack: list[Item] = []
        self.waiting: list[Item] = []
        self.delayed: list[Delayed] = []
        self.events: list[Event] = []
        self.choices = choices or {}
        self.context: list[int] = []  # the event in whose course others happen
        self.stamp = 0
        self.turn = 0
        self.step = "main"  # main, combat, untap, upkeep, cleanup, …
        self.fog = -1
        self.fogged = False
        self.over = False

    @property
    def active(self) -> Player:
        return self.players[self.turn % 2]

    def other(self, player: Player) -> Player:
        return self.players[1 - player.seat]

    def emit(self, kind: str, rules: Iterable[str], because: Iterable[int] = (), **data) -> int:
        """Writes an event down; returns its number."""
        number = len(self.events)
        earlier = tuple(dict.fromkeys([*because, *self.context]))
        self.events.append(Event(number, kind, cited(*rules), earlier, data))
        return number

    def during(self, event: int) -> "_During":
        """While the block runs, events are caused by this one."""
        return _During(self, event)

    def choose(self, name: str) -> Any:
        """What was decided, worked out now where it is a function. Undecided where nothing was."""
        if name not in self.choices:
            raise Undecided(name)
        made = self.choices[name]
        return made(self) if callable(made) else made

    def next_stamp(self) -> int:
        self.stamp += 1
        return self.stamp

    def put(self, card: Card, controller: Player, **more) -> Thing:
        """A permanent that is there from the start."""
        thing = Thing(card, controller, controller, stamp=self.next_stamp(), **more)
        self.things.append(thing)
        return thing

    def hand(self, card: Card, owner: Player) -> Thing:
        """A card in hand."""
        thing = Thing(card, owner, owner, zone=HAND)
        self.things.append(thing)
        return thing

    def battlefield(self, wanted: Callable[[Thing], bool] = lambda thing: True) -> list[Thing]:
        return [thing for thing in self.things if thing.zone == BATTLEFIELD and wanted(thing)]

    def graveyard(self, owner: Player) -> list[Thing]:
        return [one for one in self.things if one.zone == GRAVEYARD and one.owner is owner]

    def zones(self) -> dict[str, list[Thing]]:
        """The things by zone; those that became another object are left out."""
        found: dict[str, list[Thing]] = {}
        for thing in self.things:
            if thing.successor is None:
                found.setdefault(thing.zone, []).append(thing)
        return found


class _During:
    def __init__(self, game: Game, event: int):
        self.game, self.event = game, event

    def __enter__(self) -> None:
        self.game.context.append(self.event)

    def __exit__(self, *_) -> None:
        self.game.context.pop()
