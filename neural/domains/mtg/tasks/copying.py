"""Questions about copies: what they have of the original, and what they have not."""

from neural.domains.mtg import layers, legal, ruling
from neural.domains.mtg.cards import Card
from neural.domains.mtg.entering import COPIES, WILD
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import BATTLEFIELD, GRAVEYARD, HAND, Player, Thing
from neural.domains.mtg.tasks.draws import decide, hits_creature, instant, plain, verbs
from neural.domains.mtg.tasks.permission import because, permitted
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import article, listing, name, sentence

GUARDS = {"hexproof", "shroud", "protection from blue"}


def copying(rng: Dice, advanced: bool) -> Ruling:
    """A creature that enters as a copy, or a token that is one."""
    s = Scene.draw(rng)
    ways = (_size, _size, _legend, _enters, _gone, _guarded, _token, _home)
    return rng.choice(ways)(s)


def _clone(s: Scene, model: Thing, said: bool = True) -> Thing:
    """A creature is cast that enters as a copy of the model, if that is still there then."""
    clone = s.special(s.active, lambda card: COPIES in card.statics)
    s.game.choices[f"copy of {clone.name}"] = lambda game: (
        model if model.zone == BATTLEFIELD else None
    )
    s.cast(s.active, clone)
    if said:
        m = name(model)
        s.said[-1] += s.pick(f", copying {m}", f" to copy {m}", f", choosing {m} as it enters")
    return clone


def _original(s: Scene, player: Player, wanted=lambda card: True, **more) -> Thing:
    fits = lambda card: plain(card) and "Legendary" not in card.types and wanted(card)  # noqa: E731
    return s.creature(player, fits, **more)


def _adorned(s: Scene) -> tuple[Thing, list[str]]:
    """A creature with something about it that is not copied, and the words for that."""
    owner = s.rng.choice(s.game.players)
    plus = s.rng.randint(1, 3) if s.rng.random() < 0.55 else 0
    model = _original(s, owner, **({"plus": plus} if plus else {}))
    extra = [["the counter"], ["the counters"]][plus > 1] if plus else []
    draw = s.rng.random()
    if draw < 0.35 or (not plus and draw < 0.6):
        aura = s.card(lambda card: card.aura is not None and bool(card.aura[0] or card.aura[1]))
        extra.append(name(s.game.put(aura, owner, attached=model)))
    elif draw < 0.75 or not plus:
        sword = s.card(lambda card: card.equip is not None and bool(card.equip[0] or card.equip[1]))
        extra.append(name(s.game.put(sword, owner, attached=model)))
    return model, extra


def _left_out(extra: list[str]) -> str:
    are = "are" if len(extra) > 1 or extra[0] == "the counters" else "is"
    return f"{sentence(listing(extra))[:-1]} {are} not copied (rule 707.2)."


def _size(s: Scene) -> Ruling:
    """How big the copy of a creature with counters or something attached to it is."""
    v, here, player = s.voice, s.voice.answering(), s.active
    model, extra = _adorned(s)
    anthem = None
    if s.rng.random() < 0.35:
        anthem = s.permanent(s.rng.choice(s.game.players), lambda card: card.anthem is not None)
    setup = s.board()
    clone = _clone(s, model)
    s.resolve()
    copy = clone.successor
    if copy.zone != BATTLEFIELD:
        raise NoScene
    size, n, m = layers.written(s.game, copy), name(copy), name(model)
    reasons, rules = story(s.game, here, copy.causes)
    reasons.append(_left_out(extra))
    rules.append("707.2")
    printed = f"{model.card.power}/{model.card.toughness}"
    if anthem and size != printed:
        reasons.append(
            f"{name(anthem)} makes it {size}, like other creatures that it reaches (rule 613.4c)."
        )
        rules.append("613.4c")
    whose = v.whose(player)
    words = s.pick(
        f"How big is {whose} {n}?",
        f"What are the power and toughness of {whose} {n}?",
        f"What size is {whose} {n}?",
        f"How big is {n} when it comes in?",
    )
    there = layers.written(s.game, model)
    if there == size:
        raise NoScene
    claim, denial = f"{n} is {size}", f"{n} is {there}, like {m}"
    key = ("copy size", size)
    verdict = f"{n} is {size}."
    asked = Asked(words, verdict, reasons, rules, key, claim, denial)
    return ruling.of_scene(s, setup, asked, "copies")


