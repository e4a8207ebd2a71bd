"""Single sentences turned into the question that they answer. Most are refused."""

import re
from collections.abc import Iterator

from neural.domains.documents.grammar import (
    AUXILIARIES,
    MORE_VERBS,
    OPENERS,
    PRONOUNS,
    VERBS,
    base_of,
    is_imperative,
    is_plural,
    is_subject,
    is_vague,
    lower_first,
    mine,
    sentences,
    upper_first,
    whole,
    words,
)
from neural.domains.documents.outline import Section
from neural.domains.documents.questions.asked import (
    About,
    Asked,
    is_plain,
    is_pointing,
    tells_changes,
)

LONGEST = 320
NO_THING = words("there here result reason following difference only answer goal example exception")
_AUX = "|".join(one for one in sorted(AUXILIARIES) if one not in ("has", "have", "does", "do"))


def asked(section: Section, about: About) -> Iterator[Asked]:
    if tells_changes(section.path):
        return
    for place, unit in enumerate(section.units):
        if unit.kind not in ("paragraph", "item", "step"):
            continue
        for sentence in sentences(unit.text):
            if not 25 < len(sentence) < LONGEST or not whole(sentence) or sentence.endswith("?"):
                continue
            if sentence.count("(") != sentence.count(")") or sentence.count("`") % 2:
                continue
            for maker in (_default, _amount, _condition, _reason, _purpose, _modal, _definition):
                found = maker(sentence, about.name)
                if found:
                    category, quote, *wordings = found
                    verdict = quote if quote in ("Yes", "No") else ""
                    if all(map(_is_sound, wordings)) and (verdict or not is_pointing(quote)):
                        kept = sentence if verdict else _finished(category, quote)
                        yield Asked(category, tuple(wordings), kept, place, place, verdict)
                    break


def _finished(category: str, quote: str) -> str:
    """A clause as a sentence; values stay as they are."""
    if category == "number":
        return quote
    return upper_first(quote) if quote.endswith((".", "!")) else f"{upper_first(quote)}."


def _is_sound(question: str) -> bool:
    body = question.rstrip("?.")
    return is_plain(body) and not re.search(
        r"(?i)\b(?:this|these|those|above|below|following|former|latter|aforementioned|such|herein|"
        r"thereof|it|its|they|them|their|he|she|we|our|us|next|then|now|"
        r"chapter|already|as follows|previous|blog|specified|given|chosen)\b", body)  # fmt: skip


def _default(sentence: str, subject: str):
    found = re.match(r"(.+?)=?,? defaults? to (.+?)(?:, .*|; .*)?\.$", sentence)
    if (
        found
        and is_subject(found[1])
        and not is_vague(found[1])
        and not re.search(r"(?i)\b(?:will|currently|always|also|now)$", found[1])
    ):
        return ("number", found[2], f"What is the default of {lower_first(found[1])}?",
                f"What does {lower_first(found[1])} default to?")  # fmt: skip
    found = re.match(r"The default (?:value )?(?:for|of) (.+?) is (.+?)(?:, .*|; .*)?\.$", sentence)
    if found and is_subject(found[1]):
        return ("number", found[2], f"What is the default for {found[1]}?")
    found = re.match(r"The default ([\w -]+?) is (.+?)(?:, .*|; .*)?\.$", sentence)
    vague = re.search(
        r"(?i)\b(?:values?|behaviou?r|configuration|settings?|action|case|mode|option)\b", sentence
    )
    value = found and re.match(
        r"[`\"\d-]|[A-Z]{2}|(?:none|no|yes|true|false|off|on|empty)\b", found[2]
    )
    if value and len(found[1].split()) < 4 and is_subject(found[1]) and not vague:
        of = f" of {subject}" if subject else ""
        return "number", found[2], f"What is the default {found[1]}{of}?"  # fmt: skip
    return None


_HOW = re.compile(
    r"(?P<who>.+?) (?P<verb>takes?|needs?|requires?|uses?|has|have|holds?|costs?|allows?|supports?|"
    r"contains?|gets?|reads?|writes?|keeps?|lasts?|gave|trains?|accepts?|stores?) "
    r"(?P<about>(?:about|around|up to|at least|at most|more than|less than|only|exactly|roughly) )?"
    r"(?P<number>\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?P<unit>[a-z][\w-]*s)\b(?P<rest>.*)"
)


def _amount(sentence: str, subject: str):
    found = _HOW.match(sentence)
    if not found or not is_subject(found["who"]) or is_vague(found["who"]):
        return None
    who, verb, unit = lower_first(found["who"]), found["verb"], found["unit"]
    plural = not verb.endswith("s")
    base = verb if plural else base_of(verb)
    if verb == "gave" or base is None or re.match(r" of\b", found["rest"]):
        return None
    if is_plural(found["who"]) != plural:
        return None
    do = "do" if plural else "does"
    said = sentence[found.start("about") if found["about"] else found.start("number") :].rstrip(".")
    if unit in ("seconds", "minutes", "hours", "days", "weeks") and base in (
        "take",
        "last",
        "need",
    ):
        return "number", said, f"How long {do} {who} {base}?", f"How many {unit} {do} {who} {base}?"
    return "number", said, f"How many {unit} {do} {who} {base}?"


