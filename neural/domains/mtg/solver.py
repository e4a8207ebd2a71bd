"""Combat worked out a second time, by brute force and without the engine, to check it.

It shares no code with the engine: fighters are plain values, every legal division of damage is
listed by trying all, and a step maps numbers to numbers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

TO_PLAYER = -1


@dataclass(frozen=True)
class Fighter:
    """`words`: keywords; `toxic`: its total toxic value."""

    power: int
    toughness: int
    words: frozenset[str] = frozenset()
    colors: frozenset[str] = frozenset()
    toxic: int = 0
    damage: int = 0
    shrunk: int = 0  # -1/-1 counters
    dead: bool = False

    def now(self) -> int:
        return self.power - self.shrunk

    def immune_to(self, other: "Fighter") -> bool:
        return any(f"protection from {color}" in self.words for color in other.colors)


@dataclass
class Board:
    """Attackers, blockers, whom each blocker blocks (an attacker's place or None), both players'
    life and the defender's poison."""

    attackers: list[Fighter]
    blockers: list[Fighter]
    blocks: list[int | None]
    life: list[int] = field(default_factory=lambda: [20, 20])
    poison: int = 0
    struck: set[tuple[str, int]] = field(default_factory=set)

    def over(self) -> bool:
        return min(self.life) <= 0 or self.poison >= 10


def may_block(attacker: Fighter, blockers: list[Fighter]) -> bool:
    """Whether these may block it together."""
    if not blockers:
        return True
    if "menace" in attacker.words and len(blockers) < 2:
        return False
    for blocker in blockers:
        flies = "flying" in attacker.words
        if flies and "flying" not in blocker.words and "reach" not in blocker.words:
            return False
        if attacker.immune_to(blocker):
            return False
    return True


def divisions(board: Board, place: int) -> Iterator[dict[int, int]]:
    """Every legal division of an attacker's damage, by place of the blocker or TO_PLAYER."""
    attacker = board.attackers[place]
    amount = attacker.now()
    mine = [i for i, target in enumerate(board.blocks) if target == place]
    alive = [i for i in mine if not board.blockers[i].dead]
    tramples = "trample" in attacker.words
    if amount <= 0:
        yield {}
    elif not mine:
        yield {TO_PLAYER: amount}
    elif not alive:
        yield {TO_PLAYER: amount} if tramples else {}
    else:
        for cut in combinations(range(amount + len(alive)), len(alive)):
            ends = [-1, *cut, amount + len(alive)]
            shares = [ends[i + 1] - ends[i] - 1 for i in range(len(alive) + 1)]
            split = dict(zip([*alive, TO_PLAYER], shares, strict=True))
            enough = all(split[i] >= _deadly(attacker, board.blockers[i]) for i in alive)
            if split[TO_PLAYER] == 0 or (tramples and enough):
                yield split


def _deadly(source: Fighter, target: Fighter) -> int:
    left = max(0, target.toughness - target.shrunk - target.damage)
    return min(left, 1) if "deathtouch" in source.words else left


def fight(board: Board, pick: Callable[[str, int, list[dict[int, int]]], dict[int, int]]) -> Board:
    """Both damage steps; `pick(step, place, divisions)` chooses how an attacker divides."""
    everyone = [f for side in (board.attackers, board.blockers) for f in side]
    early = any({"first strike", "double strike"} & f.words for f in everyone)
    for step in ("first", "regular") if early else ("regular",):
        if not board.over():
            _step(board, step, pick)
    return board


def _step(board: Board, step: str, pick: Callable) -> None:
    hits: list[tuple[tuple[str, int], tuple[str, int], int]] = []
    for side in ("attackers", "blockers"):
        for place, fighter in enumerate(getattr(board, side)):
            me = (side, place)
            quick = {"first strike", "double strike"} & fighter.words
            late = me not in board.struck or "double strike" in fighter.words
            if fighter.dead or not (quick if step == "first" else late):
                continue
            if step == "first":
                board.struck.add(me)
            if side == "attackers":
                split = pick(step, place, list(divisions(board, place)))
                for target, amount in split.items():
                    to = ("player", 1) if target == TO_PLAYER else ("blockers", target)
                    hits.append((me, to, amount))
            else:
                target = board.blocks[place]
                if target is not None and not board.attackers[target].dead:
                    hits.append((me, ("attackers", target), fighter.now()))
    _land(board, hits)


def _land(board: Board, hits: list) -> None:
    touched = set()
    changed: dict[tuple[str, int], list[int]] = {}
    for (side, place), (to, where), amount in hits:
        source = getattr(board, side)[place]
        if amount <= 0:
            continue
        if to != "player" and getattr(board, to)[where].immune_to(source):
            continue
        if "lifelink" in source.words:
            board.life[0 if side == "attackers" else 1] += amount
        if to == "player":
            if "infect" in source.words:
                board.poison += amount
            else:
                board.life[1] -= amount
            board.poison += source.toxic
            continue
        marks = changed.setdefault((to, where), [0, 0])
        marks[1 if {"infect", "wither"} & source.words else 0] += amount
        if "deathtouch" in source.words:
            touched.add((to, where))
    for (to, where), (damage, shrunk) in changed.items():
        fighter = getattr(board, to)[where]
        fighter = replace(fighter, damage=fighter.damage + damage, shrunk=fighter.shrunk + shrunk)
        toughness = fighter.toughness - fighter.shrunk
        killed = fighter.damage >= toughness or (to, where) in touched
        dead = toughness <= 0 or (killed and "indestructible" not in fighter.words)
        getattr(board, to)[where] = replace(fighter, dead=dead)
