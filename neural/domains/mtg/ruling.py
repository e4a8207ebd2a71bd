"""What a question and its ruling are, and the questions that can be asked of any finished scene."""

from dataclasses import dataclass, field

from neural.domains.mtg import layers, tell
from neural.domains.mtg.cards import Card
from neural.domains.mtg.scene import NoScene, Scene
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, HAND, Item, Player, Thing
from neural.domains.mtg.voice import article, listing, name, sentence


@dataclass
class Ruling:
    """`verdict` is the answer's first sentence; `key` the structure of the scenario without names,
    `shape` what its split group hangs on."""

    question: str
    verdict: str
    reasons: list[str]
    rules: list[str]
    key: tuple
    shape: tuple
    cards: list[Card] = field(default_factory=list)
    context: str = ""
    told: str = ""  # the question without what is asked
    claim: str = ""  # the verdict as somebody at the table would put it, and its contrary
    denial: str = ""

    @property
    def answer(self) -> str:
        reasons = [reason for reason in self.reasons if reason not in self.verdict]
        return " ".join([self.verdict, *reasons])


@dataclass
class Asked:
    """A question about a scene that was played: words, verdict, and what the ruling has to tell."""

    words: str
    verdict: str
    reasons: list[str]
    rules: list[str]
    what: tuple
    claim: str = ""
    denial: str = ""


def of_scene(scene: Scene, setup: str, asked: Asked, kind: str) -> Ruling:
    """The ruling on a scene that was played."""
    story = scene.story()
    parts = [setup, story, asked.words] if setup else [story, asked.words]
    if len(asked.words) < 60 and scene.rng.words.random() < 0.15:
        parts = [asked.words, *parts[:-1]]
    question = " ".join(part for part in parts if part)
    question = colloquial(scene, question)
    if not asked.rules:
        raise NoScene
    kinds = tuple(event.kind for event in scene.game.events)
    return Ruling(
        question,
        asked.verdict,
        asked.reasons,
        list(dict.fromkeys(asked.rules)),
        (kind, scene.key, asked.what, scene.voice.me is None or scene.voice.me),
        (kind, kinds, asked.what[0]),
        scene.used,
        told=colloquial(scene, " ".join(part for part in (setup, story) if part)),
        claim=asked.claim,
        denial=asked.denial,
    )


def colloquial(scene: Scene, text: str) -> str:
    """How some people write: 'my opp', 'they', short forms."""
    draw = scene.rng.words.random()
    if draw < 0.3:
        text = text.replace("my opponent", "my opp").replace("My opponent", "My opp")
    elif draw < 0.4:
        text = text.replace("my opponent", "opponent").replace("My opponent", "Opponent")
    if scene.rng.words.random() < 0.4:
        text = text.replace(" does not ", " doesn't ").replace(" do not ", " don't ")
    return text


def final(thing: Thing) -> Thing:
    """The object that the card is now."""
    while thing.successor is not None:
        thing = thing.successor
    return thing


def ends_of(scene: Scene, thing: Thing) -> list[int]:
    """The events that a ruling on this creature has to tell."""
    found = list(thing.causes)
    for event in scene.game.events:
        targets = [t for t in event.data.get("targets", ())]
        item = event.data.get("item")
        if (event.kind == "fizzles" and thing in targets) or (
            event.kind in UNDONE[1:]
            and isinstance(item, Item)
            and (thing in item.targets or any(isinstance(one, Item) for one in item.targets))
        ):
            found.append(event.number)
    return found


UNDONE = ("fizzles", "countered", "declines", "pays", "not_countered")  # of spells and abilities


