"""Questions about what happens: the stack, combat, triggers, state-based actions, layers."""

from collections.abc import Callable
from functools import cache

from neural.domains.mtg import combat, ruling, stack
from neural.domains.mtg.cards import Card
from neural.domains.mtg.layers import has, size
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene, targets_with_ops
from neural.domains.mtg.state import BATTLEFIELD, Item, Player, Thing
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import listing, name

KILLS = {"damage", "destroy", "bury", "exile", "bounce", "frog", "base"}


@cache
def verbs(card: Card) -> set[str]:
    return {op.verb for op in card.ops}


@cache
def hits_creature(card: Card) -> bool:
    """An instant or sorcery that is meant to harm one creature."""
    slots = targets_with_ops(card)
    if len(slots) != 1 or not card.ops or slots[0][0] in ("player", "opponent", "artifact"):
        return False
    filter_, verb, sign = slots[0]
    if filter_.endswith(("spell", "ability", "enchantment")):
        return False
    return verb in KILLS or (verb in ("pump", "counters", "switch") and sign < 0)


@cache
def helps_creature(card: Card) -> bool:
    slots = targets_with_ops(card)
    helpful = {"pump", "grant", "regenerate", "shield", "flicker", "counters"}
    return bool(card.ops) and len(slots) == 1 and slots[0][1] in helpful and slots[0][2] > 0


@cache
def counters_spell(card: Card) -> bool:
    return bool(verbs(card) & {"counter", "counter-unless"}) and "ability" not in card.targets[0]


def instant(card: Card) -> bool:
    return "Instant" in card.types


@cache
def plain(card: Card) -> bool:
    """A creature without triggers that would want choices."""
    return card.is_creature and all(not one.targets for one in card.triggered)


def respond(s: Scene, player: Player, toward: Thing) -> Item:
    """A player answers what is on top of the stack, by a spell or an ability."""
    top = s.game.stack[-1]
    if s.rng.random() < 0.3 and top.controller is not player:
        ability = _ability(s, player)
        if ability:
            return ability
    if s.rng.random() < 0.25 and top.kind == "spell" and top.controller is not player:
        thing = s.hand(player, counters_spell)
        if "counter-unless" in verbs(thing.card):
            s.game.choices["pays"] = s.rng.random() < 0.4
            item = s.cast(player, thing, s.aimed(player, thing, top))
            can = "will" if s.game.choices["pays"] else s.pick("can't", "won't")
            s.said.append(
                f"{s.acting(top.controller)} {can} pay the {{{thing.card.ops[0].amount}}}"
            )
            s.key.append(s.game.choices["pays"])
            return item
        return s.cast(player, thing, s.aimed(player, thing, top))
    mine = toward.controller is player
    wanted: Callable[[Card], bool] = helps_creature if mine else hits_creature
    if mine and s.rng.random() < 0.15:
        wanted = lambda card: verbs(card) == {"bounce"}  # noqa: E731
    thing = s.hand(player, lambda card: instant(card) and wanted(card))
    targets = (
        [toward] if verbs(thing.card) == {"bounce"} and mine else s.aimed(player, thing, toward)
    )
    return s.cast(player, thing, targets)


def _ability(s: Scene, player: Player) -> Item | None:
    for thing in s.game.battlefield(lambda one: one.controller is player):
        if not thing.card.activated or thing.tapped:
            continue
        ability = thing.card.activated[0]
        pay = None
        if ability.sacrifices == "creature":
            theirs = [one for one in s.game.creatures(player) if one is not thing] or [thing]
            pay = s.rng.choice(theirs)
        targets = s.aimed(player, thing) if ability.targets else []
        return s.activate(player, thing, targets, pay)
    return None


def decide(s: Scene) -> None:
    """Triggers that may target a player target the opponent of who controls them."""
    for thing in s.game.things:
        for ability in thing.card.triggered:
            if ability.targets in (("player",), ("any",), ("opponent",)):
                targets = s.game.choices.setdefault("targets", {})
                targets[thing.name] = s.game.other(thing.controller)


