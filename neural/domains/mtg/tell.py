"""Tells the causal slice of a trace in a judge's words, each step with its rules."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from neural.domains.mtg.clauses import CLAUSES, SENTENCES, triggering
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
    if "603.4" in event.rules:
        head += ", as that is still true"
        if not plain:
            return head, cited
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


def _together(events: list[Event], first: Event) -> list[Event]:
    """Events of this kind that came with no other change between."""
    found = [first]
    for event in events:
        if event.number > first.number:
            if event.kind == first.kind:
                found.append(event)
            elif event.kind in PARENTS or (event.kind in SILENT and not _one_of_several(event)):
                break
    return found


def _one_of_several(event: Event) -> bool:
    """Tokens of one effect enter together."""
    return event.kind == "enters" and event.data["thing"].token


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
        texts[triggering(event, voice)] = texts.get(triggering(event, voice), 0) + 1
        rules += [rule for rule in _cited(event) if rule != "603.2" or len(event.rules) == 1]
        if texts[triggering(event, voice)] > 1:
            rules.append("603.2c")
    times = {1: "", 2: " twice", 3: " three times"}
    parts = []
    for text, number in texts.items():
        many = times.get(number, f" {count(number, 'time')}")
        head, word, rest = text.partition(" triggers")
        parts.append(f"{head}{word}{many}{rest}")
    text = listing(parts) if not any("," in part for part in parts) else "; ".join(parts)
    return text, list(dict.fromkeys(rules))


MERGED: dict[str, Callable[[list[Event], Voice], tuple[str, list[str]]]] = {
    "triggers": _fire,
    "on_stack": _put,
}