def _asked_of(s: Scene, thing: Thing, outcome: str) -> tuple[str, str]:
    """A question about a creature's fate, and `Yes.`, `No.` or nothing."""
    n = name(thing)
    mine = s.voice.me is not None and thing.controller.seat == s.voice.me
    form = s.rng.choice(("die", "die", "survive", "open"))
    if form == "die":
        words = s.pick(
            f"Does {n} die?",
            f"Is {n} dead?",
            f"Does {n} end up in the graveyard?",
            f"Do I lose {n}?" if mine and outcome in ("dies", "lives") else f"Does {n} die?",
            f"Does that kill {n}?" if outcome in ("lives", "dies") else f"Does {n} die?",
        )
        return words, "Yes." if outcome == "dies" else "No."
    if form == "survive" and outcome in ("dies", "lives"):
        words = s.pick(
            f"Does {n} survive?",
            f"Does {n} live?",
            f"Does {n} make it?",
            f"Do I keep {n}?" if mine else f"Is {n} still on the battlefield afterward?",
        )
        return words, "Yes." if outcome == "lives" else "No."
    words = s.pick(
        f"What happens to {n}?", f"What becomes of {n}?", f"What is the outcome for {n}?"
    )
    return words, ""


def fate(scene: Scene, thing: Thing, also: tuple[int, ...] = ()) -> Asked:
    """Whether a creature dies, lives, or is somewhere else. `also`: more events that matter."""
    s, v, game = scene, scene.voice, scene.game
    now = final(thing)
    n = name(thing)
    ends = [*ends_of(s, thing), *also]
    back = now is not thing
    if back:
        ends += now.causes
    reasons, rules = tell.story(game, v.answering(), ends)
    if not reasons:
        raise NoScene
    if thing.zone == BATTLEFIELD and not _threatened(s, thing, ends):
        raise NoScene
    died = thing.zone == GRAVEYARD
    outcome = "dies" if died else {EXILE: "exile", HAND: "hand"}.get(thing.zone, "lives")
    if now.zone == BATTLEFIELD and not back:
        reasons, rules = _survival(scene, thing, reasons, rules)
    if back and now.zone == BATTLEFIELD:
        size = article(layers.written(game, now))
        verdict = {
            True: f"It dies and comes back as {size}.",
            False: f"It is exiled and comes back as a new object, {size}.",
        }[died]
        return Asked(
            s.pick(f"What happens to {n}?", f"Where does {n} end up?", f"What becomes of {n}?"),
            verdict,
            reasons,
            rules,
            ("back", s.places([thing])),
        )
    plain = {
        "dies": f"{n} dies.",
        "lives": f"{n} survives.",
        "exile": f"{n} is exiled.",
        "hand": f"{n} is back in its owner's hand.",
    }[outcome]
    words, verdict = _asked_of(s, thing, outcome)
    verdict = f"{verdict} {sentence(plain)}".strip()
    claims = {"dies": (f"{n} dies", f"{n} survives"), "lives": (f"{n} survives", f"{n} dies")}
    claim, denial = claims.get(outcome, (plain[:-1], f"{n} dies"))
    return Asked(
        words, verdict, reasons, rules, ("fate", s.places([thing]), outcome), claim, denial
    )


NARROW = {
    *("fizzles", "countered", "protected", "prevented", "fogged", "regenerated", "indestructible"),
    *("spared", "no_fight", "declines", "pays", "sba_counters", "exiled_instead"),
}


def _threatened(scene: Scene, thing: Thing, ends: list[int]) -> bool:
    """Whether anything could have cost the creature its life: else nobody would ask."""
    shrunk = any(mod.kind in ("frog", "base", "switch") or mod.toughness < 0 for mod in thing.mods)
    kinds = {event.kind for event in tell.slice_of(scene.game, *ends)}
    return bool(thing.damage or thing.minus or shrunk or kinds & NARROW)


def _survival(
    scene: Scene, thing: Thing, reasons: list[str], rules: list[str]
) -> tuple[list, list]:
    """Why a creature that was damaged is still there."""
    helped = listing([name(one) for one in layers.helpers(scene.game, thing)])
    toughness = f"{layers.size(scene.game, thing)[1]}{f' with {helped}' if helped else ''}"
    last = " ".join(reasons[-1:])
    if thing.damage and "indestructible" not in last:
        n = name(thing)
        more = scene.pick(
            f"{n} ends up with {thing.damage} damage and toughness {toughness}, which is not lethal",
            f"With {thing.damage} damage marked and toughness {toughness} {n} has not been dealt lethal damage",
            f"{thing.damage} damage is less than its toughness of {toughness}",
        )
        return [*reasons, sentence(f"{more} (rule 704.5g)")], [*rules, "704.5g"]
    shrunk = thing.minus or any(mod.toughness < 0 for mod in thing.mods)
    if (not thing.damage and "704.5q" in rules) or "122.1a" in rules or shrunk:
        size = article(layers.written(scene.game, thing))
        return [*reasons, f"It is {size} now."], rules
    return reasons, rules