def outcome(s: Scene, things: list[Thing], items: list[Item], lives: list[int]) -> Asked:
    """One of the questions that the scene can answer."""
    if s.game.over:
        return ruling.winner(s, lives)
    ways: list[Callable[[], Asked]] = []
    for thing in things:
        ways += [lambda thing=thing: ruling.fate(s, thing)] * 4
        ways += [lambda thing=thing: ruling.size_of(s, thing)]
    for item in items:
        ways += [lambda item=item: ruling.of_spell(s, item)]
    for player, before in zip(s.game.players, lives, strict=True):
        if player.life != before:
            ways += [lambda p=player, b=before: ruling.life_of(s, p, b)] * 2
    s.rng.shuffle(ways)
    for way in ways:
        try:
            return way()
        except NoScene:
            continue
    raise NoScene


def lives_of(s: Scene) -> list[int]:
    """Draws life totals."""
    for player in s.game.players:
        player.life = s.rng.choice((20, 20, 18, 15, 12, 10, 8, 7, 5, 4, 3))
    s.key.append([player.life for player in s.game.players])
    return [player.life for player in s.game.players]


def responses(rng: Dice, advanced: bool) -> Ruling:
    """A spell on a creature and what is done in response."""
    s = Scene.draw(rng)
    attacker = rng.choice(s.game.players)
    defender = s.game.other(attacker)
    growing = rng.random() < 0.25
    owner = attacker if growing else defender
    target = s.creature(owner, plain)
    if rng.random() < 0.4:
        s.creature(rng.choice(s.game.players), plain)
    if advanced and rng.random() < 0.5:
        s.permanent(rng.choice(s.game.players), lambda card: card.anthem is not None)
    lives = lives_of(s)
    setup = s.board()
    wanted = helps_creature if growing else hits_creature
    first = s.hand(attacker, lambda card: wanted(card) and (attacker is s.active or instant(card)))
    decide(s)
    items = [s.cast(attacker, first, s.aimed(attacker, first, target))]
    again = rng.random()
    for turn in range(1 + (again < 0.35) + (advanced and again < 0.7)):
        player = (defender, attacker, defender)[turn]
        items.append(respond(s, player, target))
    s.resolve()
    asked = outcome(s, [target], items[:2], lives)
    return ruling.of_scene(s, setup, asked, "stack")


def fighting(rng: Dice, advanced: bool) -> Ruling:
    """Attackers, blockers, perhaps a trick."""
    s = Scene.draw(rng)
    me, foe = s.game.players
    attackers = [
        s.creature(me, plain) for _ in range(1 + (rng.random() < (0.6 if advanced else 0.3)))
    ]
    blockers = [s.creature(foe, plain) for _ in range(rng.choice((1, 1, 1, 2, 2, 0)))]
    if advanced and rng.random() < 0.3:
        s.permanent(rng.choice((me, foe)), lambda card: card.anthem is not None)
    lives = lives_of(s)
    setup = s.board()
    s.attack(attackers)
    blocks: dict[Thing, list[Thing]] = {one: [] for one in attackers}
    for blocker in blockers:
        if rng.random() < 0.9:
            blocks[rng.choice(attackers)].append(blocker)
    s.block(blocks)
    _divisions(s, blocks)
    items: list[Item] = []
    if rng.random() < 0.45:
        player = rng.choice((me, foe))
        fighters = combat.fighters(s.game)
        toward = rng.choice(fighters)
        mine = toward.controller is player
        thing = s.hand(
            player,
            lambda card: instant(card) and (helps_creature(card) if mine else hits_creature(card)),
        )
        item = s.cast(player, thing, s.aimed(player, thing, toward))
        s.said[-1] = (_when(s) if any(blocks.values()) else "before damage, ") + s.said[-1]
        items.append(item)
        if rng.random() < 0.25:
            items.append(respond(s, s.game.other(player), toward))
        s.resolve()
    combat.fight_it_out(s.game)
    s.resolve()
    if not items and not any(blocks.values()) and all(not one.card.keywords for one in attackers):
        raise NoScene  # a sum
    things = [*attackers, *blockers]
    if not s.game.over and len(things) > 1 and rng.random() < 0.2:
        asked = ruling.dead(s, things)
    else:
        asked = outcome(s, things, items, lives)
    return ruling.of_scene(s, setup, asked, "combat")


