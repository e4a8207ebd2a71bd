"""Questions about lands that are creatures for a turn: types in layer 4."""

from neural.domains.mtg import legal, ruling
from neural.domains.mtg.ruling import Ruling
from neural.domains.mtg.scene import Dice, Scene
from neural.domains.mtg.tasks.draws import hits_creature, instant, verbs
from neural.domains.mtg.tasks.permission import because, permitted
from neural.domains.mtg.voice import name


def animating(rng: Dice, advanced: bool) -> Ruling:
    """A land becomes a creature: can it attack, and what does removal do to it?"""
    s = Scene.draw(rng)
    player = s.active
    land = s.game.put(s.card(lambda card: "Land" in card.types), player)
    land.sick = rng.random() < 0.5
    land.tapped = not land.sick and rng.random() < 0.25
    s.key.append((land.sick, land.tapped))
    setup = s.board()
    spell = s.hand(player, lambda card: "animate" in verbs(card))
    s.cast(player, spell, [land])
    s.resolve()
    s.said[-1] += s.pick(", and it resolves", ", which resolves")
    if rng.random() < 0.4:
        return _attack(s, setup, land)
    foe = s.game.other(player)
    removal = s.hand(foe, lambda card: instant(card) and hits_creature(card))
    s.cast(foe, removal, s.aimed(foe, removal, land))
    s.said[-1] = s.said[-1].replace("in response, ", "")
    if rng.random() < 0.3:
        growth = s.hand(
            player,
            lambda card: (
                instant(card) and verbs(card) == {"pump"} and card.targets == ("creature",)
            ),
        )
        s.cast(player, growth, s.aimed(player, growth, land))
    s.resolve()
    return ruling.of_scene(s, setup, ruling.fate(s, land), "layers")


def _attack(s: Scene, setup: str, land) -> Ruling:
    v, n = s.voice, name(land)
    problems = legal.attack_problems(s.game, land)
    if problems:
        reasons, rules = because(problems, n)
        if land.sick:
            reasons.append(
                f"That it was no creature as it came does not matter: now {n} is one (rule 613.1d)."
            )
            rules.append("613.1d")
        verdict = f"No, {n} can't attack."
    else:
        reasons = [
            f"{n} is a creature this turn and keeps being a land (rule 613.1d).",
            "It is untapped and has been there since before this turn (rule 508.1a).",
        ]
        rules = ["613.1d", "508.1a"]
        verdict = f"Yes, {n} can attack."
    words = s.pick(
        f"Can {n} attack this turn?",
        f"Can {v.who(land.controller)} attack with {n} now?",
        f"Is {n} able to attack right away?",
    )
    key = ("animated", bool(problems))
    claim = f"{n} {{can}} attack this turn"
    asked = permitted(words, verdict, (reasons, rules), key, claim)
    return ruling.of_scene(s, setup, asked, "layers")
