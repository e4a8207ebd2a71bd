"""Questions about state-based actions: what keeps a creature alive goes away, counters meet,
toughness 0, a second legend, the last points of life."""

from collections.abc import Callable
from typing import NamedTuple

from neural.domains.mtg import ruling, stack
from neural.domains.mtg.cards import Card
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, Scene
from neural.domains.mtg.state import Item, Player, Thing
from neural.domains.mtg.tasks.draws import (
    counters_spell,
    decide,
    hits_creature,
    instant,
    outcome,
    plain,
    verbs,
)


class Drawn(NamedTuple):
    """What was set up and cast, before it resolves. `bonus`: what kept the creature alive."""

    setup: str
    items: list[Item]
    thing: Thing | None = None
    bonus: Thing | None = None
    lives: list[int] | None = None


def checking(rng: Dice, advanced: bool) -> Ruling:
    """State-based actions after something resolves."""
    s = Scene.draw(rng)
    owner = rng.choice(s.game.players)
    way = rng.choice((aura, anthem, counters, shrink, last, deathtouch))
    rare = rng.random()  # these have few scenarios
    if 0.02 <= rare < 0.05:
        return legend(s)
    drawn = (library if rare < 0.02 else way)(s, owner)
    lives = drawn.lives or [20, 20]
    decide(s)
    s.resolve()
    also = tuple(drawn.bonus.causes) if drawn.bonus else ()
    if s.game.over:
        asked = ruling.winner(s, None if drawn.thing is None else lives)
    elif drawn.thing is None:
        asked = outcome(s, [], drawn.items, lives)
    elif also or rng.random() < 0.8:
        asked = ruling.fate(s, drawn.thing, also)
    else:
        asked = outcome(s, [drawn.thing], drawn.items, lives)
    return ruling.of_scene(s, drawn.setup, asked, "sba")


def _removes(kind: str) -> Callable[[Card], bool]:
    """Whether a spell removes enchantments, or artifacts."""

    def wanted(card: Card) -> bool:
        fits = card.targets in ((kind,), ("artifact/enchantment",))
        return fits and bool(card.ops) and not counters_spell(card)

    return wanted


def _supported(s: Scene, owner: Player, thing: Thing, bonus: Thing, most: int) -> Drawn:
    """A damaged creature, and a spell on the enchantment or Equipment that supports it."""
    least = max(thing.card.toughness - 1, 0)  # with less nobody asks
    thing.damage = s.rng.randint(min(least, most), most)
    s.key.append(thing.damage)
    setup = s.board()
    foe = s.game.other(owner)
    spell = s.hand(foe, _removes("artifact" if bonus.card.equip else "enchantment"))
    return Drawn(setup, [s.cast(foe, spell, [bonus])], thing, bonus)


def aura(s: Scene, owner: Player) -> Drawn:
    """The bonus of an Aura or Equipment is lost."""
    thing = s.creature(owner, plain)
    card = s.card(lambda card: card.worn is not None and card.worn[1] > 0)
    bonus = s.game.put(card, owner, attached=thing)
    return _supported(s, owner, thing, bonus, thing.card.toughness + card.worn[1] - 1)


def anthem(s: Scene, owner: Player) -> Drawn:
    """A bonus for all is lost."""
    card = s.card(lambda card: card.anthem is not None)
    which = card.anthem[0].removeprefix("own").removeprefix("-")
    thing = s.creature(owner, lambda one: plain(one) and (not which or which in one.colors))
    return _supported(s, owner, thing, s.game.put(card, owner), thing.card.toughness)


def counters(s: Scene, owner: Player) -> Drawn:
    """Counters of both kinds on one creature."""
    thing = s.creature(owner, plain, plus=s.rng.randint(1, 3))
    setup = s.board()
    foe = s.game.other(owner)
    spell = s.hand(
        foe,
        lambda card: (
            any(op.verb == "counters" and op.args[0] == "-1" for op in card.ops)
            or ("wither" in card.keywords and bool(card.ops))
        ),
    )
    return Drawn(setup, [s.cast(foe, spell, [thing])], thing)


