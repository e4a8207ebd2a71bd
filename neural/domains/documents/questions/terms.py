"""Definitions: options, names and words with what stands beside them."""

import re
from collections.abc import Iterator

from neural.domains.documents.grammar import (
    base_of,
    is_imperative,
    lower_first,
    opening,
    sentences,
    whole,
    words,
)
from neural.domains.documents.outline import Section
from neural.domains.documents.questions.asked import (
    LONGEST,
    About,
    Asked,
    code,
    is_plain,
    is_pointing,
    tells_changes,
)

OPTION = re.compile(r"(?<![\w-])--?[A-Za-z0-9?@#][\w.-]*")
STATUS = re.compile(r"(?i)exit (?:status|codes?|values?)|return (?:values?|codes?)|diagnostics")
ENVIRONMENT = re.compile(r"(?i)environment")
FILES = re.compile(r"(?i)^files?$")
KINDS = (  # of names, by their section's title
    (r"options?|flags?|arguments?|switches", "option"),
    (r"commands?|subcommands?", "command"),
    (r"variables?|environment", "variable"),
    (r"settings?|configuration|parameters?|keys?", "setting"),
    (r"functions?|methods?", "function"),
)


# Sections that lead elsewhere, or tell what was done, and no meanings.
NO_MEANINGS = re.compile(
    r"(?i)\b(?:references|bibliography|further reading|see also|related|next steps|learn|"
    r"to be updated|contents|navigation|resources|checklist|verifies|summary|sections|support|"
    r"changes|documentation|future|^for)\b"
)
# What praises or weighs; a list there says little of what a name means.
PRAISE = re.compile(
    r"(?i)\b(?:use cases|benefits|conclusions?|features|trade-?offs|goals|advantages|principles|"
    r"highlights|takeaways|comparison|lessons|pros|cons|risks|why|rules|performance|enhancements)\b"
)
EMPTY = words("the an of for to and or id speci all any is detai name in on with this that be")
# What stands before a remark, and is no name.
LABEL = re.compile(
    r"(?i)(?:the )?(?:pro|con|impact|statu|result|outcome|cause|fix|fixe|solution|problem|issue|"
    r"note|why|when|what|how|who|where|goal|purpose|benefit|use case|example|example use|"
    r"trade-?off|risk|mitigation|priority|effort|expected|actual|current|currently|before|after|"
    r"rationale|reason|option|step|phase|todo|fixed|new|old|input|output|description|location|file|"
    r"size|time|date|owner|author|source|license|advantage|disadvantage|pro tip|tip|warning|"
    r"version|total|summary|overview|action|decision|strategy|approach|implementation|"
    r"development|limitation|recommendation|verdict|conclusion|context|detail|best for)"
    r"(?:s|es)?(?: \w)?"
)


def asked(section: Section, about: About) -> Iterator[Asked]:
    if tells_changes(section.path):
        return
    meanings = not NO_MEANINGS.search(section.title) and not any(
        PRAISE.search(title) for title in section.path[-2:]
    )
    subject = about.name
    terms = [(place, unit) for place, unit in enumerate(section.units) if unit.kind == "term"]
    names = [unit.parts[0] for _, unit in terms]
    for place, unit in terms:
        name, told = unit.parts[0], unit.parts[1].removeprefix("- ")
        if names.count(name) > 1 or len(told) < 15 or told.count(" ") < 3:
            continue
        quote = opening(told, LONGEST) if whole(told) else (told if len(told) < 200 else None)
        if re.match(r"(?:is|are|was|were|or|and|[a-z)]+:) ", told):
            continue
        if not quote or is_pointing(quote) or quote.count("(") != quote.count(")"):
            continue
        if quote.endswith("?") or "{{" in quote:  # asks itself, or is filled in by another tool
            continue
        if not _says_more(name, quote):
            continue
        option = _option(name)
        status = STATUS.search(section.title) and re.fullmatch(r"-?\d+", name)
        shown = name if status else option or _name(name, quote)
        if shown and not (option or status):
            verb = " " in shown and not shown.startswith("`") and is_imperative(lower_first(shown))
            if not meanings or verb or LABEL.fullmatch(shown.strip("`")):
                continue
        if shown:
            category = "option" if option else "definition"
            wordings = tuple(_wordings(section, subject, shown, option, quote))
            key = shown.strip("`")
            if wordings:
                yield Asked(category, wordings, quote, place, place, key=key)
            yield from _reverse(section, subject, shown, option, told, place)


def _says_more(name: str, quote: str) -> bool:
    """Whether a text has two words more than the name: "Specify a project" of PROJECT has not."""
    said = {word.lower()[:5] for word in re.findall(r"[A-Za-z\d]{2,}", quote)}
    known = {word.lower()[:5] for word in re.findall(r"[A-Za-z\d]{2,}", name.replace("_", " "))}
    return len(said - known - EMPTY) > 1


def _option(name: str) -> str:
    """The option that a term is about, its longest spelling; "" where it is about none."""
    plain = name.replace("`", "")
    if not plain.startswith("-"):
        return ""
    found = OPTION.findall(re.sub(r"\[[^]]*\]|<[^>]*>", " ", plain))
    found = [one.rstrip("-.") for one in found if len(one) > 1]
    return code(max(found, key=len)) if found else ""