def _condition(sentence: str, subject: str):
    found = re.match(r"(If|When|Unless|Where) ([^,]{8,90}), (?:then )?(.+)\.$", sentence)
    if not found:
        return None
    word, told, then = found[1].lower(), found[2], found[3]
    first = told.split()[0].lower()
    if first in PRONOUNS - {
        "you",
        "no",
        "all",
        "any",
        "both",
        "each",
        "some",
        "your",
        "one",
        "none",
    }:
        return None
    if re.search(r"(?i)\b(?:i|we|my)\b", told) or not re.match(r"[a-z`A-Z]", then):
        return None
    if word == "where" or first.endswith("ing") or told.split()[0] in OPENERS:
        return None
    if first in ("possible", "necessary", "needed", "given", "specified", "set", "used", "present",
                 "not", "omitted", "enabled", "true", "false", "missing", "available"):  # fmt: skip
        return None
    act = mine(told)
    if re.search(r"(?i)\b(?:this|these|above|below|described|former|latter|please)\b", sentence):
        return None
    if (
        re.match(r"(?:or|and|nor|but|i\.e|e\.g)\b|[\w -]+, (?:or|and) ", then)
        or ", or" in then[:40]
    ):
        return None
    if len(re.findall(r"\b(?:is|are)\b", told)) > 1:
        return None
    if re.search(r"(?i)\b(?:there|here|so|it a try)$", then) or then.startswith(
        ("so ", "we ", "I ")
    ):
        return None
    advice = re.match(r"you (can|could|may|might|should|must|need|have|will need|'ll need)\b", then)
    if is_imperative(then) or advice:
        can = "can" if advice and advice[1] in ("can", "could", "may", "might") else "should"
        return (
            "condition", then, f"What {can} I do {word} {act}?",
            f"{upper_first(word)} {act}, what {can} I do?",
        )  # fmt: skip
    if first == "you" and re.match(r"you (?:want|need|would|wish|prefer|have|are)\b", told):
        return None
    return (
        "condition", then, f"What happens {word} {act}?",
        f"{upper_first(word)} {act}, what happens?",
    )  # fmt: skip


def _reason(sentence: str, subject: str):
    found = re.match(r"([^,;:]{8,100}?),? (because|since) (?!of\b)([^;]+?)(?:\. .*)?\.$", sentence)
    if found and re.search(r"(?i)\b(?:reason|why|cause)\b", found[1]):
        return None
    if not found or (" since " in sentence and not re.search(r", since ", sentence)):
        return None
    turned = _inverted(found[1])
    return ("reason", f"{found[2]} {found[3]}", f"Why {turned}?") if turned else None


def _inverted(clause: str) -> str | None:
    """'X is Y' as 'is X Y', 'X needs Y' as 'does X need Y'; None where that is not certain."""
    found = re.match(rf"(?P<who>.+?) (?P<aux>{_AUX}|cannot)(?P<no> not)? (?P<rest>.+)", clause)
    if found and is_subject(found["who"]):
        aux, no = found["aux"], found["no"] or ""
        if aux == "cannot":
            aux, no = "can", " not"
        return f"{aux} {lower_first(found['who'])}{no} {found['rest']}"
    found = re.match(r"(?P<who>.+?) (?P<aux>does|do) not (?P<rest>.+)", clause)
    if found and is_subject(found["who"]):
        return f"{found['aux']} {lower_first(found['who'])} not {found['rest']}"
    found = re.match(r"(?P<who>.+?) (?P<verb>[a-z]+s) (?P<rest>.+)", clause)
    if found and is_subject(found["who"]) and not is_plural(found["who"]):
        base = base_of(found["verb"])
        if base and base not in ("do", "have") and not re.search(rf"\b(?:{_AUX})\b", found["who"]):
            return f"does {lower_first(found['who'])} {base} {found['rest']}"
    return None


# What does not say with what: "set the appropriate variable", "use this", "as above".
HAZY = re.compile(
    r"(?i)\b(?:these?|this|it|they|that|specified|given|chosen|appropriate|respective|relevant|"
    r"corresponding|desired|above|below|following|previous|such)\b|"
    r"^(?:use|set|apply|specify|choose|select|run|edit|pass) (?:any|some|an?) "
)