def _legend(s: Scene) -> Ruling:
    """The copy of a legendary creature, of one's own or of the opponent's."""
    here, player = s.voice.answering(), s.active
    owner = s.rng.choice(s.game.players)
    model = s.creature(owner, lambda card: plain(card) and "Legendary" in card.types)
    setup = s.board()
    clone = _clone(s, model)
    s.resolve()
    copy, m = clone.successor, name(model)
    goes = [e.number for e in s.game.events if e.kind == "sba_legend"]
    reasons, rules = story(s.game, here, goes or copy.causes)
    if goes:
        verdict = f"Yes. One of the two goes to the graveyard, and {here.who(player)} "
        verdict += f"{here.verb(player, 'choose')} which."
        reasons[-1] = (
            f"{sentence(here.does(player, 'control'))[:-1]} two legendary permanents named {m}, so "
            "the legend rule applies (rule 704.5j)."
        )
    else:
        verdict = "No. Both stay on the battlefield."
        reasons.append(
            "The legend rule looks only at legendary permanents of one name under the control of "
            "one player (rule 704.5j)."
        )
        rules.append("704.5j")
    words = s.pick(
        "Does the legend rule apply?",
        f"Does one of the two have to go because {m} is legendary?",
        f"{m} is legendary. Is one of them put into the graveyard?",
    )
    claim, denial = "one of the two has to go", "both of them can stay"
    pair = (claim, denial) if goes else (denial, claim)
    asked = Asked(words, verdict, reasons, rules, ("copy legend", bool(goes)), *pair)
    return ruling.of_scene(s, setup, asked, "copies")


def _comes(card: Card) -> bool:
    """A creature with an enters ability that asks for no target."""
    return plain(card) and any(one.head == "enters" for one in card.triggered)


def _enters(s: Scene) -> Ruling:
    """Whether an enters ability triggers: of what is copied, or of what enters as another."""
    v, here, player = s.voice, s.voice.answering(), s.active
    wild = s.rng.random() < 0.35
    if wild:
        over = s.special(player, lambda card: WILD in card.statics)
        over.zone, over.stamp = BATTLEFIELD, s.game.next_stamp()
        setup = s.board()
        comer = s.hand(player, _comes)
        s.cast(player, comer)
    else:
        model = _original(s, s.rng.choice(s.game.players), _comes)
        setup = s.board()
        comer = _clone(s, model)
    s.resolve()
    new = comer.successor
    found = [e.number for e in s.game.events if e.kind == "triggers" and e.data["source"] is new]
    done = [e.number for e in s.game.events if e.because and set(found) & set(e.because)]
    reasons, rules = story(s.game, here, [*new.causes, *found, *done])
    n = name(new)
    if wild:
        gets = "Do I" if v.who(player) == "I" else f"Does {v.who(player)}"
        words = s.pick(
            f"Does the enters ability of {n} trigger?",
            f"{gets} get the enters trigger of {n}?",
            f"Does the ability of {n} trigger when it enters?",
        )
        verdict = f"No, the ability of {n} does not trigger."
        reasons.append(
            "It never is on the battlefield as itself, so it has no such ability there "
            "(rule 603.6a)."
        )
        rules.append("603.6a")
    else:
        m = name(model)
        words = s.pick(
            f"Does the enters ability of {m} trigger for {n}?",
            f"Does {n} trigger the enters ability that it copies?",
            f"Does {n} have the enters trigger of {m} as it comes in?",
        )
        verdict = f"Yes, the ability triggers for {n}."
    claim = "the enters ability triggers"
    denial = "the enters ability does not trigger"
    pair = (denial, claim) if wild else (claim, denial)
    asked = Asked(words, verdict, reasons, rules, ("copy enters", wild), *pair)
    return ruling.of_scene(s, setup, asked, "copies")


