"""The words of each kind of event, as a clause or as a sentence of its own."""

from collections.abc import Callable

from neural.domains.mtg.facts import condition, gaining
from neural.domains.mtg.losing import MIRROR
from neural.domains.mtg.state import Event
from neural.domains.mtg.voice import Voice, article, count, listing, name


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
        case "animate":
            size = "/".join(map(str, data["size"]))
            kept = "a land" if "Land" in data["thing"].card.types else "an artifact"
            return f"{who} becomes {article(size)} creature that is still {kept}"
        case "still":
            return f"{who} is no longer a creature"
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
    return f"{name(data['thing'])} has {data['damage']} damage marked on it and {_toughness(data)}"


def _toughness(data: dict) -> str:
    """`toughness 4 with Glorious Anthem`."""
    helped = listing([name(one) for one in data["helpers"]])
    return f"toughness {data['toughness']}{f' with {helped}' if helped else ''}"


def _destroyed(event: Event) -> str:
    be = "would be" if event.data["saved"] else "is"
    return f"it {be} destroyed as a state-based action"


def _regenerated(event: Event, voice: Voice) -> str:
    thing = name(event.data["thing"])
    combat = ", it is removed from combat" if event.data["fighting"] else ""
    return f"instead of being destroyed {thing} uses up its regeneration shield: it is tapped{combat} and its damage is removed"


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
    "stays_away": _of("{n} can't come back, as it is a token that has left the battlefield"),
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
    "delays": lambda e, v: f"a delayed ability waits for {DUE[e.data['head']]}",
    "equips": lambda e, v: f"{name(e.data['by'])} is attached to {name(e.data['thing'])}",
    "forestalls": _of("the next damage that {n} would deal will be prevented"),
    "forestalled": lambda e, v: (
        f"the {e.data['amount']} damage of {name(e.data['source'])} is prevented"
    ),
    "floor": lambda e, v: (
        f"{name(e.data['by'])} leaves {v.whom(e.data['player'])} at 1 life, as "
        f"{v.does(e.data['player'], 'control')} a creature"
    ),
    "guarded": lambda e, v: (
        f"{name(e.data['by'])} prevents {e.data['cut']} of the damage to "
        f"{v.target(e.data['target'])}"
        + (f", which leaves {e.data['left']}" if e.data["left"] else "")
    ),
    "life_becomes": lambda e, v: f"{v.whose(e.data['player'])} life total becomes {e.data['life']}",
    "creates": lambda e, v: (
        f"{v.does(e.data['player'], 'create')} "
        f"{count(e.data['amount'], e.data['card'].name + ' token')}"
    ),
    "more_tokens": lambda e, v: f"{name(e.data['by'])} makes it {count(e.data['amount'], 'token')}",
    "copied": lambda e, v: (
        f"{name(e.data['thing'])} enters as a copy of {e.data['card'].name}, with what is printed on it"
    ),
    "discards": lambda e, v: (
        f"{v.does(e.data['player'], 'discard')} {v.whose(e.data['player'])} hand"
    ),
}
DUE = {
    "end-step": "the beginning of the next end step",
    "end-of-combat": "the end of combat",
    "leaves": "it to leave the battlefield",
    "untaps": "it to untap",
}
WHEN = {
    "end-step": "at the beginning of the end step ",
    "end-of-combat": "at end of combat ",
    "upkeep": "at the beginning of the upkeep ",
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
    "turned_up": lambda e, v: (
        f"{v.does(e.data['player'], 'turn')} {name(e.data['thing'])} face up, which does not use "
        "the stack"
    ),
    "sba_lethal": lambda e, v: f"{_damage_on(e.data)}, so {_destroyed(e)}",
    "sba_deathtouch": lambda e, v: (
        f"{name(e.data['thing'])} was dealt damage by a source with deathtouch, so {_destroyed(e)}"
    ),
    "sba_toughness": lambda e, v: (
        f"{name(e.data['thing'])} has {_toughness(e.data)}, so it is put into its owner's "
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
    "token_gone": _of("{n} is no longer on the battlefield, so it ceases to exist"),
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
    "no_trigger": lambda e, v: (
        f"the ability of {name(e.data['source'])} does not trigger, as it is not true that "
        f"{conditional(e, v)}"
    ),
    "condition_fails": lambda e, v: (
        f"as the ability of {name(e.data['item'].source)} would resolve it is no longer true that "
        f"{conditional(e, v)}, so it does nothing"
    ),
    "saved": lambda e, v: (
        f"{v.who(e.data['player'])} would lose the game, and {name(e.data['by'])} replaces that"
        + (
            f": {v.whose(e.data['player'])} hand, graveyard and permanents are shuffled away"
            if MIRROR in e.data["by"].card.statics
            else ""
        )
    ),
    "cannot_lose": lambda e, v: (
        f"{v.who(e.data['player'])} can't lose the game as long as "
        f"{v.does(e.data['player'], 'control')} {name(e.data['by'])}"
    ),
    "cannot_win": lambda e, v: f"{v.who(e.data['player'])} can't win the game now",
    "cannot_enter": lambda e, v: (
        f"{name(e.data['item'])} can't enter the battlefield and goes to the graveyard"
    ),
    "leaves_combat": _of("{n} is no creature any more and is removed from combat"),
    "unattached": lambda e, v: (
        f"{name(e.data['thing'])} is no longer attached to anything and stays on the battlefield"
    ),
}


def conditional(event: Event, voice: Voice) -> str:
    """The "if" of a trigger, about its controller by name."""
    source = event.data["source"] if "source" in event.data else event.data["item"].source
    text = condition(event.data["condition"])
    verb, _, rest = text.removeprefix("you ").partition(" ")
    return f"{voice.does(source.controller, verb)} {rest}"


def triggering(event: Event, voice: Voice) -> str:
    source = event.data["source"]
    if "702.79a" in event.rules:
        return f"{name(source)} had no -1/-1 counter when it died, so persist triggers"
    if "702.93a" in event.rules:
        return f"{name(source)} had no +1/+1 counter when it died, so undying triggers"
    if "702.21a" in event.rules:
        return f"ward of {name(source)} triggers"
    dying, when = event.data["dying"], WHEN.get(event.data["when"], "")
    if "603.7b" in event.rules:
        return f"{when}the delayed ability of {name(source)} triggers"
    if event.data["condition"]:
        return f"{when}{conditional(event, voice)}, so the ability of {name(source)} triggers"
    if dying is source:
        return f"{name(source)} dies, so its ability triggers"
    if dying is not None and "603.10a" in event.rules:
        return (
            f"the ability of {name(source)} triggers for {name(dying)}, which dies at the same time"
        )
    return f"{when}the ability of {name(source)} triggers"
