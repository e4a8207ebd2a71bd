"""What the rules forbid: each check gives (rule, reason) pairs, none where all is well."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from neural.domains.mtg.cards import COLORS, SUBTYPES, Ability
from neural.domains.mtg.layers import (
    colors,
    creatures,
    has,
    is_creature,
    keywords,
    size,
    types,
)
from neural.domains.mtg.state import BATTLEFIELD, GRAVEYARD, Game, Item, Player, Thing

Problem = tuple[str, str]
LIMIT = re.compile(r"(power|toughness)(>=|<=)(\d+)")


def matches(game: Game, wanted: str, target: object, you: Player, source: Thing) -> bool:
    """Whether a target is what the text asks for: `nonblack-creature`, `any`, `spell`."""
    *words, kind = wanted.split("-")
    if isinstance(target, Player):
        other = kind == "opponent" and target is not you
        return kind in ("any", "another", "player") or other or (kind == "you" and target is you)
    if isinstance(target, Item):
        if kind == "ability":
            return target.kind != "spell"
        if kind != "spell" or target.kind != "spell":
            return False
        return all(_of_spell(word, target.source) for word in words)
    if kind == "card":
        return target.zone == GRAVEYARD and all(_of_card(word, target, you) for word in words)
    if target.zone != BATTLEFIELD:
        return False
    if kind in ("any", "another"):
        return is_creature(game, target)
    if not _is_kind(game, kind, target):
        return False
    return all(_fits(game, word, target, you, source) for word in words)


def _is_kind(game: Game, kind: str, thing: Thing) -> bool:
    now = types(game, thing)
    if kind == "nonland":
        return "Land" not in now
    return kind == "permanent" or any(part.title() in now for part in kind.split("/"))


def _of_card(word: str, card: Thing, you: Player) -> bool:
    """Whether a card in a graveyard is what the text asks for."""
    return card.owner is you if word == "own" else word.title() in (card.printed or card.card).types


def _of_spell(word: str, spell: Thing) -> bool:
    if word == "noncreature":
        return "Creature" not in spell.card.types
    return bool({*word.title().split("/"), *word.split("/")} & (spell.card.types | colors(spell)))


def _fits(game: Game, word: str, thing: Thing, you: Player, source: Thing) -> bool:
    match word:
        case "own":
            return thing.controller is you
        case "foe":
            return thing.controller is not you
        case "other":
            return thing is not source
        case "tapped":
            return thing.tapped
        case "attacking":
            return thing.attacking
        case "blocking":
            return bool(thing.blocks)
        case "combat":
            return thing.attacking or bool(thing.blocks)
        case "untapped":
            return not thing.tapped
        case "flying":
            return has(game, thing, "flying")
        case "nonflying":
            return not has(game, thing, "flying")
        case "nonartifact" | "noncreature":
            return word.removeprefix("non").title() not in types(game, thing)
        case "legendary" | "nonlegendary":
            return ("Legendary" in thing.card.types) is (word == "legendary")
    if found := LIMIT.fullmatch(word):
        number = size(game, thing)[found[1] == "toughness"]
        return number >= int(found[3]) if found[2] == ">=" else number <= int(found[3])
    kind = word.removeprefix("non")
    if kind.title() in SUBTYPES:
        return (kind.title() in thing.card.types) is (word == kind)
    color = word.removeprefix("non")
    if color not in COLORS.values():
        raise ValueError(f"unknown filter {word!r}")
    return (color in colors(thing)) is (word == color)


REASONS = {
    "tapped": "{n} is not tapped",
    "attacking": "{n} is not attacking",
    "combat": "{n} is neither attacking nor blocking",
    "flying": "{n} does not have flying",
    "blocking": "{n} is not blocking",
    "untapped": "{n} is tapped",
    "nonflying": "{n} has flying",
    "nonartifact": "{n} is an artifact",
    "noncreature": "{n} is a creature",
    "legendary": "{n} is not legendary",
    "nonlegendary": "{n} is legendary",
    **{color: f"{{n}} is not {color}" for color in COLORS.values()},
    **{f"non{color}": f"{{n}} is {color}" for color in COLORS.values()},
    "own": "the creature has to be under the control of the spell's controller",
    "foe": "the creature has to be under an opponent's control",
    "other": "it has to be another creature",
}


def why_not(game: Game, wanted: str, target: object, you: Player, source: Thing) -> str:
    """The reason that `matches` is false, for a permanent."""
    if isinstance(target, Thing) and wanted.endswith("card"):
        return "{n} is no such card in the right graveyard"
    if isinstance(target, Thing) and target.zone != BATTLEFIELD:
        if target.successor and target.successor.zone == BATTLEFIELD:
            return "{n} has come back as a new object, which was not targeted"
        return "{n} is no longer on the battlefield"
    *words, kind = wanted.split("-")
    if isinstance(target, Thing) and _is_kind(game, kind, target):
        for word in words:
            if not _fits(game, word, target, you, source):
                return REASONS.get(word) or _out_of(LIMIT.fullmatch(word))
    if isinstance(target, Item):
        return "{n} is not a kind of spell that it can target"
    return "{n} is not a kind of permanent that it can target"


def _out_of(limit: re.Match) -> str:
    what, sign, number = limit.groups()
    return f"the {what} of {{n}} is {'less' if sign == '>=' else 'greater'} than {number}"


def target_problems(
    game: Game, wanted: str, target: object, you: Player, source: Thing
) -> list[Problem]:
    """Why this can't be the target: not what the text asks for, or an ability forbids it."""
    if not matches(game, wanted, target, you, source):
        return [("601.2c", why_not(game, wanted, target, you, source))]
    if not isinstance(target, Thing) or target.zone != BATTLEFIELD:
        return []
    own = keywords(game, target)
    found = []
    if "shroud" in own:
        found.append(("702.18a", "{n} has shroud"))
    if "hexproof" in own and target.controller is not you:
        found.append(("702.11b", "{n} has hexproof"))
    for color in sorted(colors(source)):
        if f"protection from {color}" in own:
            found.append(("702.16b", f"{{n}} has protection from {color}"))
    return found


