"""Solutions of spec.py's families; see AUTHORING.md."""


#: family arrangements
from collections.abc import Iterator


def arrangements(letters: str) -> Iterator[str]:
    def extend(made: str, left: list[str]) -> Iterator[str]:
        if not left:
            yield made
        for letter in sorted(set(left)):
            #: rule=apart
            if made.endswith(letter):
                continue
            #: rule=moved
            if letters[len(made)] == letter:
                continue
            #: end
            rest = left.copy()
            rest.remove(letter)
            yield from extend(made + letter, rest)

    return extend("", list(letters))


#: family choices
from itertools import combinations  #: rule=single
from itertools import combinations_with_replacement  #: rule=repeated
from itertools import combinations, pairwise  #: rule=gaps


def choices(items: list[str], count: int) -> list[list[str]]:
    return [list(chosen) for chosen in combinations(items, count)]  #: rule=single
    #: rule=repeated
    return [list(chosen) for chosen in combinations_with_replacement(items, count)]
    #: rule=gaps
    return [
        [items[place] for place in places]
        for places in combinations(range(len(items)), count)
        if all(after - place > 1 for place, after in pairwise(places))
    ]
    #: end


#: family odometer
#: order!=bounce
from itertools import product


#: end
def odometer(limits: list[int]) -> list[list[int]]:
    return [list(wheels) for wheels in product(*map(range, limits))]  #: order=last
    #: order=first
    positions = product(*map(range, reversed(limits)))
    return [list(reversed(wheels)) for wheels in positions]
    #: order=bounce
    positions: list[list[int]] = [[]]
    for limit in limits:
        forward = range(limit)
        positions = [
            [*wheels, value]
            for i, wheels in enumerate(positions)
            for value in (reversed(forward) if i % 2 else forward)
        ]
    return positions
    #: end


#: family load_trips
from collections.abc import Iterator


def load_trips(weights: list[int], limit: int) -> Iterator[list[int]]:
    trip: list[int] = []
    load = 0
    for weight in weights:
        #: heavy=left
        if weight > limit:
            continue
        #: heavy=ends
        if weight > limit:
            break
        #: end
        if trip and load + weight > limit:
            yield trip
            trip, load = [], 0
        trip.append(weight)
        load += weight
    if trip:
        yield trip


#: family steps_between
from collections.abc import Iterator


def steps_between(start: int, stop: int, step: int) -> Iterator[int]:
    if step == 0:
        raise ValueError("step must not be 0")
    #: end=across
    if (stop - start) * step < 0:
        return
    #: end
    number = start
    while (stop - number) * step >= 0:  #: end=inside
    while (stop - number) * step > 0:  #: end!=inside
        yield number
        number += step
    yield number  #: end=across


#: family deal
from itertools import cycle  #: how!=blocks


def deal(cards: list[int], players: int) -> list[list[int]]:
    #: how=blocks
    size = len(cards) // players
    hands = [cards[i * size : (i + 1) * size] for i in range(players)]
    for hand, card in zip(hands, cards[size * players :], strict=False):
        hand.append(card)
    #: how!=blocks
    hands: list[list[int]] = [[] for _ in range(players)]
    for hand, card in zip(cycle(hands), cards, strict=False):  #: how=singly
    for hand, card in zip(cycle(hands + hands[::-1]), cards, strict=False):  #: how=snake
        hand.append(card)
    #: end
    return hands
