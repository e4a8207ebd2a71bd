"""Tells the causal slice of a trace in a judge's words, each step with its rules."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from neural.domains.mtg.facts import gaining
from neural.domains.mtg.state import Event, Game
from neural.domains.mtg.voice import Voice, count, listing, name, sentence

PARENTS = ("resolves", "damage_step")
# Told only where something hangs on them: everybody knows how a spell gets on the stack.
SILENT = ("casts", "activates", "attacks", "blocks", "enters")
ANNOUNCED = ("casts", "activates")
OBVIOUS = {"601.2a", "601.2c", "602.2a", "602.2b", "405.5", "508.1a", "509.1a", "400.7"}


def slice_of(game: Game, *ends: int) -> list[Event]:
    """The events that lead to these, in their order."""
    wanted, open_ends = set(), [end for end in ends if end >= 0]
    while open_ends:
        number = open_ends.pop()
        if number not in wanted:
            wanted.add(number)
            open_ends += game.events[number].because
    return [game.events[number] for number in sorted(wanted)]


def story(game: Game, voice: Voice, ends: Iterable[int]) -> tuple[list[str], list[str]]:
    """Sentences that tell how it came to these events, and the rules that they cite."""
    events = slice_of(game, *ends)
    sentences: list[str] = []
    rules: list[str] = []
    told: set[int] = set()
    order = _order(events, game.events)
    if order:
        sentences.append(order)
        rules.append("117.7")
        told |= {event.number for event in events if event.kind in ANNOUNCED}
    for event in events:
        if event.number in told:
            continue
        if event.kind in MERGED:
            group = _together(events, event)
            told |= {one.number for one in group}
            text, cited = MERGED[event.kind](group, voice)
        elif event.kind in PARENTS:
            parts = [e for e in events if event.number in e.because and e.kind in CLAUSES]
            parts = [e for e in parts if e.number not in told]
            told |= {e.number for e in parts}
            text, cited = _group(event, parts, voice)
        elif event.kind in CLAUSES or event.kind in SENTENCES:
            text = (SENTENCES.get(event.kind) or CLAUSES[event.kind])(event, voice)
            cited = _cited(event)
        else:
            continue
        if text:
            sentences.append(sentence(text + cite(cited)))
            rules += cited
    return sentences, list(dict.fromkeys(rules))


def _order(told: list[Event], events: list[Event]) -> str:
    """One sentence for a stack of three or more, instead of one for each response.

    `told`: what the ruling is about; the stack may hold more.
    """
    if sum(bool(event.data["over"]) for event in told if event.kind in ANNOUNCED) < 2:
        return ""
    over = [event for event in events if event.kind in ANNOUNCED and event.data["over"]]
    names = [name(event.data["over"]) for event in over[:1]]
    for event in over:
        thing = name(event.data["thing"])
        names.append(thing if event.kind == "casts" else f"the ability of {thing}")
    chained = all(
        event.data["over"].source is before.data["thing"] for before, event in pairwise(over)
    )
    if not chained:
        return ""
    first, *rest = names[::-1]
    return sentence(
        f"the stack resolves from the top: {first} first, then {listing(rest, 'and then')}"
        + cite(["117.7"])
    )


def cite(rules: list[str]) -> str:
    """` (rule 704.5g)`, ` (rules 601.2c and 608.2b)`, or nothing."""
    if not rules:
        return ""
    return f" (rule{'s' if len(rules) > 1 else ''} {listing(rules)})"


def _cited(event: Event) -> list[str]:
    kept = {"400.7"} if event.kind == "comes_back" else set()
    return [rule for rule in event.rules if rule not in OBVIOUS or rule in kept]


def _group(event: Event, parts: list[Event], voice: Voice) -> tuple[str, list[str]]:
    """What resolves, or a damage step, with all that it does."""
    cited = _cited(event)
    plain: list[str] = []
    for part in parts:
        text = CLAUSES[part.kind](part, voice)
        if text:
            plain.append(_shorter(text, parts, part))
            cited += _cited(part)
    cited = list(dict.fromkeys(cited))
    if event.kind == "damage_step":
        if not plain:
            return "", []
        step = ""
        if "510.4" in event.rules:
            step = (
                "in the first combat damage step "
                if event.data["first"]
                else "in the second combat damage step "
            )
        return step + listing(plain), [rule for rule in cited if rule != "510.2" or len(plain) > 1]
    head = f"{name(event.data['item'])} resolves"
    if "113.7a" in event.rules:
        head += f", although {name(event.data['item'].source)} is gone"
    if not plain:
        return (head, cited) if event.data["item"].kind == "spell" else ("", [])
    who = name(event.data["item"])
    if plain[0].startswith(f"{who} "):
        return f"{head} and {listing(plain).removeprefix(f'{who} ')}", cited
    return f"{head}: {listing(plain)}", cited


def _shorter(text: str, parts: list[Event], part: Event) -> str:
    """Without its subject where the clause before has the same."""
    place = parts.index(part)
    if place and {part.kind, parts[place - 1].kind} <= {"marks", "hurts"}:
        source = part.data["source"]
        if source is parts[place - 1].data["source"]:
            return text.removeprefix(f"{name(source)} deals ")
    before = parts[place - 1].data.get("thing") if place else None
    repeated = before is not None and before is part.data.get("thing")
    joined = ("changes", "counters", "taps", "untaps", "destroyed", "exiles")
    if not repeated or parts[place - 1].kind not in joined:
        return text
    return text.removeprefix(f"{name(before)} ")


def _size(power: int, toughness: int) -> str:
    return f"{power:+d}/{toughness:+d}".replace("+0/-", "-0/-")


def _changes(event: Event, voice: Voice) -> str:
    data = event.data
    who, words = name(data["thing"]), list(data["words"])
    match data["how"]:
        case "pump":
            text = f"{who} gets {_size(*data['size'])}"
            return f"{text} and {gaining(words)}" if words else text
        case "grant" | "strip":
            return f"{who} {gaining(words)}"
        case "color":
            return f"{who} becomes {data['color']}"
        case "frog":
            power, toughness = data["size"]
            color = f" and is {data['color']}" if data["color"] else ""
            return f"{who} loses all abilities and has base power and toughness {power}/{toughness}{color}"
        case "base":
            return (
                f"the base power and toughness of {who} become {data['size'][0]}/{data['size'][1]}"
            )
    return f"the power and toughness of {who} are switched"


def _to(target: object, voice: Voice) -> str:
    return voice.target(target)


def _marks(event: Event, voice: Voice) -> str:
    data = event.data
    return f"{name(data['source'])} deals {data['amount']} damage to {_to(data['target'], voice)}"


def _withers(event: Event, voice: Voice) -> str:
    data = event.data
    target = name(data["target"])
    return f"the damage of {name(data['source'])} puts {count(data['amount'], '-1/-1 counter')} on {target}"


def _poisons(event: Event, voice: Voice) -> str:
    data = event.data
    got = count(data["amount"], "poison counter")
    return f"the damage of {name(data['source'])} gives {voice.target(data['target'])} {got} and costs no life"


def _toxic(event: Event, voice: Voice) -> str:
    data = event.data
    return (
        f"toxic also gives {voice.target(data['target'])} {count(data['amount'], 'poison counter')}"
    )


def _gains(event: Event, voice: Voice) -> str:
    data = event.data
    player = data["player"]
    if data["source"] is not None:
        return (
            f"lifelink of {name(data['source'])} gains {voice.whom(player)} {data['amount']} life"
        )
    return f"{voice.does(player, 'gain')} {data['amount']} life"


def _loses(event: Event, voice: Voice) -> str:
    return f"{voice.does(event.data['player'], 'lose')} {event.data['amount']} life"


def _casts(event: Event, voice: Voice) -> str:
    over = event.data["over"]
    if over is None:
        return ""
    return f"{name(event.data['thing'])} is cast in response to {name(over)} and resolves before it"


def _activates(event: Event, voice: Voice) -> str:
    over = event.data["over"]
    if over is None:
        return ""
    source = name(event.data["thing"])
    return (
        f"the ability of {source} is activated in response to {name(over)} and resolves before it"
    )


def _fizzles(event: Event, voice: Voice) -> str:
    data = event.data
    who = name(data["item"])
    targets = [voice.target(target) for target in data["targets"]]
    why = data["why"].format(n=targets[0])
    only = (
        "its target has become illegal"
        if len(targets) == 1
        else "all of its targets have become illegal"
    )
    return f"{who} does not resolve, because {only}: {why}"


def _damage_on(data: dict) -> str:
    return f"{name(data['thing'])} has {data['damage']} damage marked on it and toughness {data['toughness']}"


def _destroyed(event: Event) -> str:
    be = "would be" if event.data["saved"] else "is"
    return f"it {be} destroyed as a state-based action"


def _regenerated(event: Event, voice: Voice) -> str:
    thing = name(event.data["thing"])
    combat = ", it is removed from combat" if event.data["fighting"] else ""
    return f"instead of being destroyed {thing} uses up its regeneration shield: it is tapped{combat} and its damage is removed"


def _together(events: list[Event], first: Event) -> list[Event]:
    """Events of this kind that came with no other change between."""
    found = [first]
    for event in events:
        if event.number > first.number:
            if event.kind == first.kind:
                found.append(event)
            elif event.kind in PARENTS or event.kind in SILENT:
                break
    return found


def _put(group: list[Event], voice: Voice) -> tuple[str, list[str]]:
    """The order in which the triggers of both players go on the stack."""
    if len({event.data["controller"].seat for event in group}) < 2:
        return "", []
    parts = []
    for active, place in ((True, "first"), (False, "on top of that")):
        theirs = [event for event in group if event.data["active"] is active]
        if theirs:
            names = list(dict.fromkeys(name(event.data["source"]) for event in theirs))
            who = voice.whose(theirs[0].data["controller"])
            several = "triggers" if len(theirs) > 1 else "trigger"
            verb = "go" if len(theirs) > 1 else "goes"
            parts.append(
                f"{who} {several} of {listing(names)} {verb} on the stack {place}"
                + (" (active player)" if active else "")
            )
    return listing(parts), ["603.3b", "101.4"]


def _fire(group: list[Event], voice: Voice) -> tuple[str, list[str]]:
    """What triggers; several at once in one sentence."""
    texts: dict[str, int] = {}
    rules: list[str] = []
    for event in group:
        texts[_triggers(event, voice)] = texts.get(_triggers(event, voice), 0) + 1
        rules += [rule for rule in _cited(event) if rule != "603.2" or len(event.rules) == 1]
        if texts[_triggers(event, voice)] > 1:
            rules.append("603.2c")
    times = {1: "", 2: " twice", 3: " three times"}
    parts = []
    for text, number in texts.items():
        many = times.get(number, f" {number} times")
        head, word, rest = text.partition(" triggers")
        parts.append(f"{head}{word}{many}{rest}")
    text = listing(parts) if not any("," in part for part in parts) else "; ".join(parts)
    return text, list(dict.fromkeys(rules))


def _first(event: Event, voice: Voice) -> str:
    data = event.data
    what = "doubling" if data["first"] == "double" else "prevention"
    return f"{voice.does(data['player'], 'choose')} to apply the {what} first"


def _prevented(event: Event, voice: Voice) -> str:
    data = event.data
    left = f", which leaves {data['left']}" if data["left"] else ""
    return (
        f"the shield prevents {data['cut']} of the damage to {voice.target(data['target'])}{left}"
    )


def _aura(event: Event, voice: Voice) -> str:
    data = event.data
    if data["why"] == "gone":
        return f"{name(data['thing'])} is no longer attached to anything, so it is put into its owner's graveyard"
    return f"{name(data['thing'])} is {data['why']} and {name(data['host'])} has protection from {data['why']}, so it is put into its owner's graveyard"


def _of(text: str, key: str = "thing") -> Callable[[Event, Voice], str]:
    """A clause with the name of the thing."""
    return lambda event, voice: text.format(n=name(event.data[key]))


def _pays(event: Event, voice: Voice) -> str:
    data = event.data
    player = data["player"]
    if event.kind == "pays":
        return f"{voice.does(player, 'pay')} {{{data['amount']}}}"
    return f"{voice.does(player, 'do')} not pay {{{data['amount']}}}"


CLAUSES: dict[str, Callable[[Event, Voice], str]] = {
    "marks": _marks,
    "hurts": _marks,
    "withers": _withers,
    "poisons": _poisons,
    "toxic": _toxic,
    "gains": _gains,
    "loses": _loses,
    "changes": _changes,
    "draws": lambda e, v: (
        f"{v.does(e.data['player'], 'draw')} {count(e.data['amount'], 'card')}"
        if e.data["got"] == e.data["amount"]
        else f"{v.does(e.data['player'], 'have')} to draw {count(e.data['amount'], 'card')}, "
        f"and the library holds {count(e.data['got'], 'card')}"
    ),
    "counters": lambda e, v: (
        f"{name(e.data['thing'])} gets "
        f"{count(e.data['amount'], ('+1/+1' if e.data['counter'] == 'plus' else '-1/-1') + ' counter')}"
    ),
    "destroyed": _of("{n} is destroyed"),
    "indestructible": _of("{n} is indestructible and is not destroyed"),
    "no_regeneration": _of("{n} can't be regenerated, so its shield does not help"),
    "regenerated": _regenerated,
    "exiles": _of("{n} is exiled"),
    "bounces": _of("{n} returns to its owner's hand"),
    "sacrificed": lambda e, v: f"{v.does(e.data['player'], 'sacrifice')} {name(e.data['thing'])}",
    "countered": lambda e, v: f"{name(e.data['item'])} is countered",
    "pays": _pays,
    "declines": _pays,
    "shield_up": _of("{n} gets a regeneration shield"),
    "prevention": lambda e, v: (
        f"the next {e.data['amount']} damage to {v.target(e.data['target'])} will be prevented"
    ),
    "prevented": _prevented,
    "protected": lambda e, v: (
        f"the {e.data['amount']} damage from {name(e.data['source'])} is prevented, because "
        f"{name(e.data['target'])} has protection from {e.data['color']}"
    ),
    "fogged": lambda e, v: (
        f"the combat damage of {name(e.data['source'])} to {v.target(e.data['target'])} is prevented"
    ),
    "fog": lambda e, v: "all combat damage of this turn will be prevented",
    "doubled": lambda e, v: f"{name(e.data['by'])} doubles the damage to {e.data['amount']}",
    "chooses_first": _first,
    "fights": lambda e, v: f"{name(e.data['one'])} and {name(e.data['other'])} fight",
    "no_fight": lambda e, v: "no damage is dealt, because one of the two creatures is missing",
    "exiled_instead": _of("{n} is exiled instead of going to the graveyard"),
    "shuffled_instead": _of("{n} is shuffled into its owner's library instead"),
    "not_countered": lambda e, v: f"{name(e.data['item'])} can't be countered",
    "changes_hands": lambda e, v: (
        f"{v.does(e.data['player'], 'gain')} control of {name(e.data['thing'])}"
    ),
    "retargets": lambda e, v: (
        f"{name(e.data['item'])} now targets {listing([v.target(t) for t in e.data['targets']])}"
    ),
    "more_life": lambda e, v: f"{name(e.data['by'])} doubles the life gained to {e.data['amount']}",
    "comes_back": _of("{n} returns to the battlefield as a new object"),
    "cannot_return": _of("{n} is no longer in the graveyard and does not return"),
    "more_counters": lambda e, v: (
        f"{name(e.data['by'])} makes it {count(e.data['amount'], 'counter')}"
    ),
    "orders_counters": lambda e, v: (
        f"{v.does(e.data['player'], 'apply')} {name(e.data['first'])} first"
    ),
    "taps": lambda e, v: (
        f"{name(e.data['thing'])} becomes tapped"
        + (", which does not take it out of combat" if e.data["fighting"] else "")
    ),
    "untaps": _of("{n} untaps"),
    "nothing_to_sacrifice": lambda e, v: (
        f"{v.does(e.data['player'], 'control')} no creature to sacrifice"
    ),
    "tramples": lambda e, v: _tramples(e, v),
}


def _tramples(event: Event, voice: Voice) -> str:
    data = event.data
    who, power, through = name(data["thing"]), data["power"], data["through"]
    shares = listing([f"{n} to {blocker}" for blocker, n in data["needed"].items()])
    touch = ", since 1 is lethal with deathtouch" if "702.2c" in event.rules else ""
    blockers = "its blocker" if len(data["needed"]) == 1 else "its blockers"
    if not through:
        return (
            f"{who} would have to assign lethal damage to {blockers} first ({shares}{touch}), "
            f"and with power {power} nothing is left for {voice.whom(data['player'])}"
        )
    return (
        f"{who} has to assign lethal damage to {blockers} ({shares}{touch}) and can assign the "
        f"other {through} of its {power} damage to {voice.whom(data['player'])}"
    )


SENTENCES: dict[str, Callable[[Event, Voice], str]] = {
    "casts": _casts,
    "activates": _activates,
    "fizzles": _fizzles,
    "no_target": lambda e, v: (
        f"the ability of {name(e.data['source'])} has no legal target and is removed from the stack"
    ),
    "no_return": lambda e, v: (
        f"{name(e.data['thing'])} already had the counter that {e.data['word']} looks for, so it "
        "does not return"
    ),
    "sba_lethal": lambda e, v: f"{_damage_on(e.data)}, so {_destroyed(e)}",
    "sba_deathtouch": lambda e, v: (
        f"{name(e.data['thing'])} was dealt damage by a source with deathtouch, so {_destroyed(e)}"
    ),
    "sba_toughness": lambda e, v: (
        f"{name(e.data['thing'])} has toughness {e.data['toughness']}, so it is put into its owner's "
        "graveyard as a state-based action"
    ),
    "spared": lambda e, v: f"{_damage_on(e.data)}, but it is indestructible",
    "sba_counters": lambda e, v: (
        f"{count(e.data['pairs'], '+1/+1 counter')} and as many -1/-1 counters are removed from "
        f"{name(e.data['thing'])}"
    ),
    "sba_legend": lambda e, v: (
        f"the player keeps one {name(e.data['thing'])}, and the other is put into the graveyard"
    ),
    "sba_aura": _aura,
    "token_gone": _of("{n} is a token and ceases to exist"),
    "loses_life": lambda e, v: (
        f"{v.is_(e.data['player'])} at {e.data['player'].life} life and "
        f"{v.verb(e.data['player'], 'lose')} the game"
    ),
    "loses_poison": lambda e, v: (
        f"{v.does(e.data['player'], 'have')} {e.data['player'].poison} poison counters and "
        f"{v.verb(e.data['player'], 'lose')} the game"
    ),
    "loses_draw": lambda e, v: (
        f"{v.does(e.data['player'], 'lose')} for having to draw from an empty library"
    ),
    "draw_game": lambda e, v: "both players lose at the same time, so the game is a draw",
    "wins": lambda e, v: f"{v.does(e.data['player'], 'win')} the game",
}


def _triggers(event: Event, voice: Voice) -> str:
    source = event.data["source"]
    if "702.79a" in event.rules:
        return f"{name(source)} had no -1/-1 counter when it died, so persist triggers"
    if "702.93a" in event.rules:
        return f"{name(source)} had no +1/+1 counter when it died, so undying triggers"
    if "702.21a" in event.rules:
        return f"ward of {name(source)} triggers"
    dying = event.data["dying"]
    if dying is source:
        return f"{name(source)} dies, so its ability triggers"
    if dying is not None and "603.10a" in event.rules:
        return (
            f"the ability of {name(source)} triggers for {name(dying)}, which dies at the same time"
        )
    return f"the ability of {name(source)} triggers"


MERGED: dict[str, Callable[[list[Event], Voice], tuple[str, list[str]]]] = {
    "triggers": _fire,
    "on_stack": _put,
}