def targets_problems(
    game: Game, wanted: tuple[str, ...], targets: list, you: Player, source: Thing
) -> list[Problem]:
    """Why these can't be the targets together."""
    if len(wanted) != len(targets):
        return [("601.2c", "it needs a target")]
    return same_twice(wanted, targets) + [
        problem
        for filter_, target in zip(wanted, targets, strict=True)
        for problem in target_problems(game, filter_, target, you, source)
    ]


def same_twice(wanted: tuple[str, ...], targets: list) -> list[Problem]:
    """Why these can't be targets together, whatever they are: "another" has to be another."""
    if "another" in wanted and len({id(target) for target in targets}) < len(targets):
        return [("601.2c", "the targets have to be different")]
    return []


def timing_problems(game: Game, player: Player, thing: Thing | None) -> list[Problem]:
    """Why the player can't cast the card just now; None stands for what has a sorcery's timing."""
    if game.step == "untap":
        return [("502.4", "nobody receives priority in the untap step")]
    if thing is not None and (
        thing.card.at_instant_speed
        or ("Aura" in thing.card.types and _says(game, player, "its controller's Auras have flash"))
    ):
        return []
    rule = "307.1" if thing is None or "Sorcery" in thing.card.types else "117.1a"
    if player is not game.active:
        return [(rule, "it is not that player's turn")]
    if game.step != "main":
        return [(rule, "it is not a main phase")]
    if game.stack:
        return [(rule, "the stack is not empty")]
    return []


def tap_problems(game: Game, thing: Thing, ability: Ability) -> list[Problem]:
    """Why the cost with the tap symbol can't be paid."""
    if not ability.taps:
        return []
    if thing.tapped:
        return [("602.2b", "{n} is already tapped")]
    if is_creature(game, thing) and thing.sick and not has(game, thing, "haste"):
        return [("602.5a", "{n} came under its controller's control this turn")]
    return []


def _says(game: Game, player: Player, static: str) -> bool:
    """Whether a permanent of the player has this static ability."""
    return bool(
        game.battlefield(lambda one: static in one.card.statics and one.controller is player)
    )


def attack_problems(game: Game, thing: Thing) -> list[Problem]:
    """Why the creature can't attack."""
    own = keywords(game, thing)
    found = []
    if thing.tapped:
        found.append(("508.1a", "{n} is tapped"))
    if thing.sick and "haste" not in own:
        found.append(("302.6", "{n} came under its controller's control this turn"))
    if "defender" in own:
        found.append(("702.3b", "{n} has defender"))
    if "can't attack" in own:
        found.append(("508.1c", "an effect says that {n} can't attack"))
    return found


def _artifact_or(game: Game, blocker: Thing, wanted: frozenset[str] | set[str]) -> bool:
    return "Artifact" in blocker.card.types or bool(colors(blocker) & wanted)


# What keeps a creature without the right features from blocking: rule, check, why.
EVASION = {
    "flying": (
        "702.9b",
        lambda game, a, b: not {"flying", "reach"} & keywords(game, b),
        "has neither flying nor reach",
    ),
    "shadow": ("702.28b", lambda game, a, b: not has(game, b, "shadow"), "does not"),
    "horsemanship": ("702.31b", lambda game, a, b: not has(game, b, "horsemanship"), "does not"),
    "fear": (
        "702.36b",
        lambda game, a, b: not _artifact_or(game, b, {"black"}),
        "is neither an artifact nor black",
    ),
    "intimidate": (
        "702.13b",
        lambda game, a, b: not _artifact_or(game, b, colors(a)),
        "is neither an artifact nor shares a color with it",
    ),
    "skulk": (
        "702.118b",
        lambda game, a, b: size(game, b)[0] > size(game, a)[0],
        "has greater power",
    ),
}


