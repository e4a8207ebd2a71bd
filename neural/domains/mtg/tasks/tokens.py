"""Questions about tokens: how many there are, what they do at once, and where they go."""

from neural.domains.mtg import legal, ruling, stack, turns
from neural.domains.mtg.cards import Card, token
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene, pool
from neural.domains.mtg.state import BATTLEFIELD, Player, Thing
from neural.domains.mtg.tasks.draws import hits_creature, instant, plain, verbs
from neural.domains.mtg.tasks.permission import because, permitted
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import count, name, sentence

DOUBLED = "tokens doubled"


def making(rng: Dice, advanced: bool) -> Ruling:
    """Tokens are created, or leave."""
    s = Scene.draw(rng)
    return rng.choice((_number, _number, _watched, _gone, _gone, _at_once, _left))(s)


def _makes(card: Card) -> bool:
    """An instant or sorcery that only creates tokens."""
    return verbs(card) == {"token"}


def _maker(s: Scene, player: Player) -> tuple[Thing, str, int]:
    """The spell in hand, what its tokens are called, and how many it makes."""
    card = s.hand(player, lambda card: _makes(card) and (player is s.active or instant(card)))
    number, made = token(card.card.ops[0])
    return card, made.name, number


def _tokens(s: Scene) -> list[Thing]:
    return s.game.battlefield(lambda one: one.token)


def _number(s: Scene) -> Ruling:
    """How many tokens there are with something that doubles them, for whom."""
    v, here = s.voice, s.voice.answering()
    player = s.rng.choice(s.game.players)
    foe = s.game.other(player)
    doublers = s.rng.choice(((player,), (player,), (foe,), (player, player), (player, foe)))
    for owner in doublers:
        s.permanent(owner, lambda card: DOUBLED in card.statics)
    entering = s.rng.random() < 0.3
    setup = s.board()
    if entering:
        heads = lambda card: any(  # noqa: E731
            one.head == "enters" and one.ops[0].verb == "token" for one in card.triggered
        )
        if player is not s.active:
            raise NoScene
        spell = s.hand(player, heads)
        number, made = token(next(o for o in spell.card.triggered if o.head == "enters").ops[0])
        kind = made.name
    else:
        spell, kind, number = _maker(s, player)
    s.cast(player, spell)
    s.resolve()
    got = len(_tokens(s))
    created = [e.number for e in s.game.events if e.kind == "creates"]
    reasons, rules = story(s.game, here, created)
    for one in s.game.battlefield():
        if DOUBLED in one.card.statics and one.controller is foe:
            whose = "its controller" if here.who(foe) == "you" else here.who(foe)
            reasons.append(f"{name(one)} doubles only the tokens of {whose} (rule 614.1a).")
            rules.append("614.1a")
    do = "do" if v.who(player) == "I" else "does"
    words = s.pick(
        f"How many {kind} tokens {do} {v.who(player)} get?",
        f"How many tokens {do} {v.who(player)} end up with?",
        f"How many {kind} tokens come in?",
    )
    verdict = f"{sentence(count(got, f'{kind} token'))}"
    wrong = number if got != number else number * 2
    claim = f"{name(spell)} gives {v.whom(player)} {count(got, f'{kind} token')}"
    denial = f"{name(spell)} gives {v.whom(player)} {count(wrong, f'{kind} token')}"
    key = ("tokens", got, number)
    asked = Asked(words, verdict, reasons, rules, key, claim, denial)
    return ruling.of_scene(s, setup, asked, "tokens")


def _watched(s: Scene) -> Ruling:
    """Abilities that watch creatures enter see tokens too, each of them."""
    here = s.voice.answering()
    player = s.rng.choice(s.game.players)
    watcher = s.creature(
        s.rng.choice(s.game.players),
        lambda card: any(one.head in ("other-enters", "own-enters") for one in card.triggered),
    )
    doubler = s.rng.random() < 0.4
    if doubler:
        s.permanent(player, lambda card: DOUBLED in card.statics)
    setup = s.board()
    s.cast(player, _maker(s, player)[0])
    stack.resolve(s.game)
    found = [e.number for e in s.game.events if e.kind == "triggers"]
    created = [e.number for e in s.game.events if e.kind == "creates"]
    w = name(watcher)
    times = {1: "once", 2: "twice"}.get(len(found), f"{count(len(found), 'time')}")
    reasons, rules = story(s.game, here, [*created, *found])
    if found:
        reasons.append(
            "A token that enters is a creature that enters like any other (rule 603.6a)."
        )
    else:
        if watcher.controller is player:
            raise NoScene
        reasons.append(f"{w} only watches creatures of its own controller enter (rule 603.6a).")
    rules.append("603.6a")
    words = s.pick(
        f"How often does {w} trigger?",
        f"How many times does the ability of {w} trigger?",
        f"Does {w} trigger for the tokens, and how often?",
    )
    verdict = f"{w} triggers {times}." if found else f"{w} does not trigger."
    claim = verdict[0] + verdict[1:-1]
    denial = f"{w} does not trigger for tokens" if found else f"{w} triggers for the tokens"
    if len(found) > 1 and s.rng.random() < 0.5:
        denial = f"{w} triggers once"
    key = ("tokens watched", len(found))
    asked = Asked(words, verdict, reasons, rules, key, claim, denial)
    return ruling.of_scene(s, setup, asked, "tokens")