def _gone(s: Scene) -> Ruling:
    """What was to be copied goes away in response; perhaps there is another creature."""
    here, player = s.voice.answering(), s.active
    foe = s.game.other(player)
    model = _original(s, s.rng.choice(s.game.players))
    other = _original(s, s.rng.choice(s.game.players)) if s.rng.random() < 0.5 else None
    setup = s.board()
    decide(s)
    clone = _clone(s, model, said=False)
    lost = clone.name
    s.game.choices[f"copy of {lost}"] = lambda game: next(
        (one for one in (model, other) if one and one.zone == BATTLEFIELD), None
    )
    spell = s.hand(
        foe,
        lambda card: (
            instant(card)
            and hits_creature(card)
            and bool(verbs(card) & {"destroy", "bury", "exile", "bounce"})
            and "copy-token" not in verbs(card)
        ),
    )
    s.cast(foe, spell, s.aimed(foe, spell, model))
    s.resolve()
    copy, n = clone.successor, name(clone)
    if model.zone == BATTLEFIELD or len(layers.creatures(s.game)) != (2 if other else 0):
        raise NoScene
    reasons, rules = story(s.game, here, [*model.causes, *copy.causes])
    late = f"What {n} copies is chosen only as it enters (rule 614.12a)"
    if other:
        size = layers.written(s.game, copy)
        words = s.pick(
            f"Can {s.voice.who(player)} still have {n} copy {name(other)}?",
            f"Can {n} enter as a copy of {name(other)} instead?",
        )
        reasons.insert(1 if len(reasons) > 1 else 0, f"{late}.")
        verdict = f"Yes, {n} can copy {name(other)}, {article(size)}."
        key, claim = ("copy other", size), f"{n} {{can}} copy {name(other)}"
        why = (reasons, [*rules, "614.12a"])
        return ruling.of_scene(s, setup, permitted(words, verdict, why, key, claim), "copies")
    words = s.pick(f"What happens to {n}?", f"What becomes of {n}?", f"So what does {n} copy?")
    reasons.insert(-1, f"{late}, and then there is no creature, so it stays a 0/0.")
    verdict = f"{n} enters as a 0/0 and goes to the graveyard."
    claim, denial = f"{n} goes to the graveyard", f"{n} still enters as a copy of {name(model)}"
    rules.append("614.12a")
    asked = Asked(words, verdict, reasons, rules, ("copy nothing",), claim, denial)
    return ruling.of_scene(s, setup, asked, "copies")


def _guarded(s: Scene) -> Ruling:
    """Copying targets nothing, unless the text says so."""
    v, player = s.voice, s.active
    foe = s.game.other(player)
    model = s.creature(
        s.rng.choice((foe, foe, player)),
        lambda card: plain(card) and "Legendary" not in card.types and bool(GUARDS & card.keywords),
    )
    setup = s.board()
    own = layers.keywords(s.game, model)
    word = next(word for word in sorted(GUARDS) if word in own)
    if s.rng.random() < 0.6:
        card, wanted = s.special(player, lambda card: COPIES in card.statics), ""
    else:
        card, wanted = s.hand(player, lambda card: "copy-token" in verbs(card)), "creature"
    n, m = name(card), name(model)
    problems = legal.target_problems(s.game, wanted, model, player, card) if wanted else []
    if not wanted:
        reasons = [
            f"{n} does not target what it copies, so {word} does not matter (rule 115.10a).",
            "What it copies is chosen as it enters (rule 614.12a).",
        ]
        rules = ["115.10a", "614.12a"]
    elif problems:
        reasons, rules = because(problems, m)
        reasons.append(f"{n} targets the creature that it copies (rule 601.2c).")
        rules.append("601.2c")
    else:
        reasons = [
            f"Hexproof only stops opponents, and {m} is {v.answering().whose(player)} own "
            "creature (rule 702.11b)."
        ]
        rules = ["702.11b"]
    answer, can = ("No", "can't") if problems else ("Yes", "can")
    verdict = f"{answer}, {m} {can} be copied with {n}."
    words = s.pick(
        f"Can {v.who(player)} copy {m} with {n}?",
        f"Can {v.who(player)} use {n} to copy {m}?",
        f"{m} has {word}. Can {v.who(player)} still copy it with {n}?",
    )
    key = ("copy guarded", word, bool(wanted))
    claim = f"{m} {{can}} be copied with {n}"
    asked = permitted(words, verdict, (reasons, rules), key, claim)
    return ruling.of_scene(s, setup, asked, "copies")


