"""Questions about effects that change things: the layers, and the order of replacements."""

from neural.domains.mtg import ruling
from neural.domains.mtg.cards import Card
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, Scene
from neural.domains.mtg.state import BATTLEFIELD, Thing
from neural.domains.mtg.tasks.draws import decide, instant, lives_of, outcome, plain, verbs
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
    return rng.choice((_damage, _damage, _counters, _counters, _guarded))(s)


def _damage(s: Scene) -> Ruling:
    """Damage that is doubled and prevented."""
    v, caster = s.voice, s.rng.choice(s.game.players)
    foe = s.game.other(caster)
    first = s.game.choices["first"] = s.rng.choice(("double", "shield"))
    s.permanent(s.rng.choice(s.game.players), lambda card: "damage doubled" in card.statics)
    lives = lives_of(s)
    setup = s.board()
    shield = s.hand(foe, lambda card: card.targets == ("any",) and card.ops[0].verb == "shield")
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
    chosen = "the prevention" if first == "shield" else "the doubling"
    s.said.append(f"{v.does(foe, 'want')} to apply {chosen} first")
    s.key.append(chosen)
    if s.game.over:
        asked = ruling.winner(s, lives)
    elif foe.life == lives[foe.seat]:
        numbers = [e.number for e in s.game.events if e.kind in ("prevented", "chooses_first")]
        reasons, rules = story(s.game, v.answering(), numbers)
        words = f"How much damage does {name(item)} deal?"
        asked = Asked(words, "No damage.", reasons, rules, ("none",))
    else:
        asked = ruling.life_of(s, foe, lives[foe.seat])
    return ruling.of_scene(s, setup, asked, "replacement")


def _guarded(s: Scene) -> Ruling:
    """Damage of which some is prevented each time, alone or doubled as well."""
    v, caster = s.voice, s.rng.choice(s.game.players)
    foe = s.game.other(caster)
    guard = s.permanent(foe, lambda card: card.prevents is not None)
    whom: list[Thing] = []
    if guard.card.prevents[1] != "you":
        kin = lambda card: plain(card) and "Cleric" in card.types  # noqa: E731
        whom = [guard, s.creature(foe, kin), s.creature(s.rng.choice(s.game.players), plain)]
    doubled = s.rng.random() < 0.4
    if doubled:
        s.permanent(s.rng.choice(s.game.players), lambda card: "damage doubled" in card.statics)
    first = s.game.choices["first"] = s.rng.choice(("double", "guard"))
    lives = lives_of(s)
    setup = s.board()
    one = s.rng.choice(whom) if whom else foe
    sweep = bool(whom) and s.rng.random() < 0.5

    def burns(card: Card) -> bool:
        fits = card.ops and card.ops[0].verb == "damage" and "wither" not in card.keywords
        if sweep:
            return fits and not card.targets and caster is s.active
        return fits and card.targets == ("any",) and (instant(card) or caster is s.active)

    spell = s.hand(caster, burns)
    s.cast(caster, spell, [] if sweep else [one])
    s.resolve()
    if doubled:
        chosen = "the prevention" if first == "guard" else "the doubling"
        s.said.append(f"{v.does(foe, 'want')} to apply {chosen} first")
        s.key.append(chosen)
    return ruling.of_scene(s, setup, outcome(s, whom, [], lives), "replacement")


def _counters(s: Scene) -> Ruling:
    """Counters that are doubled and increased."""
    v, owner = s.voice, s.rng.choice(s.game.players)
    thing = s.creature(
        owner, lambda card: plain(card) and not {"hexproof", "shroud"} & card.keywords
    )
    more = {
        "plus": s.permanent(owner, lambda card: "counters plus one" in card.statics),
        "double": s.permanent(owner, lambda card: "counters doubled" in card.statics),
    }
    first = s.game.choices["first"] = s.rng.choice(("plus", "double"))
    setup = s.board()
    spell = s.hand(
        owner,
        lambda card: (
            len(card.targets) == 1
            and any(op.verb == "counters" and op.args[0] == "+1" for op in card.ops)
        ),
    )
    s.cast(owner, spell, [thing])
    s.resolve()
    s.said.append(f"{v.does(owner, 'apply')} {name(more[first])} first")
    s.key.append(first)
    reasons, rules = story(s.game, v.answering(), thing.causes)
    words = s.pick(
        f"How many counters does {name(thing)} get?",
        f"How many +1/+1 counters end up on {name(thing)}?",
    )
    verdict = f"{thing.plus} +1/+1 counters."
    asked = Asked(words, verdict, reasons, rules, ("counters", thing.plus))
    return ruling.of_scene(s, setup, asked, "replacement")