def _purpose(sentence: str, subject: str):
    found = re.match(r"(?:In order t|T)o ([a-z][^,]{8,70}), (.+)\.$", sentence)
    if found and is_imperative(found[1]):
        if is_imperative(found[2]) or re.match(
            r"(?:you (?:can|must|should|need|have)|it is)\b", found[2]
        ):
            if HAZY.search(found[2]):
                return None
            act = mine(found[1])
            return "procedure", found[2], f"How do I {act}?", f"What do I have to do to {act}?"
        return None
    found = re.match(
        r"(?:You can )?[Uu]se (`[^`]+`|[^,.;]{3,40}) to ([a-z][^,;]{8,70})\.$", sentence
    )
    if found and is_imperative(found[2]):
        act = mine(found[2])
        if HAZY.search(f"use {found[1]}"):
            return None
        return "procedure", f"use {found[1]}", f"How do I {act}?", f"What do I use to {act}?"
    return None


_MODAL = re.compile(
    r"(?P<who>.+?) (?P<aux>can|cannot|must|may|should|does|do|is|are|will)"
    r"(?P<no> not| never| no longer)? (?P<rest>.+)\.$"
)


def _modal(sentence: str, subject: str):
    found = re.match(
        r"You (can|may|must|need to|have to|should|do not need to|don't need to|cannot|must not) "
        r"([^,;:]{8,80}?)\.$",
        sentence,
    )
    if found and found[2].split()[0].lower() in VERBS | MORE_VERBS:
        word, act = found[1], mine(found[2])
        if word in ("can", "may", "cannot"):
            return "fact", "No" if word == "cannot" else "Yes", f"Can I {act}?"
        if word in ("need to", "have to", "must", "should"):
            return "fact", "Yes", f"Do I have to {act}?" if word != "should" else f"Should I {act}?"
        if "need" in word:
            return "fact", "No", f"Do I need to {act}?"
        return "fact", "No", f"May I {act}?"
    found = _MODAL.match(sentence)
    if not found or not is_subject(found["who"]) or is_vague(found["who"]):
        return None
    if re.search(r"[,;:]", sentence[:-1]):
        return None
    if re.match(r"(?i)(?:no|neither|none|nor)\b", found["who"]) or found["rest"].startswith(
        "also "
    ):
        return None
    aux, no, rest = found["aux"], found["no"] or "", found["rest"]
    if aux == "cannot":
        aux, no = "can", " not"
    negative = no in (" not", " never", " no longer")
    if re.search(
        r"(?i)\b(?:you|your|here|more information|additional|be (?:found|noted|"
        r"helpful|useful|compatible|aware|careful)|further|in most cases)\b",
        sentence,
    ):
        return None
    if (aux in ("does", "do") and not negative) or len(rest) > 80:
        return None
    if not negative and (
        aux in ("is", "are", "will") or re.search(r"\b(?:only|but|unless|if)\b", rest)
    ):
        return None
    if negative and re.search(
        r"\b(?:only|but|unless|necessarily|always|all|every|both|any more|yet)\b", rest
    ):
        return None
    if (aux in ("does", "is")) == is_plural(found["who"]) and aux in ("does", "do", "is", "are"):
        return None
    return (
        "fact",
        "No" if negative else "Yes",
        f"{upper_first(aux)} {lower_first(found['who'])} {rest}?",
    )


# What says how good or bad something is, and not what.
PRAISING = re.compile(
    r"(?i)(?:ones?|(?:\w+ly )?(?:valuable|huge|great|good|ideal|reliable|bad|big|key|major|minor|"
    r"natural|nice|perfect|reasonable|useful|common|active|proven|solid|better|most|expected))\b|"
    r"(?:bit more|little|exception|opposite|single most|drain|pain|candidate|must|no-brainer|"
    r"problem|mistake|matter)\b"
)
ASIDE = re.compile(r"(?i), so |\b(?:probably|already|please|today|should be|obviously|of course)\b")


def _definition(sentence: str, subject: str):
    found = re.match(
        r"((?:The |An? )?[^,;:]{2,60}?) (is|are) (an?|the|one of) ([^,;:]{8,}.*)\.$", sentence
    )
    if not found or not is_subject(found[1]):
        return None
    who = found[1]
    said = who.split()
    if (said[0] == "The" and len(said) > 4) or said[-1].lower() in NO_THING:
        return None
    shown = lower_first(who)
    if re.match(
        r"(?:same|only|first|last|following|best|default|case|number|result|way|bug|list|set)\b",
        found[4],
    ):
        return None
    if said[0].lower() not in ("a", "an", "the") and (
        said[0].endswith(("ed", "ing")) or (said[0].startswith("`") and len(said) > 1)
    ):
        return None
    if len(said) == 1 and said[0].islower():
        return None
    if PRAISING.match(found[4]) or ASIDE.search(sentence) or found[3] == "one of":
        return None
    if re.match(r"(?i)(?:every|each|all|any|some|no|most|many|few|other|such|another)\b", who):
        return None
    named = bool(re.search(r"(?<!^)(?<!^The )[A-Z`\d]|-|'s\b", who))
    if not named and (said[0] == "The" or found[2] == "are" or (len(said), found[3]) == (1, "the")):
        return None  # "the key", "small changes", "Length is the …": of which nobody asks like that
    return "definition", sentence, f"What {found[2]} {shown}?"