def _when(s: Scene) -> str:
    return s.pick(
        "after blocks, ", "after blockers are declared, ", "before damage, ", "once blocks are in, "
    )


def _divisions(s: Scene, blocks: dict[Thing, list[Thing]]) -> None:
    """An attacker with several blockers divides its damage when the time comes, and says how."""
    for attacker, blockers in blocks.items():
        if len(blockers) > 1:
            s.game.choices.setdefault("division", {})[attacker.name] = (
                lambda game, attacker=attacker: _divide(s, attacker)
            )


def _divide(s: Scene, attacker: Thing) -> dict[str, int]:
    if has(s.game, attacker, "double strike"):
        raise NoScene
    blockers = combat.blockers_of(s.game, attacker)
    left = size(s.game, attacker)[0]
    s.rng.shuffle(blockers)
    shares: dict[str, int] = {}
    for blocker in blockers:
        shares[blocker.name] = min(left, combat.lethal(s.game, attacker, blocker))
        left -= shares[blocker.name]
    if left and has(s.game, attacker, "trample"):
        shares[combat.DEFENDER] = left
    elif left:
        shares[blockers[0].name] += left
    v = s.voice
    told = [
        f"{n} damage to {who if who != combat.DEFENDER else v.whom(s.game.other(attacker.controller))}"
        for who, n in shares.items()
        if n
    ]
    if len(blockers) > 1 or combat.DEFENDER in shares:
        s.said.append(f"{s.does(attacker.controller, 'assign')} {listing(told)}")
    s.key.append(sorted(shares.values()))
    return shares


def trampling(rng: Dice, advanced: bool) -> Ruling:
    """How much damage can trample over, at most."""
    s = Scene.draw(rng)
    me, foe = s.game.players
    attacker = s.creature(me, lambda card: plain(card) and card.power >= 1)
    tramples = "trample" in attacker.card.keywords
    blockers = [s.creature(foe, plain) for _ in range(rng.choice((1, 1, 2)))]
    foe.life = 20
    setup = s.board()
    if not tramples or rng.random() < 0.3:
        trick = s.hand(
            me, lambda card: any("trample" in op.args for op in card.ops) and instant(card)
        )
        s.cast(me, trick, [attacker])
        s.resolve()
    s.attack([attacker])
    s.block({attacker: blockers})
    combat.fight_it_out(s.game)
    through = sum(e.data["through"] for e in s.game.events if e.kind == "tramples")
    v = s.voice
    words = s.pick(
        f"How much damage can {name(attacker)} trample over at most?",
        f"What is the most damage that {v.who(me)} can get in?",
        f"How much can go through to {v.whom(foe)}?",
        f"At most how much of the damage can be assigned to {v.whom(foe)}?",
    )
    told = [e.number for e in s.game.events if e.kind == "tramples"]
    if not told:
        raise NoScene
    reasons, rules = story(s.game, v.answering(), told)
    if any(e.kind == "protected" for e in s.game.events):
        reasons.append(
            "That the blocker's protection will prevent the damage does not matter for this (rule 702.19b)."
        )
    asked = Asked(words, f"{through} damage.", reasons, rules, ("through", through))
    return ruling.of_scene(s, setup, asked, "combat")


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
    item = s.cast(me, comer, [])
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


