"""What the scenes of the tasks are drawn from, and what may be asked of a finished one."""

from collections.abc import Callable
from functools import cache

from neural.domains.mtg import ruling
from neural.domains.mtg.cards import Card
from neural.domains.mtg.layers import creatures
from neural.domains.mtg.ruling import Asked
from neural.domains.mtg.scene import NoScene, Scene, targets_with_ops
from neural.domains.mtg.state import Item, Player, Thing

KILLS = {"damage", "destroy", "bury", "exile", "bounce", "frog", "base"}


@cache
def verbs(card: Card) -> set[str]:
    return {op.verb for op in card.ops}


@cache
def hits_creature(card: Card) -> bool:
    """An instant or sorcery that is meant to harm one creature."""
    slots = targets_with_ops(card)
    if len(slots) != 1 or not card.ops or slots[0][0] in ("player", "opponent", "artifact"):
        return False
    if "at" in verbs(card):
        return False  # it comes back, which a question of its own is about
    filter_, verb, sign = slots[0]
    if filter_.endswith(("spell", "ability", "enchantment")):
        return False
    return verb in KILLS or (verb in ("pump", "counters", "switch") and sign < 0)


@cache
def helps_creature(card: Card) -> bool:
    slots = targets_with_ops(card)
    helpful = {"pump", "grant", "regenerate", "shield", "flicker", "counters"}
    return bool(card.ops) and len(slots) == 1 and slots[0][1] in helpful and slots[0][2] > 0


@cache
def counters_spell(card: Card) -> bool:
    return bool(verbs(card) & {"counter", "counter-unless"}) and "ability" not in card.targets[0]


def instant(card: Card) -> bool:
    return "Instant" in card.types


@cache
def plain(card: Card) -> bool:
    """A creature without triggers that would want choices, or that end it with the turn."""
    return card.is_creature and all(
        not one.targets and one.head != "end-step" for one in card.triggered
    )


def respond(s: Scene, player: Player, toward: Thing) -> Item:
    """A player answers what is on top of the stack, by a spell or an ability."""
    top = s.game.stack[-1]
    if s.rng.random() < 0.3 and top.controller is not player:
        ability = _ability(s, player)
        if ability:
            return ability
    if s.rng.random() < 0.25 and top.kind == "spell" and top.controller is not player:
        thing = s.hand(player, counters_spell)
        if "counter-unless" in verbs(thing.card):
            s.game.choices["pays"] = s.rng.random() < 0.4
            item = s.cast(player, thing, s.aimed(player, thing, top))
            can = "will" if s.game.choices["pays"] else s.pick("can't", "won't")
            s.said.append(
                f"{s.acting(top.controller)} {can} pay the {{{thing.card.ops[0].amount}}}"
            )
            s.key.append(s.game.choices["pays"])
            return item
        return s.cast(player, thing, s.aimed(player, thing, top))
    mine = toward.controller is player
    wanted: Callable[[Card], bool] = helps_creature if mine else hits_creature
    if mine and s.rng.random() < 0.15:
        wanted = lambda card: verbs(card) == {"bounce"}  # noqa: E731
    thing = s.hand(player, lambda card: instant(card) and wanted(card))
    targets = (
        [toward] if verbs(thing.card) == {"bounce"} and mine else s.aimed(player, thing, toward)
    )
    return s.cast(player, thing, targets)


def _ability(s: Scene, player: Player) -> Item | None:
    for thing in s.game.battlefield(lambda one: one.controller is player):
        if not thing.card.activated or thing.tapped:
            continue
        ability = thing.card.activated[0]
        pay = None
        if ability.sacrifices == "creature":
            theirs = [one for one in creatures(s.game, player) if one is not thing] or [thing]
            pay = s.rng.choice(theirs)
        targets = s.aimed(player, thing) if ability.targets else []
        return s.activate(player, thing, targets, pay)
    return None


def decide(s: Scene) -> None:
    """Triggers that may target a player target the opponent of who controls them."""
    for thing in s.game.things:
        for ability in thing.card.triggered:
            if ability.targets in (("player",), ("any",), ("opponent",)):
                targets = s.game.choices.setdefault("targets", {})
                targets[thing.name] = s.game.other(thing.controller)


def outcome(s: Scene, things: list[Thing], items: list[Item], lives: list[int]) -> Asked:
    """One of the questions that the scene can answer."""
    if s.game.over:
        return ruling.winner(s, lives)
    ways: list[Callable[[], Asked]] = []
    for thing in things:
        ways += [lambda thing=thing: ruling.fate(s, thing)] * 4
        ways += [lambda thing=thing: ruling.size_of(s, thing)]
    for item in items:
        ways += [lambda item=item: ruling.of_spell(s, item)]
    for player, before in zip(s.game.players, lives, strict=True):
        if player.life != before:
            ways += [lambda p=player, b=before: ruling.life_of(s, p, b)] * 2
    s.rng.shuffle(ways)
    for way in ways:
        try:
            return way()
        except NoScene:
            continue
    raise NoScene


def lives_of(s: Scene) -> list[int]:
    """Draws life totals."""
    for player in s.game.players:
        player.life = s.rng.choice((20, 20, 18, 15, 12, 10, 8, 7, 5, 4, 3))
    s.key.append([player.life for player in s.game.players])
    return [player.life for player in s.game.players]