def _name(name: str, quote: str) -> str:
    """A term as a question writes it; "" where it is none that can be asked about."""
    bare = re.sub(r"^\d+\. | ?\([^()]*\)$", "", name.strip()).rstrip(":= ")
    found = re.match(r"([A-Z][A-Z_]{3,})[ =]", bare)
    bare = found[1] if found and "_" in found[1] else bare
    if re.search(r"[][<>%\"“”()]|\.\.", bare) or re.fullmatch(r"[\d.,x-]+", bare):
        return ""
    if not is_plain(bare) or len(bare) > 50 or len(bare.split()) > 5:
        return ""
    if "`" in bare:
        return bare if bare.count("`") == 2 and bare[0] == bare[-1] == "`" else ""
    if re.fullmatch(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[\w.-]*[_./=<>$~][\w./=<>$~-]*\w|\$\w+", bare):
        return code(bare)
    if re.fullmatch(r"[a-z][\w-]*", bare) and is_imperative(quote):
        return code(bare)
    return bare if re.search(r"[A-Za-z]{2}|\d", bare) else ""


def _wordings(section: Section, subject: str, shown: str, option: str, quote: str):
    # Where, for a name that alone would say little.
    inside = f" in {subject}" if subject and subject.lower() not in shown.lower() else ""
    title = section.title
    first = quote.split()[0].lower().strip(",.")
    does = is_imperative(quote) or base_of(first) is not None
    bare = shown.strip("`")
    if not shown.startswith("`") and (is_imperative(quote) or re.match(r"\w+ of\b", quote)):
        does = False  # "Clean interfaces", "Records of work"
    if STATUS.search(title):
        if re.fullmatch(r"-?\d+", bare):
            yield f"What does exit status {bare} mean{inside}?"
            yield f"{subject or 'The program'} ended with {bare}. What does that tell me?"
        return
    if option:
        yield f"What does {shown} do{inside}?"
        yield f"What is the option {shown}{f' of {subject}' if inside else ''} for?"
        yield f"What happens if I pass {shown}{f' to {subject}' if inside else ''}?"
        yield f"Explain the option {shown}{f' of {subject}' if inside else ''}."
        yield f"What effect does {shown} have{inside}?"
    elif ENVIRONMENT.search(title) and bare.isupper():
        yield f"What is the environment variable {shown} for?"
        yield f"What does setting {shown} change{inside}?"
        yield f"What does {shown} control{inside}?"
    elif FILES.search(title) and "/" in bare:
        yield f"What is {shown} for?"
        yield f"What does {subject or 'the program'} use {shown} for?"
    elif "/" in bare and is_imperative(quote):
        return  # what shall be done with a file
    elif shown.startswith("`") or (does and not (is_imperative(quote) and " " in shown)):
        if does:
            yield f"What does {shown} do{inside}?"
        yield f"What is {shown} for?" if does else f"What is {shown}{inside}?"
        yield f"What does the text say about {shown}?"
        yield f"Explain {shown}{inside}."
    else:
        names = any(word[:1].isupper() for word in shown.split()[1:])
        inner = shown if names else lower_first(shown)
        if SAYING.search(inner) or ASIDE.match(quote):
            return
        defined = re.match(r"(?:An?|The|Any|One|Each)\b", quote)
        if not defined and (" " not in inner or quote.count(" ") < 4):
            return  # a word before a remark
        if defined:
            yield f"What is meant by “{inner}”{inside}?"
        yield f"What does the text say about {inner}?"
        yield f"What should I know about {inner}?"


# What stands in a term's place and says something: "when to use", "length matters", "1-10 nodes".
SAYING = re.compile(
    r"(?i)^(?:no|when|how|why|what|where|if) |^\d|\b(?:vs|is|are|matters?|works?)\b"
)
# What is no meaning: a figure, a case, an advice.
ASIDE = re.compile(
    r"\W*\d|[\"“]|Complete (?:list|coverage)|.*\b(?:may|that)\b|"
    r"(?:Up to|Some|All|No|How to|Only|When|If|Use|Bug|Require)\b"
)


def _reverse(section: Section, subject: str, shown: str, option: str, told: str, place: int):
    """'Which option do I need to …?' with the name as the answer."""
    first = sentences(told)[0].rstrip(".")
    noun = "option" if option else _kind(section.title)
    if not noun or not is_plain(first) or not 12 < len(first) < 90 or re.search(r"[;:]", first):
        return
    if re.search(r"(?i)\b(?:this|these|it|its|that|above|below|other|another|same)\b", first):
        return
    if shown.strip("`").lstrip("-").lower() in first.lower() or (" " in shown and not option):
        return
    inside = f" {'of' if noun == 'option' else 'in'} {subject}" if subject else ""
    verb, _, rest = first.partition(" ")
    base = base_of(verb.lower())
    if is_imperative(first):
        act = lower_first(first)
        if act.startswith(("do not", "be ")):
            return
        wordings = (
            f"Which {noun}{inside} do I use to {act}?",
            f"I want to {act}. Which {noun} does that?",
            f"How do I tell {subject or 'it'} to {act}?" if option and subject else
            f"Which {noun} will {act}?",
        )  # fmt: skip
    elif base and rest:
        article = "an" if noun[0] in "aeiou" else "a"
        wordings = (
            f"Which {noun}{inside} {verb.lower()} {rest}?",
            f"I need {article} {noun} that {verb.lower()} {rest}. Which one is it?",
        )
    else:
        return
    yield Asked("option" if option else "definition", wordings, shown, place, place)


def _kind(title: str) -> str:
    for pattern, noun in KINDS:
        if re.search(rf"(?i)\b(?:{pattern})\b", title):
            return noun
    return ""