def ordering(rng: Dice, advanced: bool) -> Ruling:
    """Triggers of both players at once: whose resolves first."""
    s = Scene.draw(rng)
    me, foe = s.game.players

    def watches(card: Card) -> bool:
        return card.is_creature and any(
            one.head in ("other-enters", "any-dies") for one in card.triggered
        )

    heads = rng.choice(("other-enters", "any-dies", "dies"))
    mine = s.creature(
        me,
        lambda card: (
            watches(card) if heads != "dies" else any(o.head == "dies" for o in card.triggered)
        ),
    )
    head = mine.card.triggered[0].head

    def fits(card: Card) -> bool:
        return card.is_creature and any(
            one.head == head
            or (head != "other-enters" and one.head in ("dies", "any-dies", "own-dies"))
            for one in card.triggered
        )

    theirs = s.creature(foe, fits)
    if rng.random() < 0.5:
        s.creature(rng.choice((me, foe)), plain)
    setup = s.board()
    decide(s)
    if head == "other-enters":
        comer = s.hand(me, lambda card: card.is_creature and not card.triggered)
        s.cast(me, comer)
        stack.resolve(s.game)
    else:
        sweep = s.hand(
            me,
            lambda card: card.name in ("Wrath of God", "Damnation", "Day of Judgment", "Languish"),
        )
        s.cast(me, sweep)
        stack.resolve(s.game)
    placed = [e for e in s.game.events if e.kind == "on_stack"]
    sources = {e.data["source"].name for e in placed}
    if {mine.name, theirs.name} - sources or len(s.game.stack) < 2:
        raise NoScene
    v = s.voice
    first = s.game.stack[-1]
    if first.controller is not foe:
        raise NoScene
    reasons, rules = story(
        s.game,
        v.answering(),
        [e.number for e in placed if e.data["source"].name in (mine.name, theirs.name)],
    )
    a = v.answering()
    reasons.append(
        f"The last one on is the first to resolve, so {a.whose(foe)} {theirs.name} comes first (rule 405.5)."
    )
    rules.append("405.5")
    turn = f"It is {v.whose(me)} turn."
    words = s.pick(
        "Which trigger resolves first?",
        "In which order do the triggers resolve?",
        f"Does {mine.name} or {theirs.name} resolve first?",
        "Whose trigger resolves first?",
    )
    verdict = f"The trigger of {theirs.name} resolves before that of {mine.name}."
    asked = Asked(
        f"{turn} {words}",
        verdict,
        reasons,
        rules,
        ("order", head),
        f"the trigger of {theirs.name} resolves first",
        f"the trigger of {mine.name} resolves first",
    )
    return ruling.of_scene(s, setup, asked, "triggers")