def of_spell(scene: Scene, item: Item) -> Asked:
    """Whether a spell or ability resolves."""
    s = scene
    last = next(
        (
            event
            for event in scene.game.events
            if event.kind in ("resolves", "fizzles", "countered") and event.data["item"] is item
        ),
        None,
    )
    if last is None:
        raise NoScene
    reasons, rules = tell.story(
        scene.game, s.voice.answering(), [last.number, *ward_of(s, item), *_effects(s, last.number)]
    )
    n = name(item)
    outcome = last.kind
    if outcome == "resolves" and not _tellable(s, last.number):
        raise NoScene
    plain = {
        "resolves": f"{n} resolves.",
        "fizzles": f"{n} does not resolve.",
        "countered": f"{n} is countered.",
    }[outcome]
    if outcome == "resolves" and not all(last.data["legal"]):
        plain = f"{n} resolves, but only for its legal target."
    if s.rng.random() < 0.5:
        words = s.pick(f"Does {n} resolve?", f"Does {n} still resolve?", f"Does {n} do anything?")
        if "do anything" in words and outcome == "resolves" and not all(last.data["legal"]):
            words = f"Does {n} still resolve?"
        verdict = f"{'Yes' if outcome == 'resolves' else 'No'}. {sentence(plain)}"
    else:
        words = s.pick(f"What happens to {n}?", f"What happens with {n}?", f"So what does {n} do?")
        verdict = plain
    verdict = sentence(verdict).replace(sentence(plain), sentence(f"it{plain.removeprefix(n)}"))
    if outcome == "fizzles" and item.kind == "spell":
        reasons.append("It goes to the graveyard without any effect.")
    claim = plain[:-1]
    denial = f"{n} resolves" if outcome != "resolves" else f"{n} does not resolve"
    return Asked(
        words, verdict, reasons, rules, ("spell", s.places([item]), outcome), claim, denial
    )


def _tellable(scene: Scene, number: int) -> bool:
    """Whether a resolution did more than to bring a permanent."""
    kinds = {scene.game.events[n].kind for n in _effects(scene, number)}
    return bool(kinds - {"enters", "triggers"})


def _effects(scene: Scene, number: int) -> list[int]:
    return [event.number for event in scene.game.events if number in event.because]


def ward_of(scene: Scene, item: Item) -> list[int]:
    return [
        event.number
        for event in scene.game.events
        if event.kind in ("pays", "declines") and event.data["item"] is item
    ]


def life_of(scene: Scene, player: Player, before: int) -> Asked:
    """A player's life total after all."""
    s, v = scene, scene.voice
    relevant = [n for n in player.causes if s.game.events[n].kind != "draws"]
    if not relevant:
        raise NoScene
    reasons, rules = tell.story(s.game, v.answering(), relevant)
    for one in _powerless(s, player):
        reasons.append(f"{sentence(name(one))[:-1]} deals none, as its power is 0 (rule 510.1a).")
        rules.append("510.1a")
    if player.life != before:
        reasons.append(f"That takes the total from {before} to {player.life}.")
    started = s.pick(
        f"from {before} life", f"starting at {before}", f"at {before} life before this"
    )
    who = v.whose(player)
    words = s.pick(
        f"What is {who} life total now?",
        f"How much life {v.verb(player, 'do')} {v.who(player)} have at the end?",
        f"What life total {v.verb(player, 'do')} {v.who(player)} end up at?",
    )
    words = words.replace("?", f", {started}?")
    now = v.answering()
    verdict = sentence(f"{now.is_(player)} at {player.life} life")
    return Asked(
        words,
        verdict,
        reasons,
        rules,
        ("life", player.seat, before, player.life),
        f"{who} life total ends up at {player.life}, starting from {before}",
        f"{who} life total ends up at {2 * player.life - before}, starting from {before}",
    )


