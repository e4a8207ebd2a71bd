"""Questions that come out of others: follow-ups, and claims that may be mistaken."""

import re
from typing import NamedTuple

from neural.domains.mtg import ruling
from neural.domains.mtg.ruling import Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.tasks.draws import (
    decide,
    helps_creature,
    hits_creature,
    instant,
    plain,
    respond,
)
from neural.domains.mtg.tasks.kinds import SCENES


def follow_up(rng: Dice, advanced: bool) -> Ruling:
    """The same spell twice: first alone, then with a response to it."""
    seed = f"exchange {rng.getrandbits(48)}"
    first = _exchange(Dice(seed, cards=rng.cards), None)
    again = _exchange(Dice(seed, cards=rng.cards), rng)
    (before, _), (after, said) = first, again
    lead = rng.words.choice(
        ("And if", "OK, and what if", "And what happens if", "What if", "Now what if")
    )
    question = f"{lead} {said}? {after.words}"
    context = f"Earlier question: {before.ruling.question}\nEarlier ruling: {before.ruling.verdict}"
    one = after.ruling
    return Ruling(
        question,
        one.verdict,
        one.reasons,
        one.rules,
        ("follow-up", one.key),
        ("follow-up", one.shape),
        one.cards,
        context,
    )


class _Half(NamedTuple):
    ruling: Ruling
    words: str


def _exchange(seeded: Dice, more: Dice | None) -> tuple[_Half, str]:
    s = Scene.draw(seeded)
    attacker = seeded.choice(s.game.players)
    defender = s.game.other(attacker)
    growing = seeded.random() < 0.2
    target = s.creature(attacker if growing else defender, plain)
    setup = s.board()
    wanted = helps_creature if growing else hits_creature
    spell = s.hand(attacker, lambda card: wanted(card) and (attacker is s.active or instant(card)))
    decide(s)
    item = s.cast(attacker, spell, s.aimed(attacker, spell, target))
    said = ""
    if more is not None:
        s.rng = more
        respond(s, defender, target)
        said = s.said[1]
        for start in (
            "in response, ",
            "in response ",
            f"before {item.name} resolves, ",
            f"with {item.name} still on the stack, ",
        ):
            said = said.removeprefix(start)
        if not said.endswith("in response"):
            said = f"{said} in response"
        if len(s.said) > 2:
            said += f", and {s.said[2]}"
    s.resolve()
    asked = ruling.fate(s, target)
    made = ruling.of_scene(s, setup, asked, "stack")
    return _Half(made, asked.words), said


def claim(rng: Dice, advanced: bool) -> Ruling:
    """Somebody says what happens, rightly or not."""
    kinds = [kind for kind in SCENES.values() if advanced or not kind.advanced]
    maker = rng.choices([kind.draw for kind in kinds], [kind.share for kind in kinds])[0]
    base = maker(rng, advanced)
    if not base.claim:
        raise NoScene
    right = rng.random() < 0.4
    said = base.claim if right else base.denial
    who = rng.words.choice(
        (
            "My friend says that {c}.",
            "Someone at the next table says {c}.",
            "I think {c}.",
            "The other player insists that {c}.",
            "I was told that {c}.",
            "Isn't it so that {c}?",
        )
    ).format(c=said)
    ask = rng.words.choice(
        ("Is that right?", "Is this correct?", "Right?", "True?", "Is that how it works?")
    )
    if who.endswith("?"):
        ask = ""
    question = f"{base.told} {who} {ask}".strip()
    fact = re.sub(r"^(?:Yes|No)[.,] ", "", base.verdict)
    verdict = f"{'Yes' if right else 'No'}. {fact[0].upper()}{fact[1:]}"
    return Ruling(
        question,
        verdict,
        base.reasons,
        base.rules,
        ("claim", right, base.key),
        ("claim", right, base.shape),
        base.cards,
    )
