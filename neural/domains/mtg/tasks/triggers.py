"""Questions about triggered abilities: what dies, what enters, what comes first."""

from neural.domains.mtg import ruling, stack
from neural.domains.mtg.cards import Card
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import GRAVEYARD, Item, Player, Thing
from neural.domains.mtg.tasks.draws import (
    decide,
    helps_creature,
    hits_creature,
    instant,
    lives_of,
    outcome,
    plain,
    respond,
    verbs,
)
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import name


def dying(rng: Dice, advanced: bool) -> Ruling:
    """Enters and dies triggers, persist and undying."""
    s = Scene.draw(rng)
    owner = rng.choice(s.game.players)
    watched = rng.random() < 0.6
    heads = {"dies", "any-dies", "own-dies"}

    def dies(card: Card) -> bool:
        own = {one.head for one in card.triggered}
        return card.is_creature and bool(own & heads or {"persist", "undying"} & card.keywords)

    first = s.creature(owner, dies)
    others = [
        s.creature(rng.choice(s.game.players), dies if rng.random() < 0.4 else plain)
        for _ in range(1 + watched)
    ]
    if advanced and rng.random() < 0.2:
        s.permanent(rng.choice(s.game.players), lambda card: "graveyard to exile" in card.statics)
    lives = lives_of(s)
    setup = s.board()
    decide(s)
    killer = rng.choice(s.game.players)
    sweeping = rng.random() < 0.45

    def kills(card: Card) -> bool:
        if sweeping:
            return (
                any(who.startswith("all:") for op in card.ops for who in op.who)
                and verbs(card) != {"pump"}
            ) or card.name in ("Infest", "Languish")
        return hits_creature(card) and not verbs(card) & {"bounce", "exile", "frog", "base"}

    spell = s.hand(killer, lambda card: kills(card) and (killer is s.active or instant(card)))
    targets = [] if sweeping else s.aimed(killer, spell, first if killer is not owner else None)
    if any(isinstance(target, Player) for target in targets):
        raise NoScene  # a sum
    items = [s.cast(killer, spell, targets)]
    s.resolve()
    _say_targets(s)
    asked = outcome(s, [first, *others], items[:1], lives)
    return ruling.of_scene(s, setup, asked, "triggers")


def _say_targets(s: Scene) -> None:
    """Targets that were chosen for triggers, said where they were."""
    seen = set()
    for event in s.game.events:
        source = event.data.get("source")
        if event.kind == "on_stack" and event.data["targets"] and source.name not in seen:
            seen.add(source.name)
            target = s.aim(event.data["targets"][0])
            s.said.append(f"the trigger of {source.name} targets {target}")
            s.key.append(s.places(event.data["targets"]))


def entering(rng: Dice, advanced: bool) -> Ruling:
    """A creature with an enters ability, and what is done about it."""
    s = Scene.draw(rng)
    me, foe = s.game.players
    target = s.creature(foe, plain)
    if rng.random() < 0.4:
        s.creature(
            rng.choice((me, foe)),
            lambda card: any(o.head == "other-enters" for o in card.triggered),
        )
    lives = lives_of(s)
    setup = s.board()
    comer = s.hand(
        me, lambda card: card.is_creature and any(o.head == "enters" for o in card.triggered)
    )
    ability = next(one for one in comer.card.triggered if one.head == "enters")
    if ability.targets:
        wanted = ability.targets[0]
        choice = foe if wanted == "opponent" else target
        s.game.choices["targets"] = {comer.name: choice}
    item = _come(s, me, comer)
    if rng.random() < 0.25:
        items = [item, respond(s, foe, target)]
        s.resolve()
        _say_targets(s)
        asked = outcome(s, [target], items, lives)
        return ruling.of_scene(s, setup, asked, "triggers")
    stack.resolve(s.game)
    _say_targets(s)
    if s.game.stack and rng.random() < 0.75:
        if not s.said[-1].startswith("the trigger"):
            s.said[-1] += s.pick(", and it resolves", ", which resolves")
        trigger = s.game.stack[-1]
        if rng.random() < 0.4 or not ability.targets:
            thing = s.hand(foe, lambda card: instant(card) and hits_creature(card))
            s.cast(foe, thing, s.aimed(foe, thing, comer.successor))
        else:
            thing = s.hand(
                foe,
                lambda card: instant(card) and (helps_creature(card) or verbs(card) == {"bounce"}),
            )
            aims = [target] if verbs(thing.card) == {"bounce"} else s.aimed(foe, thing, target)
            s.cast(foe, thing, aims)
        s.resolve()
        asked = outcome(s, [target], [trigger], lives)
    else:
        s.resolve()
        if not ability.targets and len(s.used) < 3 and rng.random() < 0.8:
            raise NoScene  # a sum
        asked = outcome(s, [target], [], lives)
    return ruling.of_scene(s, setup, asked, "triggers")


