"""Games and contests that run step by step: scores, boards, automata, votes."""

from neural.domains.coding.draw import ints, lists, mixed, one_of, text
from neural.domains.coding.family import Family


def bowled(rng, scoring):
    rolls = []
    for frame in range(10):
        first = rng.choice([10, 10, 9, 7, 5, 3, 0])
        if first == 10:
            rolls.append(10)
        else:
            rolls += [first, rng.choice([10 - first, rng.randint(0, 10 - first)])]
        if frame == 9 and scoring == "bonus":
            if first == 10:
                more = rng.choice([10, 4])
                rolls += [more, 10 if more == 10 else 6]
            elif sum(rolls[-2:]) == 10:
                rolls.append(rng.choice([10, 3]))
    return (rolls,)


def ladders(rng):
    size = rng.randint(8, 12)
    places = rng.sample(range(2, size), 4)
    jumps = {places[0]: places[1], places[2]: places[3]}
    return size, jumps, [rng.randint(1, 6) for _ in range(rng.randint(0, 7))]


def automaton(cells, steps, rule, ends):
    """The two rules as formulas."""
    row = [cell == "#" for cell in cells]
    for _ in range(steps):
        padded = [False, *row, False] if ends == "dead" else row[-1:] + row + row[:1]
        near = list(zip(padded, padded[1:], padded[2:], strict=False))[: len(row)]
        if rule == 30:
            row = [a != (b or c) for a, b, c in near]
        else:
            row = [(b or c) and not (a and b and c) for a, b, c in near]
    return "".join("#" if each else "." for each in row)


def full_house(rng):
    three, two = rng.sample(range(1, 7), 2)
    return rng.sample([three, three, three, two, two], 5)


def board(letters):
    def draw(rng):
        height, width = rng.randint(1, 4), rng.randint(1, 5)
        return ["".join(rng.choices(letters, k=width)) for _ in range(height)]

    return draw


def match(rng):
    home, away = rng.sample(["Ajax", "Brno", "Cork", "Dijon"], 2)
    return home, away, rng.randint(0, 3), rng.randint(0, 3)


def ballot(rng):
    names = ["ann", "ben", "cem", "dot"]
    return rng.sample(names, rng.randint(0, 4))


