"""Questions about what a spell costs, and when that is fixed."""

from collections.abc import Callable

from neural.domains.mtg import costs, ruling
from neural.domains.mtg.cards import Card, symbols
from neural.domains.mtg.facts import mana
from neural.domains.mtg.legal import attack_problems, attackers_problems
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import Item, Player, Thing
from neural.domains.mtg.tasks.draws import plain
from neural.domains.mtg.voice import listing, name, sentence


def costing(rng: Dice, advanced: bool) -> Ruling:
    """The total cost of a spell with what makes it cheaper or dearer."""
    s = Scene.draw(rng)
    player = s.active
    taxers = [
        s.permanent(rng.choice((player, player, s.game.other(player))), _taxing)
        for _ in range(rng.choice((1, 1, 2)))
    ]
    captain = rng.random() < 0.12
    thing = s.hand(player, _captain if captain else _worth(s, player))
    attackers = _attackers(s, player) if captain else []
    victim = None
    if "cost sac creature" in thing.card.statics:
        own = [one for one in taxers if one.card.is_creature and one.controller is player]
        victim = own[0] if own and rng.random() < 0.7 else s.creature(player, plain)
    setup = s.board()
    if attackers:
        s.attack(attackers)
        s.said.append(s.pick("combat is over", "after combat it is the second main phase"))
        s.game.step = "main"
    targets = [s.game.other(player)] if thing.card.targets in (("any",), ("player",)) else []
    if thing.card.targets and not targets:
        aim = s.creature(s.game.other(player), plain)
        setup = s.board()
        targets = [aim]
    changes = costs.taxes(s.game, player, thing)
    item = s.cast(player, thing, targets, victim)
    return _answer(s, setup, item, changes, victim)


def _taxing(card: Card) -> bool:
    return card.taxes is not None


def _captain(card: Card) -> bool:
    return "costs 1 less per attacker" in card.statics


def _worth(s: Scene, player: Player) -> Callable[[Card], bool]:
    """A card that some of the effects concern, mostly."""
    every = s.rng.random() < 0.2
    kinds = (("any",), ("creature",), ("player",), ())

    def wanted(card: Card) -> bool:
        if "Land" in card.types or card.aura or card.targets not in kinds:
            return False
        probe = Thing(card, player, player)
        return every or bool(costs.taxes(s.game, player, probe))

    return wanted


def _attackers(s: Scene, player: Player) -> list[Thing]:
    found = [s.creature(player, plain) for _ in range(s.rng.randint(1, 3))]
    if any(attack_problems(s.game, one) for one in found) or attackers_problems(s.game, found):
        raise NoScene
    return found


def _answer(
    s: Scene, setup: str, item: Item, changes: list[tuple[int, Thing]], victim: Thing | None
) -> Ruling:
    v, n, player = s.voice, name(item), item.controller
    printed, total = mana(item.source.card.cost), mana(item.cost)
    start = f"its mana cost is {printed}"
    rules = ["601.2f"]
    if item.x:
        start += f" with X = {item.x}, which was announced (rule 601.2b)"
        rules.insert(0, "601.2b")
    parts = [
        f"{'its own text' if by is item.source else name(by)} makes it cost {{{abs(amount)}}} "
        f"{'more' if amount > 0 else 'less'}"
        for amount, by in changes
    ]
    parts = parts or ["none of the effects on the battlefield is about such a spell"]
    reasons = [sentence(f"{start}, and {listing(parts)} (rule 601.2f)")]
    generic = sum(map(int, _numbers(item)))
    if sum(amount for amount, _ in changes) + generic < 0 and any(a < 0 for a, _ in changes):
        reasons.append("A reduction takes away generic mana only, never colored mana.")
    if victim is not None and any(by is victim for _, by in changes):
        reasons.append(
            f"The cost is locked in before anything is paid, so it does not matter that {name(victim)} "
            "is sacrificed for it (rule 601.2h)."
        )
        rules.append("601.2h")
    get = "do I" if v.who(player) == "I" else f"does {v.who(player)}"
    words = s.pick(
        f"How much mana {get} have to pay?",
        f"What does {n} cost {v.whom(player)}?",
        f"What {get} pay for {n}?",
        f"How much does {n} cost in the end?",
    )
    claim = f"{n} costs {total}"
    denial = f"{n} costs {printed}" if printed != total else f"{n} costs less than {total}"
    asked = Asked(
        words, sentence(f"it costs {total}"), reasons, rules, ("cost", item.cost), claim, denial
    )
    return ruling.of_scene(s, setup, asked, "costs")


def _numbers(item: Item) -> list[str]:
    return [one for one in symbols(item.source.card.cost) if one.isdigit()] + [str(item.x)]
