"""Attacking, blocking and both combat damage steps (508 to 510)."""

from collections.abc import Sequence

from neural.domains.mtg import damage, moves, settling, stack, triggers
from neural.domains.mtg.layers import has, keywords, size
from neural.domains.mtg.legal import (
    attack_problems,
    attackers_problems,
    block_problems,
    blocks_problems,
)
from neural.domains.mtg.state import BATTLEFIELD, Game, Illegal, Thing, Undecided

FIRST = {"first strike", "double strike"}
DEFENDER = "the player"  # in a division of damage among blockers by name


def attack(game: Game, attackers: list[Thing]) -> None:
    """The active player's creatures attack the other player. Illegal says what forbids it."""
    problems = [problem for one in attackers for problem in attack_problems(game, one)]
    problems = problems or attackers_problems(game, attackers)
    if problems:
        raise Illegal(problems)
    game.step = "combat"
    game.active.attackers += len(attackers)
    for one in attackers:
        one.attacking = True
        number = game.emit("attacks", ("508.1a",), thing=one)
        one.causes.append(number)
        if not has(game, one, "vigilance"):
            moves.tap(game, one, number)
    for one in attackers:
        triggers.happens(game, "attacks", one.causes[-1], ("508.2a",), one)
    settling.settle(game)


def block(game: Game, blocks: dict[Thing, list[Thing]]) -> None:
    """Blockers by attacker, each blocker once. Illegal says what forbids it."""
    problems = [
        problem
        for attacker, blockers in blocks.items()
        if blockers
        for problem in block_problems(game, attacker, blockers)
    ]
    problems = problems or blocks_problems(game, blocks)
    if problems:
        raise Illegal(problems)
    for attacker, blockers in blocks.items():
        if blockers:
            attacker.blocked = True
            number = game.emit(
                "blocks", ("509.1a", "509.1h"), attacker.causes[-1:], thing=attacker, by=blockers
            )
            for one in [attacker, *blockers]:
                one.causes.append(number)
            for blocker in blockers:
                blocker.blocks = (*blocker.blocks, attacker)
                triggers.happens(game, "blocks", number, (), blocker, [attacker])
            triggers.happens(game, "blocked", number, (), attacker, blockers)
    settling.settle(game)


def fighters(game: Game) -> list[Thing]:
    return game.battlefield(lambda one: one.attacking or bool(one.blocks))


def blockers_of(game: Game, attacker: Thing) -> list[Thing]:
    return game.battlefield(lambda one: attacker in one.blocks)


def lethal(game: Game, source: Thing, target: Thing, others: Sequence[damage.Packet] = ()) -> int:
    """Damage that counts as lethal for trample; prevention is not taken into account (702.19b).

    `others`: what other attackers assign in the same step.
    """
    theirs = [packet for packet in others if packet.target is target and packet.amount]
    left = max(size(game, target)[1] - target.damage - sum(p.amount for p in theirs), 0)
    if any(has(game, packet.source, "deathtouch") for packet in theirs):
        return 0
    if has(game, source, "deathtouch"):
        return 0 if target.deathtouched else min(left, 1)
    return left


def step(game: Game, first: bool) -> None:
    """One combat damage step: assigned, dealt at once (510.2), then priority would be received."""
    packets: list[damage.Packet] = []
    double = any(FIRST & keywords(game, one) for one in fighters(game)) if first else False
    if first and not double:
        return
    rules = ("510.2", "510.4") if first or any(f.dealt_first for f in game.things) else ("510.2",)
    strikers = [one for one in fighters(game) if _strikes(game, one, first)]
    event = game.emit("damage_step", rules, first=first, strikers=strikers)
    # Tramplers last: what others assign to a blocker of both counts for them.
    strikers.sort(key=lambda one: one.attacking and has(game, one, "trample"))
    for one in strikers:
        packets += _assigned(game, one, packets)
    if first:
        for one in strikers:
            one.dealt_first = True
    with game.during(event):
        damage.deal(game, packets, [])
    settling.settle(game)


def _strikes(game: Game, one: Thing, first: bool) -> bool:
    own = keywords(game, one)
    if first:
        return bool(FIRST & own)
    return not one.dealt_first or "double strike" in own


def _assigned(game: Game, one: Thing, others: list[damage.Packet]) -> list[damage.Packet]:
    power = size(game, one)[0]
    if power <= 0:
        return []
    if one.blocks:
        alive = [foe for foe in one.blocks if foe.zone == BATTLEFIELD and foe.attacking]
        if len(alive) > 1:
            return _divided(game, one, alive, power, None)
        return [damage.Packet(one, foe, power, True) for foe in alive]
    defender = game.other(one.controller)
    if not one.blocked:
        return [damage.Packet(one, defender, power, True)]
    blockers = blockers_of(game, one)
    trample = has(game, one, "trample")
    if not blockers:
        return [damage.Packet(one, defender, power, True)] if trample else []
    if len(blockers) == 1 and not trample:
        return [damage.Packet(one, blockers[0], power, True)]
    if not trample:
        return _divided(game, one, blockers, power, None)
    needed = {blocker.name: lethal(game, one, blocker, others) for blocker in blockers}
    return _divided(game, one, blockers, power, needed)


def _divided(
    game: Game, one: Thing, blockers: list[Thing], power: int, needed: dict[str, int] | None
) -> list:
    """The division that was chosen; with trample and none chosen, as much as can go through.

    `needed`: what each blocker has to be assigned first, for a trampler.
    """
    defender = game.other(one.controller)
    chosen = game.choices.get("division", {}).get(one.name)
    if callable(chosen):
        chosen = chosen(game)
    trample = needed is not None
    rules = ["702.19b"] + (["702.2c"] if has(game, one, "deathtouch") else [])
    if chosen is None and trample:
        chosen, left = {}, power
        for name, least in needed.items():
            chosen[name] = min(least, left)
            left -= chosen[name]
        chosen[DEFENDER] = left
        game.emit(
            "tramples",
            rules,
            one.causes,
            thing=one,
            chosen=chosen,
            through=left,
            player=defender,
            needed=needed,
            power=power,
        )
    elif chosen is None:
        raise Undecided(f"division of {one.name}")
    through = chosen.get(DEFENDER, 0)
    if sum(chosen.values()) != power or (through and not trample):
        rule = "510.1d" if one.blocks else "510.1c"
        raise Illegal([(rule, f"the damage of {one.name} is not divided among its opponents")])
    if through and any(chosen.get(name, 0) < least for name, least in needed.items()):
        raise Illegal([(rules[-1], "not every blocker is assigned lethal damage")])
    packets = [damage.Packet(one, b, chosen.get(b.name, 0), True) for b in blockers]
    return [*packets, damage.Packet(one, defender, through, True)]


def fight_it_out(game: Game) -> None:
    """Both combat damage steps; before and between them only what has triggered resolves."""
    stack.resolve_all(game)
    step(game, True)
    stack.resolve_all(game)
    if not game.over:
        step(game, False)
