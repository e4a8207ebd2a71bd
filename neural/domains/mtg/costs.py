"""What a spell costs, once everything that changes it is counted (601.2f)."""

from neural.domains.mtg.cards import Card, symbols
from neural.domains.mtg.layers import colors
from neural.domains.mtg.state import Game, Player, Thing


def total(game: Game, player: Player, spell: Thing, x: int = 0, kicked: bool = False) -> str:
    """The total cost in the notation of cards.tsv, with X as a number; `0` for nothing to pay."""
    parts = symbols(spell.card.price or spell.card.cost)
    parts += symbols(kicker(spell.card)) if kicked else []
    generic = sum(x if one == "X" else int(one) for one in parts if one == "X" or one.isdigit())
    rest = "".join(one for one in parts if one != "X" and not one.isdigit())
    changes = [amount for amount, _ in taxes(game, player, spell)]
    generic += sum(amount for amount in changes if amount > 0)
    # Reductions of generic mana come last and take no colored mana away.
    generic = max(generic + sum(amount for amount in changes if amount < 0), 0)
    return f"{generic or ''}{rest}" or "0"


def taxes(game: Game, player: Player, spell: Thing) -> list[tuple[int, Thing]]:
    """By how much which permanents, or the card itself, change the cost."""
    found = [
        (one.card.taxes[0], one)
        for one in game.battlefield(lambda one: one.card.taxes is not None)
        if _concerns(one.card.taxes[1], one, player, spell)
    ]
    if "costs 1 less per attacker" in spell.card.statics and player.attackers:
        found.append((-player.attackers, spell))
    return found


def _concerns(which: str, source: Thing, player: Player, spell: Thing) -> bool:
    for word in which.split("-"):
        fits = {
            "own": source.controller is player,
            "all": True,
            "noncreature": not spell.card.is_creature,
        }.get(word)
        if fits is None:
            fits = bool(
                {*word.title().split("/"), *word.split("/")} & (spell.card.types | colors(spell))
            )
        if not fits:
            return False
    return True


def kicker(card: Card) -> str:
    """The kicker cost, or nothing."""
    return next((one[7:] for one in card.statics if one.startswith("kicker ")), "")


def value(card: Card, x: int = 0) -> int:
    """The mana value of the spell (202.3e)."""
    return card.value + x * symbols(card.cost).count("X")
