"""Questions about effects that change things: the layers, and the order of replacements."""

from neural.domains.mtg import ruling
from neural.domains.mtg.cards import Card
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, Scene
from neural.domains.mtg.state import BATTLEFIELD
from neural.domains.mtg.tasks.draws import decide, instant, lives_of, plain, verbs
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import name


def layering(rng: Dice, advanced: bool) -> Ruling:
    """Several effects on the power and toughness of one creature."""
    s = Scene.draw(rng)
    owner = rng.choice(s.game.players)
    thing = s.creature(
        owner,
        lambda card: plain(card) and not {"hexproof", "shroud"} & card.keywords,
        **({"plus": rng.randint(1, 3)} if rng.random() < 0.5 else {}),
    )
    if rng.random() < 0.4:
        s.permanent(owner, lambda card: card.anthem is not None)
    setup = s.board()
    decide(s)
    for _ in range(rng.randint(2, 3)):
        player = rng.choice(s.game.players)

        def shapes(card: Card) -> bool:
            return (
                instant(card)
                and bool(verbs(card) & {"frog", "switch", "pump", "counters"})
                and len(card.targets) == 1
            )

        spell = s.hand(player, shapes)
        s.cast(player, spell, [thing])
        s.said[-1] += s.pick(", and it resolves", ", which resolves", " and that resolves")
        s.resolve()
    gone = thing.zone != BATTLEFIELD
    asked = ruling.fate(s, thing) if gone else ruling.size_of(s, thing)
    return ruling.of_scene(s, setup, asked, "layers")


def replacing(rng: Dice, advanced: bool) -> Ruling:
    """Two replacement or prevention effects on one event: who orders them, and with what result."""
    s = Scene.draw(rng)
    s.game.choices["first"] = rng.choice(("double", "shield"))
    v = s.voice
    if rng.random() < 0.5:
        caster = rng.choice(s.game.players)
        foe = s.game.other(caster)
        s.permanent(rng.choice(s.game.players), lambda card: "damage doubled" in card.statics)
        lives = lives_of(s)
        setup = s.board()
        shield = s.hand(foe, lambda card: any(op.verb == "shield" for op in card.ops))
        s.cast(foe, shield, [foe])
        s.resolve()
        s.said[-1] += ", which resolves"
        spell = s.hand(
            caster,
            lambda card: (
                instant(card)
                and card.targets == ("any",)
                and card.ops[0].verb == "damage"
                and "wither" not in card.keywords
            ),
        )
        item = s.cast(caster, spell, [foe])
        s.resolve()
        first = "the prevention" if s.game.choices["first"] == "shield" else "the doubling"
        s.said.append(f"{v.does(foe, 'want')} to apply {first} first")
        s.key.append(first)
        if s.game.over:
            asked = ruling.winner(s, lives)
        elif foe.life == lives[foe.seat]:
            numbers = [e.number for e in s.game.events if e.kind in ("prevented", "chooses_first")]
            reasons, rules = story(s.game, v.answering(), numbers)
            asked = Asked(
                f"How much damage does {name(item)} deal?", "No damage.", reasons, rules, ("none",)
            )
        else:
            asked = ruling.life_of(s, foe, lives[foe.seat])
        return ruling.of_scene(s, setup, asked, "replacement")
    owner = rng.choice(s.game.players)
    thing = s.creature(
        owner, lambda card: plain(card) and not {"hexproof", "shroud"} & card.keywords
    )
    s.permanent(owner, lambda card: "counters plus one" in card.statics)
    s.permanent(owner, lambda card: "counters doubled" in card.statics)
    s.game.choices["first"] = rng.choice(("plus", "double"))
    setup = s.board()
    spell = s.hand(
        owner, lambda card: any(op.verb == "counters" and op.args[0] == "+1" for op in card.ops)
    )
    s.cast(owner, spell, [thing])
    s.resolve()
    first = "Hardened Scales" if s.game.choices["first"] == "plus" else "Doubling Season"
    s.said.append(f"{v.does(owner, 'apply')} {first} first")
    s.key.append(first)
    reasons, rules = story(s.game, v.answering(), thing.causes)
    asked = Asked(
        s.pick(
            f"How many counters does {name(thing)} get?",
            f"How many +1/+1 counters end up on {name(thing)}?",
        ),
        f"{thing.plus} +1/+1 counters.",
        reasons,
        rules,
        ("counters", thing.plus),
    )
    return ruling.of_scene(s, setup, asked, "replacement")
