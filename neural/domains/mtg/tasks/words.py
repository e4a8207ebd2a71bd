"""Questions about the rules themselves: keywords, look-ups, tournament policy."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from neural.domains.mtg import combat, tell
from neural.domains.mtg.citations import shown, table
from neural.domains.mtg.legal import EVASION
from neural.domains.mtg.ruling import Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene, signature
from neural.domains.mtg.state import Illegal
from neural.domains.mtg.tasks.draws import plain
from neural.domains.mtg.voice import NAMES, Voice, listing, name, sentence

KEYWORDS = {
    "deathtouch": ("702.2b", "702.2c"),
    "defender": ("702.3b",),
    "double strike": ("702.4b", "510.4"),
    "first strike": ("702.7b", "510.4"),
    "flying": ("702.9b",),
    "haste": ("702.10b",),
    "hexproof": ("702.11b",),
    "indestructible": ("702.12b",),
    "lifelink": ("702.15b", "120.3f"),
    "menace": ("702.111b",),
    "reach": ("702.17b",),
    "shroud": ("702.18a",),
    "trample": ("702.19b", "702.19d"),
    "vigilance": ("702.20b",),
    "infect": ("702.90b", "702.90c"),
    "wither": ("702.80a",),
    "persist": ("702.79a",),
    "undying": ("702.93a",),
    "flash": ("702.8a",),
    "fear": ("702.36b",),
    "intimidate": ("702.13b",),
    "shadow": ("702.28b",),
    "skulk": ("702.118b",),
    "horsemanship": ("702.31b",),
}
FIGHTING = {
    "deathtouch",
    "double strike",
    "first strike",
    "lifelink",
    "trample",
    "infect",
    "wither",
}


def keyword(rng: Dice, advanced: bool) -> Ruling:
    """What a keyword does, with an example that the engine works out where it shows in combat."""
    word = rng.choice(list(KEYWORDS))
    rules = list(KEYWORDS[word])
    reasons = [f"{table()[rule].says.rstrip('.')} (rule {rule})." for rule in rules]
    cards, key = [], [word]
    if word in FIGHTING:
        example, cards, more, key = _example(rng, word)
        reasons.append(example)
        rules += more
    question = rng.words.choice(
        (
            "What does {w} do?",
            "How does {w} work?",
            "Can you explain {w}?",
            "Explain {w} to me, please.",
            "I'm new. What is {w}?",
            "What exactly does {w} mean?",
            "How does {w} work, and could I have an example?"
            if word in FIGHTING
            else "How does {w} work again?",
            "What's the rule for {w}?",
        )
    ).format(w=word)
    if cards:
        question += rng.words.choice(
            (
                " Take {} and {} as an example.",
                " Say, with {} and {}?",
                " For instance if {} is blocked by {}?",
            )
        ).format(*(c.name for c in cards[:2]))
    verdict = f"{word.capitalize()} is {_kind(word)}."
    return Ruling(
        question,
        verdict,
        reasons,
        list(dict.fromkeys(rules)),
        ("keyword", key),
        ("keyword", word),
        cards,
    )


def _kind(word: str) -> str:
    if word in ("persist", "undying"):
        return "a triggered ability"
    return "an evasion ability" if word in {"menace", *EVASION} else "a static ability"


def _example(rng: Dice, word: str) -> tuple[str, list, list[str], list]:
    s = Scene.draw(rng)
    me, foe = s.game.players
    one = s.creature(me, lambda card: plain(card) and word in card.keywords and bool(card.power))
    other = s.creature(foe, lambda card: plain(card) and not card.keywords and card.toughness >= 3)
    try:
        combat.attack(s.game, [one])
        combat.block(s.game, {one: [other]})
    except Illegal as error:
        raise NoScene from error
    combat.fight_it_out(s.game)
    ends = list(dict.fromkeys([*one.causes, *other.causes, *foe.causes, *me.causes]))
    players = Voice(("the attacking player", "the defending player"), None, False)
    told, rules = tell.story(s.game, players, ends)
    if not told or s.game.over:
        raise NoScene
    a, b = name(one), name(other)
    text = f"For example, {a} attacks and {b} blocks it. " + " ".join(told)
    return text, s.used, rules, [signature(card) for card in s.used]


def lookup(rng: Dice, advanced: bool) -> Ruling:
    """What a rule says, or which rule says it; one or two of them."""
    pick = rng.sample(list(table().values()), rng.choice((1, 1, 2)))
    numbered = [one for one in pick if not one.rule.startswith("JAR")]
    if rng.random() < 0.5 and len(numbered) == len(pick):
        names = [one.rule for one in pick]
        said = listing([shown(n) for n in names])
        many = len(pick) > 1
        question = rng.words.choice(
            (
                f"What {'do' if many else 'does'} {said} say?",
                f"What {'are' if many else 'is'} {said} about?",
                f"Can you sum up {said}?",
                f"Remind me of {said}, please.",
                f"What do I find under {said}?",
            )
        )
        way = "says"
        verdict = f"About {listing([one.about for one in pick])}."
    else:
        about = listing([one.about for one in pick])
        question = rng.words.choice(
            (
                "Which rule covers {}?",
                "Where do I find the rule on {}?",
                "What rule do I cite for {}?",
                "I need the rule number for {}.",
                "Where do the rules deal with {}?",
                "Which rule deals with {}?",
            )
        ).format(about)
        way = "where"
        verdict = sentence(listing([shown(one.rule) for one in pick]))
    reasons = [f"{one.says.rstrip('.')} ({shown(one.rule)})." for one in pick]
    rules = [one.rule for one in pick]
    return Ruling(
        question, verdict, reasons, rules, ("lookup", way, rules), ("lookup", sorted(rules))
    )


@cache
def _basics() -> list[tuple[list[str], str, list[str]]]:
    rows = _table("basics.tsv")
    return [
        (wordings.split(" / "), verdict, rules.split("; ")) for wordings, verdict, rules in rows
    ]


def _table(name: str) -> list[list[str]]:
    text = (Path(__file__).parent.parent / name).read_text("utf-8")
    return [line.split(" | ") for line in text.splitlines() if not line.startswith("#")]


def basics(rng: Dice, advanced: bool) -> Ruling:
    """What every judge is asked, answered from what the rules say."""
    wordings, verdict, rules = rng.choice(_basics())
    openers = (
        "",
        "",
        "",
        "Judge! ",
        "Quick question: ",
        "Just to be sure: ",
        "Rules question. ",
        "Hi judge, ",
        "I always forget: ",
    )
    question = rng.words.choice(wordings)
    opener = rng.words.choice(openers)
    if opener.rstrip().endswith((":", ",")) and question.split(" ")[0] in (
        "When",
        "How",
        "Are",
        "Do",
        "Can",
        "Does",
        "Who",
        "What",
        "Is",
        "In",
    ):
        question = question[0].lower() + question[1:]
    reasons = [f"{table()[rule].says.rstrip('.')} ({shown(rule)})." for rule in rules]
    return Ruling(
        opener + question,
        verdict,
        reasons,
        rules,
        ("basics", wordings[0], opener, question),
        ("basics", wordings[0]),
    )


class Case(NamedTuple):
    """A row of the decision table."""

    situation: str
    level: str
    infraction: str
    penalty: str
    fix: str
    rules: tuple[str, ...]


@cache
def cases() -> list[Case]:
    """The decision table of tournament policy."""
    return [Case(*row[:5], tuple(row[5].split("; "))) for row in _table("policy.tsv")]


LEVELS = {
    "C": ("at Competitive REL", "at a Competitive REL event", "at Professional REL"),
    "R": (
        "at Regular REL",
        "at our local store (Regular REL)",
        "at a prerelease, which is Regular REL",
    ),
}


def _a(penalty: str) -> str:
    return (
        f"a {penalty}"
        if penalty.split(" for ")[0] in ("Warning", "Game Loss", "Match Loss")
        else penalty
    )


ASKED = {
    "penalty": (
        "What is the penalty?",
        "Which penalty does that carry?",
        "What penalty do I give?",
    ),
    "infraction": (
        "What infraction is this?",
        "Which infraction is that?",
        "How do I call this infraction?",
    ),
    "fix": ("How do I fix that?", "What is the remedy?", "How do we go on?"),
    "all": (
        "How do I rule?",
        "What do I do as the judge?",
        "What is the right call?",
        "I am judging. What now?",
    ),
}


def policy(rng: Dice, advanced: bool) -> Ruling:
    """An infraction at a level of rules enforcement: what it is, the penalty, the fix."""
    case = rng.choice(cases())
    a, b = rng.sample(NAMES, 2)
    first = rng.random() < 0.35
    p, o = (a, b) if not first else ("a player", "the opponent")
    where = rng.words.choice(LEVELS[case.level])
    what = case.situation.format(p=p, o=o)
    note = case.fix.startswith("note: ")  # why, with nothing to do about it
    asked = rng.choice(("penalty", "infraction", "all" if note else "fix", "all"))
    text = rng.words.choice(("{w}: {s}. {q}", "{W}, {s}. {q}", "{S} {w}. {q}"))
    if text.startswith("{S}") and (";" in what or "," in what):
        text = "{W}: {s}. {q}"
    if what.startswith("A ") and not text.startswith("{S}"):
        what = what[0].lower() + what[1:]
    full = text.format(
        w=where,
        W=where[0].upper() + where[1:],
        s=what,
        S=what[0].upper() + what[1:],
        q=rng.words.choice(ASKED[asked]),
    )
    level = "IPG" if case.level == "C" else "JAR"
    rules = list(case.rules)
    cites = listing([shown(rule) for rule in rules])
    p = "the player" if p == "a player" else p
    penalty = case.penalty.format(p=p, o=o)
    infraction = case.infraction.format(p=p, o=o)
    fix = sentence(case.fix.removeprefix("note: ").format(p=p, o=o))
    verdicts = {
        "penalty": sentence(penalty),
        "infraction": sentence(infraction),
        "fix": fix,
        "all": sentence(f"{infraction}, {penalty}"),
    }
    reasons = {
        "penalty": [
            f"{'It is ' + infraction + '.' if level == 'IPG' else 'Regular REL uses Judging at Regular, not the IPG.'}",
            fix,
        ],
        "infraction": [
            f"The penalty is {_a(penalty)}." if penalty != "no penalty" else "There is no penalty.",
            fix,
        ],
        "fix": [
            f"{infraction}: {penalty}."
            if level == "IPG"
            else "Regular REL uses Judging at Regular, not the IPG."
        ],
        "all": [fix]
        + (["Regular REL uses Judging at Regular, not the IPG."] if level == "JAR" else []),
    }[asked]
    return Ruling(
        full[0].upper() + full[1:],
        verdicts[asked],
        [sentence(reason) for reason in reasons] + [f"See {cites}."],
        rules,
        ("policy", case.situation, case.level, asked, first),
        ("policy", case.infraction, case.penalty),
    )