def _born(s: Scene, player: Player) -> Thing:
    """A token that has been there for a while."""
    card = s.rng.choice([one for one in pool() if _makes(one)])
    _, made = token(card.ops[0])
    s.key.append((player.seat, made.power, made.toughness, sorted(made.keywords | made.colors)))
    return s.game.put(made, player, token=True)


def _gone(s: Scene) -> Ruling:
    """A token leaves the battlefield: it does not come back, but what watches that triggers."""
    owner = s.rng.choice(s.game.players)
    thing = _born(s, owner)
    back = s.rng.random() < 0.55
    watcher = None
    if not back:
        heads = {"any-dies", "own-dies"}
        watcher = s.creature(
            s.rng.choice((owner, s.game.other(owner))),
            lambda card: any(one.head in heads for one in card.triggered),
        )
        s.game.choices["targets"] = {watcher.name: s.game.other(watcher.controller)}
    elif s.rng.random() < 0.5:
        s.creature(s.rng.choice(s.game.players), lambda c: plain(c) and not c.triggered)
    setup = s.board()
    if back:
        caster = s.rng.choice(s.game.players)
        moving = {"bounce", "flicker", "at"}

        def moves(card: Card) -> bool:
            return bool(verbs(card) & moving) and len(card.targets) == 1 and _aims(card)

        spell = s.hand(caster, lambda card: moves(card) and (caster is s.active or instant(card)))
    else:
        caster = s.rng.choice(s.game.players)
        spell = s.hand(
            caster,
            lambda card: (
                hits_creature(card)
                and bool(verbs(card) & {"damage", "destroy"})
                and (caster is s.active or instant(card))
            ),
        )
    if legal.target_problems(s.game, spell.card.targets[0], thing, caster, spell):
        raise NoScene
    s.cast(caster, spell, [thing])
    s.resolve()
    if any(one.verb == "at" for one in spell.card.ops):
        turns.end_step(s.game)
    if thing.zone == BATTLEFIELD:
        raise NoScene
    return _returns(s, setup, thing, spell) if back else _seen(s, setup, thing, watcher)


def _aims(card: Card) -> bool:
    return card.targets[0].endswith("creature") and "copy-token" not in verbs(card)


def _returns(s: Scene, setup: str, thing: Thing, spell: Thing) -> Ruling:
    v, here, n, owner = s.voice, s.voice.answering(), name(thing), thing.controller
    gone = [e.number for e in s.game.events if e.kind == "token_gone"]
    moved = [e.number for e in s.game.events if e.kind in ("exiles", "bounces", "stays_away")]
    reasons, rules = story(s.game, here, [*moved, *gone])
    gets = "Do I" if v.who(owner) == "I" else f"Does {v.who(owner)}"
    bounced = any(e.kind == "bounces" for e in s.game.events)
    if bounced:
        words = s.pick(
            f"Is {n} in {v.whose(owner)} hand now?",
            f"{gets} have {n} in hand after that?",
        )
        verdict = f"No, {n} ceases to exist."
        claim, denial = f"{n} ceases to exist", f"{n} stays in {v.whose(owner)} hand"
    else:
        words = s.pick(
            f"Does {n} come back?",
            f"{gets} get {n} back?",
            f"Does {n} return to the battlefield?",
        )
        verdict = f"No, {n} does not come back."
        claim, denial = f"{n} does not come back", f"{n} comes back"
        if "111.8" not in rules:
            reasons.append("A token that has left the battlefield can't come back (rule 111.8).")
            rules.append("111.8")
    asked = Asked(words, verdict, reasons, rules, ("token gone", bounced), claim, denial)
    return ruling.of_scene(s, setup, asked, "tokens")


def _seen(s: Scene, setup: str, thing: Thing, watcher: Thing) -> Ruling:
    """Whether what watches creatures die sees a token die."""
    n, w = name(thing), name(watcher)
    found = [e.number for e in s.game.events if e.kind == "triggers"]
    exiled = thing.zone != "nowhere" or any(e.kind == "exiled_instead" for e in s.game.events)
    reasons, rules = story(s.game, s.voice.answering(), [*thing.causes, *found])
    if found:
        reasons.append(
            "A token that dies goes to the graveyard first and only then ceases to exist "
            "(rule 111.7)."
        )
        rules.append("111.7")
    else:
        why = f"{w} only watches creatures of its own controller die"
        reasons.append(f"{f'{n} did not die' if exiled else why} (rule 603.6c).")
        reasons[-1] = reasons[-1][0].upper() + reasons[-1][1:]
        rules.append("603.6c")
    words = s.pick(
        f"Does {w} trigger for {n}?",
        f"Does the ability of {w} trigger?",
        f"It is only a token. Does {w} still trigger?",
    )
    verdict = f"{'Yes' if found else 'No'}, {w} {'triggers' if found else 'does not trigger'}."
    claim, denial = f"{w} triggers for {n}", f"{w} does not trigger for {n}"
    if not found:
        claim, denial = denial, claim
    asked = Asked(words, verdict, reasons, rules, ("token seen", bool(found)), claim, denial)
    return ruling.of_scene(s, setup, asked, "tokens")