FAMILIES = [
    Family(
        signature="evolve(cells: str, steps: int) -> str",
        statement="Simulate a row of cells for {steps} steps and return the row after that. In "
        '{cells}, "#" is a living cell and "." a dead one. In each step, all cells '
        "change at once: the left neighbour, the cell itself and the right neighbour "
        "are the binary digits of a number n from 0 to 7, with 1 for a living cell and "
        "the left neighbour as the highest digit, and the cell lives afterwards if bit "
        "n of the number {rule} is set, where bit 0 is the lowest. {ends}",
        requests=[
            "Simulate the elementary cellular automaton with rule {rule} (Wolfram's numbering) "
            'for {steps} steps, starting with {cells}, where "#" lives and "." is dead, and '
            "return the row after that. {ends}"
        ],
        params={
            "rule": (30, 110),
            "ends": {
                "dead": "What is beyond the ends of the row counts as dead.",
                "ring": "The row is a ring: its first and its last cell are neighbours.",
            },
        },
        inputs={"cells": text("#..", 3, 9), "steps": ints(0, 4)},
        edges=[("...#...", 2), ("", 3), ("#", 1), ("##.#", 0), ("#...", 1), ("..##.", 3)],
        oracle=automaton,
        cost="O(n steps)",
    ),
    Family(
        signature="langton(size: int, steps: int) -> int",
        statement="Simulate Langton's ant on a board of {size} by {size} white cells. It begins "
        "on the cell with row and column {size} / 2, rounded down and counted from 0, "
        "and looks up. In each step it turns right on a white cell and left on a black "
        "one, changes the colour of the cell and goes one cell forward. {edge} Return "
        "how many cells are black after {steps} steps.",
        requests=[
            "Simulate Langton's ant on a white square board of {size} by {size}. It starts in "
            "row and column {size} / 2 (rounded down, from 0), facing up. Each of {steps} steps: "
            "turn right on white or left on black, flip the colour, move forward. {edge} How "
            "many cells are black in the end?"
        ],
        params={
            "edge": {
                "wrap": "Where it leaves the board, it comes back on the opposite side.",
                "stop": "As soon as it leaves the board, it is gone and nothing changes any more.",
            }
        },
        inputs={"size": ints(2, 6), "steps": ints(0, 60)},
        edges=[(5, 4), (3, 0), (1, 1), (1, 2), (4, 40), (5, 100)],
        cost="O(size² + steps)",
    ),
    Family(
        signature="bowling_score(rolls: list[int]) -> int",
        statement="Return the score of a complete game of ten-pin bowling from {rolls}, the number "
        "of pins that fell in each. A game has ten frames of two rolls; a strike, 10 pins with the "
        "first roll, ends its frame, and 10 pins with both are a spare. {scoring}",
        requests=[
            "Score a whole bowling game: {rolls} holds the pins of each roll in ten frames. "
            "{scoring} A strike is 10 with the first roll of a frame, which then has no second, "
            "and a spare is 10 with both."
        ],
        params={
            "scoring": {
                "bonus": "A frame counts its pins; a strike also counts the pins of the next two "
                "rolls and a spare those of the next one. After a strike or spare in the last "
                "frame there are as many further rolls, which count only in that frame.",
                "current": "A strike counts 30, a spare 10 and its first roll once more, any other "
                "frame its pins. There are no extra rolls.",
            }
        },
        inputs=bowled,
        edges=lambda scoring: (
            [
                ([10] * 12,),
                ([0] * 20,),
                ([5] * 21,),
                ([3, 4] * 10,),
                ([10, 3, 4] + [0, 0] * 8,),
                ([0, 0] * 9 + [10, 10, 5],),
            ]
            if scoring == "bonus"
            else [
                ([10] * 10,),
                ([0] * 20,),
                ([5] * 20,),
                ([3, 4] * 10,),
                ([10, 3, 7] + [0, 0] * 8,),
                ([0, 0] * 9 + [0, 10],),
            ]
        ),
        properties=[lambda rolls, result: set(rolls) != {10} or result == 300],
        cost="O(n)",
    ),
    Family(
        signature="tennis_game(points: str) -> str",
        statement="Return the score of a tennis game after {points}, in which each letter is a "
        'point of the server ("S") or the receiver ("R"). Points count love, 15, 30 and 40; the '
        'score is written with the server first, as "15-love". {deuce} When the game is won, '
        'return "server wins" or "receiver wins"; what follows is ignored.',
        requests=[
            'Keep the score of one game of tennis: {points} lists who won each point, "S" for the '
            'server, "R" for the receiver. Write it as "30-40", server first, with "love" for '
            'none; once it is over, "server wins" or "receiver wins", whatever comes after. '
            "{deuce}"
        ],
        params={
            "deuce": {
                "advantage": "Who has 40 wins with the next point, but at 40 all, which is called "
                '"deuce", one must lead by two: the one who leads by one point then has '
                '"advantage server" or "advantage receiver", and back at the same it is "deuce" '
                "again.",
                "golden": "Who has 40 wins with the next point, also at 40 all, which is called "
                '"deuce".',
            }
        },
        inputs={"points": text("SR", 0, 12)},
        edges=[("SSR",), ("",), ("SRSRSR",), ("SRSRSRS",), ("SRSRSRSR",), ("RRRR",), ("SSSRSS",)],
        cost="O(n)",
    ),
    Family(
        signature="dice_score(dice: list[int]) -> int",
        statement="Return what the five {dice} are worth: {category}, and otherwise 0.",
        requests=["Score a throw of five {dice}: {category}. Anything else is worth 0."],
        params={
            "category": {
                "full_house": "25 if three of them are equal and the other two are equal but "
                "different from the three",
                "straight": "30 if at least four of them have numbers in a row, such as 2, 3, 4 "
                "and 5, in any order",
                "three": "the sum of all five if at least three of them are equal",
                "pairs": "the sum of the four dice in two pairs of different numbers if there are "
                "two such pairs",
            }
        },
        inputs={
            "dice": mixed(
                lists(ints(1, 3), 5, 5),
                lists(ints(1, 6), 5, 5),
                full_house,
                lambda rng: rng.sample(range(1, 7), 5),
                lambda rng: [*rng.sample([1, 2, 3, 4], 4), rng.randint(1, 6)],
            )
        },
        edges=[
            ([2, 5, 2, 5, 5],),
            ([3, 3, 3, 3, 3],),
            ([4, 2, 3, 5, 2],),
            ([1, 2, 3, 5, 6],),
            ([6, 6, 1, 1, 4],),
        ],
        cost="O(1)",
    ),
    Family(
        signature="play_ladders(size: int, jumps: dict[int, int], rolls: list[int]) -> int",
        statement="Simulate a game of a single player, who begins on field 1 of a track with "
        "{size} fields and moves forward by each of {rolls} in turn. {over} Whoever "
        "ends a move on a field of {jumps} goes on to the field that it leads to, "
        "forward or back; that is no field of {jumps} itself. On the last field the "
        "game is over and further rolls do not count. Return the field where the "
        "player is in the end.",
        requests=[
            "Simulate snakes and ladders for one player, from field 1 of {size}. {rolls} are the "
            "moves; a field in {jumps} leads straight to another one, which does not lead any "
            "further. {over} Return the final field; after the last field was reached nothing "
            "more happens."
        ],
        params={
            "over": {
                "stay": "A roll that would lead beyond the last field is not moved.",
                "bounce": "A roll that would lead beyond the last field is moved back from there "
                "for the rest.",
                "win": "A roll that would lead beyond the last field ends on it.",
            }
        },
        inputs=ladders,
        edges=[
            (10, {3: 7}, [2, 2]),
            (6, {}, []),
            (6, {}, [3, 4]),
            (6, {4: 2}, [6, 1]),
            (6, {}, [5, 3]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="spread_fire(rows: list[str], steps: int) -> list[str]",
        statement='In the forest {rows}, "T" is a tree, "*" a burning tree and "." bare ground. In '
        "each of {steps} steps, all at once, burning trees become bare ground and trees next to a "
        "burning one, {spreads}, catch fire. Return the forest after that. All rows have the same "
        "length.",
        requests=[
            'Simulate a forest fire for {steps} steps. {rows} shows trees "T", burning trees "*" '
            'and bare ground ".". In a step every fire burns out, to bare ground, and spreads to '
            "the trees next to it, {spreads}; all of that happens at the same time. Return the map."
        ],
        params={
            "spreads": {
                "four": "above, below, left or right",
                "eight": "diagonals included",
                "wind": "to its right or below, where the wind blows",
            }
        },
        inputs={"rows": board("TTT*."), "steps": ints(0, 3)},
        edges=[
            (["T*T", "TTT", "T.T"], 1),
            (["TT", "TT"], 3),
            (["*"], 1),
            (["*TTT"], 2),
            (["*T", "TT"], 0),
        ],
        cost="O(rows columns steps)",
    ),
    Family(
        signature="drop_stones(rows: list[str]) -> list[str]",
        statement='In the box {rows}, "o" is a stone, "#" a fixed block and "." empty. The box is '
        "tilted so that all stones slide {direction} until a block, another stone or the wall "
        "stops them. Return the box after that. The first row is the top, and all rows have the "
        "same length.",
        requests=[
            'Tilt a box {rows} with loose stones "o", fixed blocks "#" and empty places ".": every '
            "stone slides {direction} as far as it can. The rows, the top one first, are equally "
            "long; return the new ones."
        ],
        params={
            "direction": {
                "down": "down",
                "up": "up",
                "right": "to the right",
            }
        },
        inputs={"rows": board("oo..#")},
        edges=[
            (["o.o", ".#.", "..o"],),
            (["o"],),
            (["..#.."],),
            (["oo..", "#..o", ".o#."],),
        ],
        properties=[lambda rows, result: "".join(rows).count("o") == "".join(result).count("o")],
        cost="O(rows columns)",
    ),
    Family(
        signature="league_table(matches: list[Match]) -> list[tuple[str, int]]",
        records={"Match": "home: str, away: str, home_goals: int, away_goals: int"},
        statement="Return each team of {matches} with its points, best first. A win brings {win} "
        "points, a draw 1 to both. Teams with the same points are sorted {tie}.",
        requests=[
            "Build a league table from {matches}: all teams with their points ({win} for a win, "
            "1 for a draw), most points first. Teams that are level are sorted {tie}."
        ],
        params={
            "win": (2, 3),
            "tie": {
                "name": "by name",
                "goals": "by the goals that they scored minus those they conceded, the higher "
                "difference first, and then by name",
            },
        },
        inputs={"matches": lists(match, 0, 6)},
        edges=[
            ([("Ajax", "Brno", 2, 1), ("Cork", "Brno", 1, 1)],),
            ([],),
            ([("Ajax", "Brno", 1, 0), ("Cork", "Dijon", 4, 0)],),
            ([("Brno", "Ajax", 0, 0)],),
            ([("Ajax", "Brno", 1, 1), ("Ajax", "Brno", 1, 1), ("Brno", "Ajax", 0, 1)],),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="SealedAuction(reserve: int)",
        methods=["bid(name: str, amount: int) -> bool", "result() -> Sale | None"],
        records={"Sale": "name: str, price: int"},
        statement="An auction with sealed bids. {bid} takes one and returns whether it counts: it "
        "must be at least {reserve} and higher than all that the same bidder made before. "
        "{result} names the highest bidder, of several the one whose bid came first, with the "
        "price: {price}. Without a bid, it returns {none}.",
        requests=[
            "Write a class for a sealed-bid auction. {bid} returns false for amounts below "
            "{reserve} or not above the bidder's own earlier bids. {result} gives the "
            "winner and, as the price, {price}, or {none} if nobody bids. The earlier of equal "
            "bids wins."
        ],
        params={
            "price": {
                "first": "what the winner bid",
                "second": "the highest bid of any other bidder, or {reserve} if there is none",
            }
        },
        inputs={"reserve": ints(2, 4), "name": one_of("ann", "ben", "cem"), "amount": ints(1, 8)},
        edges=[
            ((3,), [("bid", "ann", 5), ("bid", "ben", 7), ("result",), ("bid", "ann", 9)]),
            ((2,), [("bid", "ann", 4), ("bid", "ann", 6), ("bid", "ann", 5), ("result",)]),
            ((5,), [("bid", "ben", 4), ("result",)]),
            ((1,), [("bid", "ben", 4), ("bid", "ann", 4), ("result",)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="runoff_winner(ballots: list[list[str]]) -> str | None",
        statement="Each of {ballots} lists candidates, the favourite first, and counts for its "
        "first candidate who is still in the race; ballots without such a candidate do not count "
        "any more. As soon as one candidate has more than half of the counted ballots, that one "
        "wins. Otherwise {out}, and the ballots are counted again. All who are named on a ballot "
        "take part. Return the winner, or {none} if nobody is left.",
        requests=[
            "Run an instant-runoff vote over {ballots}, which are {list}s of names with the "
            "favourite first. In each round a ballot counts for its first name still in the race, "
            "if there is one; more than half of the counted ballots wins. If nobody has that, "
            "{out}. Everybody named anywhere takes part; {none} if all are out."
        ],
        params={
            "out": {
                "last": "the candidate with the fewest ballots leaves the race, of several the "
                "one whose name comes last in the alphabet",
                "all": "all candidates with the fewest ballots leave the race",
            }
        },
        inputs={"ballots": lists(ballot, 0, 7)},
        edges=[
            ([["ann"], ["ann", "ben"], ["ben"]],),
            ([],),
            ([["ann"], ["ben"]],),
            ([["ann", "ben"], ["ben"], ["cem", "ben"], ["ann"], ["ben"]],),
            ([[]],),
        ],
        cost="O(ballots candidates²)",
    ),
    Family(
        signature="dealer_hand(cards: list[int]) -> int",
        statement="Return what a dealer's hand is worth in the end. The dealer takes {cards} "
        "from the first on until the hand is worth at least 17. Cards count 2 to 10; "
        "an ace is given as 1 and counts 11 as long as the hand is not worth more than "
        "21 that way, and otherwise 1. {soft} The result may be more than 21, or less "
        "than 17 if the cards run out.",
        requests=[
            "Play the dealer's hand at blackjack: draw {cards} in order until it is worth 17 or "
            "more, and return its worth. Aces come as 1 and count 11 where that does not make "
            "more than 21. {soft} If the cards run out, take what there is."
        ],
        params={
            "soft": {
                "stands": "The dealer also stops at 17 if an ace counts 11 in it.",
                "hits": "At exactly 17 with an ace that counts 11, the dealer takes another card.",
            }
        },
        inputs={"cards": lists(one_of(1, 1, 2, 4, 5, 6, 6, 9, 10), 0, 7)},
        edges=[
            ([10, 6, 9],),
            ([1, 6, 10],),
            ([],),
            ([1, 1, 9],),
            ([1, 5, 10, 1, 4],),
            ([10, 10],),
        ],
        cost="O(n)",
    ),
]