def shrink(s: Scene, owner: Player) -> Drawn:
    """A creature that is hard to kill."""
    hard = {"indestructible", "persist", "undying"}
    thing = s.creature(
        owner, lambda card: plain(card) and bool(hard & card.keywords or card.activated)
    )
    setup = s.board()
    items: list[Item] = []
    if thing.card.activated and thing.card.activated[0].ops[0].verb == "regenerate":
        s.activate(owner, thing)
        stack.resolve(s.game)
    foe = s.game.other(owner)
    spell = s.hand(foe, lambda card: hits_creature(card) and (foe is s.active or instant(card)))
    items.append(s.cast(foe, spell, s.aimed(foe, spell, thing)))
    return Drawn(setup, items, thing)


def deathtouch(s: Scene, owner: Player) -> Drawn:
    """A fight with a creature that has deathtouch."""
    biter = s.creature(owner, lambda card: "deathtouch" in card.keywords)
    thing = s.creature(s.game.other(owner), plain)
    setup = s.board()
    fights: Callable[[Card], bool] = lambda card: bool(verbs(card) & {"fight", "bite"})  # noqa: E731
    spell = s.hand(owner, lambda card: fights(card) and (owner is s.active or instant(card)))
    return Drawn(setup, [s.cast(owner, spell, [biter, thing])], thing)


def library(s: Scene, owner: Player) -> Drawn:
    """Drawing more cards than there are."""
    s.active.library = 1
    spell = s.hand(s.active, lambda card: card.name == "Divination")
    items = [s.cast(s.active, spell)]
    s.said.append(f"{s.voice.whose(s.active)} library has one card left")
    return Drawn("", items)


def last(s: Scene, owner: Player) -> Drawn:
    """Damage and life gain at the last points of life."""
    v, foe = s.voice, s.game.other(owner)
    for player in s.game.players:
        player.life = s.rng.randint(1, 4)
    lives = [player.life for player in s.game.players]
    s.key.append(lives)
    spell = s.hand(
        owner,
        lambda card: (
            "damage" in verbs(card)
            and card.targets in (("any",), ("player",))
            and (owner is s.active or instant(card))
        ),
    )
    who = v.is_(owner) if v.me is None else v.is_(owner).capitalize()
    setup = f"{who} at {owner.life} life and {v.is_(foe)} at {foe.life}."
    items = [s.cast(owner, spell, [foe])]
    if s.rng.random() < 0.5:
        reply = s.hand(
            foe,
            lambda card: (
                instant(card)
                and bool(verbs(card) & {"gain", "damage"})
                and card.targets in ((), ("any",))
            ),
        )
        items.append(s.cast(foe, reply, [owner] if reply.card.targets else []))
    return Drawn(setup, items, lives=lives)


def legend(s: Scene) -> Ruling:
    """A second legendary creature of the same name."""
    v, player = s.voice, s.active
    thing = s.creature(player, lambda card: "Legendary" in card.types)
    setup = s.board()
    s.key.append("legend")
    stack.cast(s.game, player, s.game.hand(thing.card, player), [])
    s.said.append(f"{v.does(player, 'cast')} a second {thing.name}")
    s.resolve()
    get = "Do I" if v.who(player) == "I" else f"Does {v.who(player)}"
    asked = Asked(
        s.pick(
            f"Can {v.who(player)} keep both?",
            "Do both stay?",
            f"{get} get to keep both of them?",
        ),
        "No.",
        [
            "As soon as a player would get priority one of the two goes to the graveyard, "
            f"{v.answering().whose(player)} choice which; that is no destruction (rule 704.5j).",
            "It happens before anybody can respond (rule 704.3).",
        ],
        ["704.5j", "704.3"],
        ("legend",),
    )
    return ruling.of_scene(s, setup, asked, "sba")