def _at_once(s: Scene) -> Ruling:
    """New tokens can block at once, but not attack."""
    v = s.voice
    attacking = s.rng.random() < 0.45
    player = s.active if attacking else s.game.other(s.active)
    attacker = (
        s.creature(s.active, lambda c: plain(c) and not c.triggered) if not attacking else None
    )
    setup = s.board() if attacker else ""
    if attacker:
        if legal.attack_problems(s.game, attacker) or legal.attackers_problems(s.game, [attacker]):
            raise NoScene
        s.attack([attacker])
    spell, kind, _ = _maker(s, player)
    s.cast(player, spell)
    if attacker:
        s.said[-1] = f"{s.pick('before blocks, ', 'before blockers are declared, ')}{s.said[-1]}"
    else:
        s.said[-1] += s.pick(" in the first main phase", " before combat")
    s.resolve()
    made = _tokens(s)[0]
    them = f"the {kind} tokens" if len(_tokens(s)) > 1 else f"the {kind} token"
    if attacking:
        problems = legal.attack_problems(s.game, made)
        words = s.pick(
            f"Can {v.who(player)} attack with {them} this turn?",
            f"Can {them} attack right away?",
        )
        act, can = "attack this turn", "can't attack" if problems else "can attack"
    else:
        problems = legal.block_problems(s.game, attacker, [made])
        problems = problems or legal.blocks_problems(s.game, {attacker: [made]})
        them = f"one {kind} token" if len(_tokens(s)) > 1 else them
        words = s.pick(
            f"Can {v.who(player)} block {name(attacker)} with {them}?",
            f"Can {them} that came in only now block {name(attacker)}?",
        )
        act, can = f"block {name(attacker)}", "can't block" if problems else "can block"
    if problems:
        reasons, rules = because(problems, name(attacker) if attacker else them)
        if attacking:
            are = "are" if len(_tokens(s)) > 1 else "is"
            since = "and only a creature that was there as the turn began can attack"
            reasons = [f"{sentence(them)[:-1]} {are} new this turn, {since} (rule 302.6)."]
            rules = ["302.6"]
    else:
        reasons = [
            "A creature may block in the turn in which it comes in (rules 302.6 and 509.1a)."
        ]
        rules = ["302.6", "509.1a"]
    verdict = f"{'No' if problems else 'Yes'}, {them} {can}."
    key = ("token at once", attacking, bool(problems))
    asked = permitted(words, verdict, (reasons, rules), key, f"{them} {{can}} {act}")
    return ruling.of_scene(s, setup, asked, "tokens")


def _left(s: Scene) -> Ruling:
    """What leaves a token behind when it dies is removed in some way."""
    v, here = s.voice, s.voice.answering()
    owner = s.rng.choice(s.game.players)
    foe = s.game.other(owner)
    thing = s.creature(
        owner,
        lambda card: any(
            one.head == "dies" and one.ops[0].verb == "token" for one in card.triggered
        ),
    )
    if s.rng.random() < 0.2:
        s.permanent(s.rng.choice((owner, foe)), lambda card: "graveyard to exile" in card.statics)
    setup = s.board()
    ways = {"exile", "bounce"} if s.rng.random() < 0.5 else {"damage", "destroy", "pump"}
    spell = s.hand(
        foe,
        lambda card: (
            hits_creature(card)
            and (foe is s.active or instant(card))
            and bool(verbs(card) & ways)
            and "copy-token" not in verbs(card)
        ),
    )
    s.cast(foe, spell, s.aimed(foe, spell, thing))
    s.resolve()
    if thing.zone == BATTLEFIELD:
        raise NoScene
    _, made = token(next(o for o in thing.card.triggered if o.head == "dies").ops[0])
    got = _tokens(s)
    created = [e.number for e in s.game.events if e.kind == "creates"]
    reasons, rules = story(s.game, here, [*thing.causes, *created])
    n, kind = name(thing), made.name
    if not got:
        reasons.append(f"{n} did not die, so its ability does not trigger (rule 603.6c).")
        rules.append("603.6c")
    gets = "Do I" if v.who(owner) == "I" else f"Does {v.who(owner)}"
    words = s.pick(
        f"{gets} get the {kind} token?",
        f"{gets} get a {kind} token out of that?",
        f"Does {n} leave a {kind} token behind?",
    )
    fact = here.does(owner, "get") if got else f"{here.does(owner, 'do')} not get"
    verdict = f"{'Yes' if got else 'No'}, {fact} the {kind} token."
    said = v.does(owner, "get") if got else f"{v.does(owner, 'do')} not get"
    other = v.does(owner, "get") if not got else f"{v.does(owner, 'do')} not get"
    pair = (f"{said} the {kind} token", f"{other} the {kind} token")
    asked = Asked(words, verdict, reasons, rules, ("token left", bool(got)), *pair)
    return ruling.of_scene(s, setup, asked, "tokens")