def _come(s: Scene, player: Player, comer: Thing) -> Item:
    """Cast from hand, or brought back from the graveyard."""
    if s.rng.random() < 0.75:
        return s.cast(player, comer, [])
    comer.zone = GRAVEYARD
    s.said.append(f"{name(comer)} is in {s.voice.whose(player)} graveyard")
    spell = s.hand(player, lambda card: "reanimate" in verbs(card))
    s.key.append("back")
    return s.cast(player, spell, [comer])


def ordering(rng: Dice, advanced: bool) -> Ruling:
    """Triggers of both players at once: whose resolves first."""
    s = Scene.draw(rng)
    v = s.voice
    me, foe = s.game.players
    mine, theirs = _watching(s)
    head = mine.card.triggered[0].head
    if rng.random() < 0.5:
        s.creature(rng.choice((me, foe)), plain)
    setup = s.board()
    decide(s)
    if head == "other-enters":
        cause = s.hand(me, lambda card: card.is_creature and not card.triggered)
    else:
        cause = s.hand(me, lambda card: card.name in SWEEPS)
    s.cast(me, cause)
    stack.resolve(s.game)
    pair = {mine.name, theirs.name}
    placed = [e for e in s.game.events if e.kind == "on_stack"]
    told = [e.number for e in placed if e.data["source"].name in pair]
    if pair - {e.data["source"].name for e in placed} or s.game.stack[-1].controller is not foe:
        raise NoScene
    reasons, rules = story(s.game, v.answering(), told)
    whose = v.answering().whose(foe)
    reasons.append(
        f"The last one on is the first to resolve, so {whose} {theirs.name} comes first "
        "(rule 405.5)."
    )
    words = s.pick(
        "Which trigger resolves first?",
        "In which order do the triggers resolve?",
        f"Does the trigger of {mine.name} or that of {theirs.name} resolve first?",
        "Whose trigger resolves first?",
    )
    asked = Asked(
        f"It is {v.whose(me)} turn. {words}",
        f"The trigger of {theirs.name} resolves before that of {mine.name}.",
        reasons,
        [*rules, "405.5"],
        ("order", head),
        f"the trigger of {theirs.name} resolves first",
        f"the trigger of {mine.name} resolves first",
    )
    return ruling.of_scene(s, setup, asked, "triggers")


SWEEPS = ("Wrath of God", "Damnation", "Day of Judgment", "Languish")


def _watching(s: Scene) -> tuple[Thing, Thing]:
    """A creature of each player; the same event triggers both."""
    me, foe = s.game.players
    heads = s.rng.choice((("other-enters", "any-dies"), ("dies",)))
    mine = s.creature(me, lambda card: any(one.head in heads for one in card.triggered))
    head = mine.card.triggered[0].head
    deaths = () if head == "other-enters" else ("dies", "any-dies", "own-dies")
    theirs = s.creature(foe, lambda card: any(o.head in (head, *deaths) for o in card.triggered))
    return mine, theirs