def _powerless(scene: Scene, player: Player) -> list[Thing]:
    """Creatures that attacked the player unblocked and had no power to deal damage with."""
    attackers = [e.data["thing"] for e in scene.game.events if e.kind == "attacks"]
    return [
        one
        for one in attackers
        if one.zone == BATTLEFIELD
        and one.controller is not player
        and not one.blocked
        and layers.size(scene.game, one)[0] <= 0
    ]


def size_of(scene: Scene, thing: Thing) -> Asked:
    """Power and toughness after the layers."""
    s = scene
    if thing.zone != BATTLEFIELD or not (thing.mods or thing.plus or thing.minus):
        raise NoScene
    n = name(thing)
    size = layers.written(s.game, thing)
    printed = f"{thing.card.power}/{thing.card.toughness}"
    ends = [
        e
        for e in ends_of(s, thing)
        if s.game.events[e].kind
        in ("changes", "counters", "sba_counters", "withers", "enters", *UNDONE)
    ]
    reasons, rules = tell.story(s.game, s.voice.answering(), ends)
    steps = [f"It starts as {article(printed)}"]
    setters = [m for m in thing.mods if m.kind in ("frog", "base")]
    if setters:
        last = setters[-1]
        steps.append(f"layer 7b sets it to {last.power}/{last.toughness} (rule 613.4b)")
    if (
        thing.plus
        or thing.minus
        or any(m.kind == "pump" for m in thing.mods)
        or layers.helpers(s.game, thing)
    ):
        added = listing(["counters", "pumps", *map(name, layers.helpers(s.game, thing))])
        steps.append(f"then {added} are added in layer 7c (rule 613.4c)")
        rules = [*rules, "613.4c"]
    if any(m.kind == "switch" for m in thing.mods):
        steps.append("and switching comes last, in layer 7d (rule 613.4d)")
    reasons.append(sentence(f"{', '.join(steps)}, which makes it {size}"))
    rules = [*rules, *(["613.4b"] if setters else [])]
    words = s.pick(
        f"How big is {n} now?",
        f"What are the power and toughness of {n}?",
        f"What size is {n} after all that?",
        f"What is {n} now, in power and toughness?",
    )
    return Asked(
        words,
        f"{n} is {size}.",
        reasons,
        rules,
        ("size", s.places([thing]), size),
        f"{n} is {size}",
        f"{n} is {printed}",
    )


def winner(scene: Scene, lives: list[int] | None = None) -> Asked:
    """Who wins when the game is over. `lives`: totals of before, where nobody said them yet."""
    s, v = scene, scene.voice.answering()
    last = s.game.events[-1]
    if last.kind not in ("wins", "draw_game"):
        raise NoScene
    reasons, rules = tell.story(s.game, v, [last.number])
    words = s.pick(
        "Who wins?", "What is the result of the game?", "Is the game over, and who wins?"
    )
    if lives:
        one, other = s.voice.who(s.game.players[0]), s.voice.who(s.game.players[1])
        was = "was" if one not in ("you",) else "were"
        words = f"Before this {one} {was} at {lives[0]} life and {other} at {lives[1]}. {words}"
    verdict = (
        "The game is a draw."
        if last.kind == "draw_game"
        else sentence(f"{v.does(last.data['player'], 'win')}")
    )
    return Asked(words, verdict, reasons, rules, ("winner", last.kind))


def dead(scene: Scene, things: list[Thing]) -> Asked:
    """Which of several creatures die."""
    s = scene
    gone = [one for one in things if one.zone == GRAVEYARD]
    ends = [number for one in things for number in one.causes]
    reasons, rules = tell.story(s.game, s.voice.answering(), ends)
    if not reasons:
        raise NoScene
    for one in things:
        if one.zone == BATTLEFIELD and one.damage and one.regeneration == 0:
            reasons, rules = _survival(s, one, reasons, rules)
    words = s.pick(
        "What dies?", "Which creatures die?", "Who dies here?", "What ends up in the graveyard?"
    )
    names = [name(one) for one in gone]
    verdict = (
        "Nothing dies."
        if not names
        else sentence(f"{listing(names)} {'die' if len(names) > 1 else 'dies'}")
    )
    return Asked(words, verdict, reasons, rules, ("dead", s.places(gone)))