def attackers_problems(game: Game, attackers: list[Thing]) -> list[Problem]:
    """Why these creatures can't attack together: restrictions, then requirements (508.1c-d)."""
    found = _restricted(game, attackers)
    if found or not _wants(game, creatures(game, game.active), "attacks each combat if able"):
        return found
    able = [one for one in creatures(game, game.active) if not attack_problems(game, one)]
    legal = (
        group
        for number in range(len(able) + 1)
        for group in combinations(able, number)
        if not _restricted(game, group)
    )
    most = max(len(_wants(game, group, "attacks each combat if able")) for group in legal)
    if len(_wants(game, attackers, "attacks each combat if able")) < most:
        idle = [one for one in able if one not in attackers]
        names = " and ".join(one.name for one in _wants(game, idle, "attacks each combat if able"))
        return [("508.1d", f"{names} has to attack if able")]
    return []


def _wants(game: Game, things: Iterable[Thing], word: str) -> list[Thing]:
    return [one for one in things if has(game, one, word)]


def _restricted(game: Game, attackers: Sequence[Thing]) -> list[Problem]:
    if len(attackers) == 1 and has(game, attackers[0], "can't attack alone"):
        return [("508.1c", f"{attackers[0].name} can't attack alone")]
    if len(attackers) > 1 and game.battlefield(lambda one: "one attacker" in one.card.statics):
        return [("508.1c", "no more than one creature can attack")]
    return []


def blocks_problems(game: Game, blocks: dict[Thing, list[Thing]]) -> list[Problem]:
    """Why these blocks can't be declared together: restrictions, then requirements (509.1b-c)."""
    chosen = [one for blockers in blocks.values() for one in blockers]
    for one in {id(one): one for one in chosen}.values():
        if chosen.count(one) > 1 + has(game, one, "can block an additional creature"):
            return [("509.1a", f"{one.name} can't block so many creatures")]
    if len(chosen) == 1 and has(game, chosen[0], "can't block alone"):
        return [("509.1b", f"{chosen[0].name} can't block alone")]
    foe = game.other(game.active)
    if not _wants(game, creatures(game, foe), "blocks each combat if able"):
        return []
    attackers = game.battlefield(lambda one: one.attacking)
    most = 0
    for targets in product((None, *attackers), repeat=len(creatures(game, foe))):
        pairs = list(zip(creatures(game, foe), targets, strict=True))
        groups = {a: [b for b, target in pairs if target is a] for a in attackers}
        busy = [b for b, target in pairs if target is not None]
        alone = len(busy) == 1 and has(game, busy[0], "can't block alone")
        if not alone and not any(g and block_problems(game, a, g) for a, g in groups.items()):
            most = max(most, len(_wants(game, busy, "blocks each combat if able")))
    if len(_wants(game, chosen, "blocks each combat if able")) < most:
        idle = [one for one in creatures(game, foe) if one not in chosen]
        names = " and ".join(one.name for one in _wants(game, idle, "blocks each combat if able"))
        return [("509.1c", f"{names} has to block if able")]
    return []


def block_problems(game: Game, attacker: Thing, blockers: list[Thing]) -> list[Problem]:
    """Why these creatures together can't block the attacker."""
    found = []
    own = keywords(game, attacker)
    if "can't be blocked" in own:
        found.append(("509.1b", f"{attacker.name} can't be blocked"))
    for blocker in blockers:
        theirs = keywords(game, blocker)
        name = blocker.name
        if blocker.tapped:
            found.append(("509.1a", f"{name} is tapped"))
        if "can't block" in theirs:
            found.append(("509.1b", f"{name} can't block"))
        found += [
            (rule, f"{attacker.name} has {word} and {name} {why}")
            for word, (rule, evades, why) in EVASION.items()
            if word in own and evades(game, attacker, blocker)
        ]
        if "shadow" in theirs and "shadow" not in own:
            found.append(("702.28b", f"{name} has shadow and {attacker.name} does not"))
        for color in sorted(colors(blocker)):
            if f"protection from {color}" in own:
                found.append(
                    (
                        "702.16f",
                        f"{attacker.name} has protection from {color} and {name} is {color}",
                    )
                )
    if "menace" in own and len(blockers) == 1:
        found.append(
            ("702.111b", f"{attacker.name} has menace and only one creature would block it")
        )
    return found