def checking(rng: Dice, advanced: bool) -> Ruling:
    """State-based actions: what keeps a creature alive goes away, counters meet, toughness 0."""
    s = Scene.draw(rng)
    owner = rng.choice(s.game.players)
    foe = s.game.other(owner)
    way = rng.choice(("aura", "anthem", "counters", "shrink", "last", "deathtouch"))
    rare = rng.random()  # these have few scenarios
    way = "library" if rare < 0.02 else "legend" if rare < 0.05 else way
    lives = [20, 20]
    if way == "aura":
        thing = s.creature(owner, plain)
        aura = s.card(lambda card: card.aura is not None and card.aura[1] > 0)
        bonus = s.game.put(aura, owner, attached=thing)
        thing.damage = rng.randint(0, thing.card.toughness + aura.aura[1] - 1)
        s.key.append(thing.damage)
        setup = s.board()
        spell = s.hand(
            foe,
            lambda card: (
                card.targets in (("enchantment",), ("artifact/enchantment",))
                and not counters_spell(card)
            ),
        )
        items = [s.cast(foe, spell, [bonus])]
    elif way == "anthem":
        anthem = s.card(lambda card: card.anthem is not None)
        which = anthem.anthem[0].removeprefix("own").removeprefix("-")
        thing = s.creature(owner, lambda card: plain(card) and (not which or which in card.colors))
        bonus = s.game.put(anthem, owner)
        thing.damage = rng.randint(0, thing.card.toughness)
        s.key.append(thing.damage)
        setup = s.board()
        spell = s.hand(
            foe,
            lambda card: (
                card.targets in (("enchantment",), ("artifact/enchantment",))
                and not counters_spell(card)
            ),
        )
        items = [s.cast(foe, spell, [bonus])]
    elif way == "counters":
        thing = s.creature(owner, plain, plus=rng.randint(1, 3))
        setup = s.board()
        spell = s.hand(
            foe,
            lambda card: (
                any(op.verb == "counters" and op.args[0] == "-1" for op in card.ops)
                or ("wither" in card.keywords and bool(card.ops))
            ),
        )
        items = [s.cast(foe, spell, [thing])]
    elif way == "shrink":
        thing = s.creature(
            owner,
            lambda card: (
                plain(card)
                and bool({"indestructible", "persist", "undying"} & card.keywords or card.activated)
            ),
        )
        setup = s.board()
        items = []
        if thing.card.activated and thing.card.activated[0].ops[0].verb == "regenerate":
            s.activate(owner, thing)
            stack.resolve(s.game)
        spell = s.hand(foe, lambda card: hits_creature(card) and (foe is s.active or instant(card)))
        items.append(s.cast(foe, spell, s.aimed(foe, spell, thing)))
    elif way == "legend":
        thing = s.creature(s.active, lambda card: "Legendary" in card.types)
        setup = s.board()
        second = s.game.hand(thing.card, s.active)
        s.key.append("legend")
        stack.cast(s.game, s.active, second, [])
        v = s.voice
        s.said.append(f"{v.does(s.active, 'cast')} a second {thing.name}")
        s.resolve()
        asked = Asked(
            s.pick(
                f"Can {v.who(s.active)} keep both?",
                "Do both stay?",
                f"Does {v.who(s.active)} get to keep both of them?"
                if v.who(s.active) != "I"
                else "Do I get to keep both of them?",
            ),
            "No.",
            [
                f"As soon as a player would get priority one of the two goes to the graveyard, {v.answering().whose(s.active)} choice which; that is no destruction (rule 704.5j).",
                "It happens before anybody can respond (rule 704.3).",
            ],
            ["704.5j", "704.3"],
            ("legend",),
        )
        return ruling.of_scene(s, setup, asked, "sba")
    elif way == "deathtouch":
        biter = s.creature(owner, lambda card: "deathtouch" in card.keywords)
        thing = s.creature(foe, plain)
        setup = s.board()
        spell = s.hand(
            owner,
            lambda card: (
                bool(verbs(card) & {"fight", "bite"}) and (owner is s.active or instant(card))
            ),
        )
        items = [s.cast(owner, spell, [biter, thing])]
    elif way == "library":
        s.active.library = 1
        setup = ""
        spell = s.hand(s.active, lambda card: card.name == "Divination")
        items = [s.cast(s.active, spell)]
        s.said.append(f"{s.voice.whose(s.active)} library has one card left")
        thing = None
    else:
        for player in s.game.players:
            player.life = rng.randint(1, 4)
        lives = [player.life for player in s.game.players]
        v = s.voice
        s.key.append(lives)
        spell = s.hand(
            owner,
            lambda card: (
                bool(card.ops)
                and "damage" in verbs(card)
                and card.targets
                and card.targets[0] in ("any", "player")
                and len(card.targets) == 1
                and (owner is s.active or instant(card))
            ),
        )
        setup = f"{v.is_(owner).capitalize() if v.me is not None else v.is_(owner)} at {owner.life} life and {v.is_(foe)} at {foe.life}."
        items = [s.cast(owner, spell, [foe])]
        if rng.random() < 0.5:
            thing2 = s.hand(
                foe,
                lambda card: (
                    instant(card)
                    and bool(verbs(card) & {"gain", "damage"})
                    and (card.targets in ((), ("any",)))
                ),
            )
            items.append(s.cast(foe, thing2, [owner] if thing2.card.targets else []))
        thing = None
    decide(s)
    s.resolve()
    also = tuple(bonus.causes) if way in ("aura", "anthem") else ()
    if s.game.over:
        asked = ruling.winner(s, None if way in ("last", "library") else lives)
    elif thing is None:
        asked = outcome(s, [], items, lives)
    else:
        asked = (
            ruling.fate(s, thing, also)
            if also or rng.random() < 0.8
            else outcome(s, [thing], items, lives)
        )
    return ruling.of_scene(s, setup, asked, "sba")


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