def _token(s: Scene) -> Ruling:
    """A token that is a copy of what has just left, without its counters."""
    v, here = s.voice, s.voice.answering()
    player = s.rng.choice(s.game.players)
    model, extra = _adorned(s)
    setup = s.board()
    spell = s.hand(player, lambda card: "copy-token" in verbs(card))
    s.cast(player, spell, [model])
    s.resolve()
    made = [one for one in s.game.battlefield() if one.token]
    if not made or model.zone != HAND:
        raise NoScene
    size, m = layers.written(s.game, made[0]), name(model)
    reasons, rules = story(s.game, here, made[0].causes)
    reasons.append(_left_out(extra))
    rules.append("707.2")
    words = s.pick(
        f"What does {v.who(player)} get?" if v.who(player) != "I" else "What do I get?",
        "How big is the token?",
        f"What size is the copy of {m}?",
    )
    verdict = f"The token is {article(size)}."
    claim = f"the token is {article(size)}"
    denial = f"the token also has {listing(extra)} of {m}"
    asked = Asked(words, verdict, reasons, rules, ("token copy", size), claim, denial)
    return ruling.of_scene(s, setup, asked, "copies")


def _home(s: Scene) -> Ruling:
    """A copy leaves the battlefield, and is its own card again."""
    v, here, player = s.voice, s.voice.answering(), s.active
    model = _original(s, s.rng.choice(s.game.players))
    setup = s.board()
    decide(s)
    clone = _clone(s, model)
    s.said[-1] += s.pick(", and it resolves", ", which resolves")
    s.resolve()
    copy = clone.successor
    foe = s.game.other(player)
    spell = s.hand(
        foe,
        lambda card: (
            instant(card)
            and bool(verbs(card) & {"bounce", "destroy", "bury"})
            and len(card.targets) == 1
            and "copy-token" not in verbs(card)
        ),
    )
    s.cast(foe, spell, s.aimed(foe, spell, copy))
    s.said[-1] = s.said[-1].replace(f" {name(copy)}", f" {v.whose(player)} {name(copy)}")
    s.resolve()
    place = {HAND: "hand", GRAVEYARD: "graveyard"}.get(copy.zone)
    if place is None or len(copy.causes) < 2:
        raise NoScene
    reasons, rules = story(s.game, here, copy.causes)
    n, m, whose = name(copy), name(model), here.whose(player)
    reasons.append(
        "In another zone it is a new object and a copy no more, so it is just its own card "
        "(rule 400.7)."
    )
    rules.append("400.7")
    words = s.pick(
        f"Which card is in {v.whose(player)} {place} now, {n} or {m}?",
        f"Does {n} go to {v.whose(player)} {place} as {n} or as {m}?",
        f"Is the card in {v.whose(player)} {place} {n} or a copy of {m}?",
    )
    verdict = f"It is {n} in {whose} {place}."
    claim = f"the card in {v.whose(player)} {place} is {n}"
    denial = f"the card in {v.whose(player)} {place} is {m}"
    asked = Asked(words, verdict, reasons, rules, ("copy home", place), claim, denial)
    return ruling.of_scene(s, setup, asked, "copies")
