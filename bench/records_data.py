"""Rows for measurements: as long, as varied and as often repeated as collected chat data."""

import json
from collections.abc import Iterator
from random import Random

_COMMON = (
    "the of and to in a is that for it as was with be by on not he his but at are this have from "
    "or had an they which one you were all her she there would their we him been has when who will "
    "no more if out so up said what its about than into them can only other time new some could "
    "these two may first then do any like my now over such our man me even most made after also "
    "did many before must through years where much your way well down should because each just "
    "those people how too little state good very make world still see own work men day get here "
    "between both life being under never same another know while last might us great old year off "
    "come since go against came right used take three question answer explain write list describe"
)
_ONSETS = (
    "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st t th tr v w"
)
_MIDDLES = "a e i o u ai ea ee io ou"
_ENDS = "b ck d g l ll m n nd ng nt p r rd rn s ss st t ter ver ing ed ly tion ment ble al ic ous"
COMMON, ONSETS, MIDDLES, ENDS = (x.split() for x in (_COMMON, _ONSETS, _MIDDLES, _ENDS))
COPIES, ALIKE = 0.03, 0.05


def vocabulary(rng: Random, size: int) -> list[str]:
    """Words as in English: a few short ones, used all the time, and many long ones."""
    made = dict.fromkeys(COMMON)
    while len(made) < size:
        syllables = range(rng.choice((1, 2, 2, 3)))
        made[
            "".join(rng.choice(ONSETS) + rng.choice(MIDDLES) for _ in syllables) + rng.choice(ENDS)
        ] = None
    return list(made)


def rows(count: int, seed: int = 1) -> Iterator[bytes]:
    """`count` lines of about 500 bytes; 3% are copies and 5% near-copies of one up to 50,000
    earlier. The first rows are the same whatever the count."""
    rng = Random(seed)
    words = vocabulary(rng, 40_000)
    total, weights = 0.0, []
    for rank in range(len(words)):
        total += 1 / (rank + 2.7)
        weights.append(total)
    former: list[tuple[list[str], list[str]]] = []
    for number in range(count):
        draw = rng.random()
        if former and draw < COPIES + ALIKE:
            asked, said = former[rng.randrange(len(former))]
            if draw >= COPIES:
                said = [*said]
                for _ in range(2):
                    said[rng.randrange(len(said))] = rng.choice(words)
        else:
            asked = rng.choices(words, cum_weights=weights, k=rng.randint(6, 20))
            said = rng.choices(words, cum_weights=weights, k=rng.randint(15, 65))
            if len(former) < 50_000:
                former.append((asked, said))
            else:
                former[rng.randrange(len(former))] = (asked, said)
        yield (
            json.dumps(
                {
                    "id": f"{number:032x}",
                    "instruction": f"{' '.join(asked).capitalize()}?",
                    "input": "",
                    "output": _sentences(said),
                    "category": f"topic {number % 12}",
                    "source": "bench",
                    "license": "Apache-2.0",
                    "split_group": f"group {number % 997}",
                }
            ).encode()
            + b"\n"
        )


def _sentences(words: list[str]) -> str:
    parts = (words[i : i + 12] for i in range(0, len(words), 12))
    return " ".join(f"{' '.join(part).capitalize()}." for part in parts)
