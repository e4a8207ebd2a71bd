"""Random combats worked out by the engine and by brute force: how many agree, and how fast.

python bench/mtg_combat.py --combats 100000
"""

import argparse
import time
from random import Random

from neural.domains.mtg import combat, layers, solver
from neural.domains.mtg.cards import Card
from neural.domains.mtg.state import BATTLEFIELD, Game, Illegal

WORDS = (
    *("flying", "reach", "first strike", "double strike", "deathtouch", "trample", "lifelink"),
    *(
        "menace",
        "indestructible",
        "infect",
        "wither",
        "protection from red",
        "protection from black",
    ),
)
COSTS = {"R": "red", "B": "black", "G": "green", "W": "white"}


def draw(rng: Random, name: str) -> tuple[Card, solver.Fighter]:
    """A creature for the engine and the same for the solver."""
    words = frozenset(word for word in WORDS if rng.random() < 0.14)
    toxic = rng.choice((0,) * 9 + (1, 2))
    cost = rng.choice(list(COSTS))
    power, toughness = rng.randint(0, 6), rng.randint(1, 6)
    own = words | ({f"toxic {toxic}"} if toxic else set())
    card = Card(name, cost, frozenset({"Creature"}), power, toughness, frozenset(own))
    return card, solver.Fighter(power, toughness, words, frozenset({COSTS[cost]}), toxic)


def compare(rng: Random) -> str | None:
    """One random combat; what differs, or None."""
    sides = [[draw(rng, f"{side}{i}") for i in range(rng.randint(1, 3))] for side in "ab"]
    blocks = [rng.choice([None, *range(len(sides[0]))]) for _ in sides[1]]
    board = solver.Board([f for _, f in sides[0]], [f for _, f in sides[1]], blocks)
    allowed = all(
        solver.may_block(one, [b for b, t in zip(board.blockers, blocks, strict=True) if t == i])
        for i, one in enumerate(board.attackers)
    )
    game = Game({"division": {}})
    mine = [game.put(card, game.players[0]) for card, _ in sides[0]]
    theirs = [game.put(card, game.players[1]) for card, _ in sides[1]]
    combat.attack(game, mine)
    grouped = {
        a: [b for b, t in zip(theirs, blocks, strict=True) if t == i] for i, a in enumerate(mine)
    }
    try:
        combat.block(game, grouped)
    except Illegal as error:
        return None if not allowed else f"the engine refuses a block: {error}"
    if not allowed:
        return "the engine takes an illegal block"
    picked: dict[tuple[str, int], dict[int, int]] = {}

    def pick(step: str, place: int, ways: list) -> dict[int, int]:
        return picked.setdefault((step, place), rng.choice(ways))

    solver.fight(board, pick)
    for place, one in enumerate(mine):
        game.choices["division"][one.name] = lambda game, place=place: _named(
            picked[_step(game), place]
        )
    try:
        combat.fight_it_out(game)
    except Illegal as error:
        return f"the engine refuses a division: {error}"
    return _difference(game, board, mine, theirs)


def _step(game: Game) -> str:
    last = next(event for event in reversed(game.events) if event.kind == "damage_step")
    return "first" if last.data["first"] else "regular"


def _named(split: dict[int, int]) -> dict[str, int]:
    return {combat.DEFENDER if i == solver.TO_PLAYER else f"b{i}": n for i, n in split.items()}


def _difference(game: Game, board: solver.Board, mine: list, theirs: list) -> str | None:
    engine = [*(p.life for p in game.players), game.players[1].poison]
    brute = [*board.life, board.poison]
    for thing, fighter in zip([*mine, *theirs], [*board.attackers, *board.blockers], strict=True):
        here = thing.zone == BATTLEFIELD
        engine.append((layers.size(game, thing), thing.damage) if here else None)
        size = (fighter.power - fighter.shrunk, fighter.toughness - fighter.shrunk)
        brute.append(None if fighter.dead else (size, fighter.damage))
    return None if engine == brute else f"engine {engine}, brute force {brute}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--combats", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = Random(args.seed)
    started = time.perf_counter()
    wrong = [found for _ in range(args.combats) if (found := compare(rng))]
    seconds = time.perf_counter() - started
    for line in wrong[:5]:
        print(line)
    share = 1 - len(wrong) / args.combats
    print(
        f"{args.combats} combats, both ways {args.combats / seconds:.0f}/s; agreement {share:.4%}"
    )


if __name__ == "__main__":
    main()
