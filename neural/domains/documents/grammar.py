"""The little English that turns statements into questions. What it is not sure of it refuses."""

import re


def words(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


# Verbs of technical writing, by which an imperative is told from a noun.
VERBS = words(
    """
    cause reread
    accept access activate add adjust allow analyze append apply archive ask assign attach
    avoid back begin bind block boot break build bundle bypass cache calculate call cancel
    change check choose clean clear clone close collect combine commit compare compile
    compress compute configure connect consider continue control convert copy create
    customize deactivate debug declare decode decompress decrease decrypt define delete
    deploy describe detect determine disable discard display distribute do download drop
    dump edit embed emit enable encode encrypt end enforce ensure enter erase escape
    evaluate examine exclude execute exit expand export expose extend extract fetch filter
    find finish fix follow force format forward generate get give go grant group guarantee
    handle hide hold host ignore implement import include increase indicate inherit
    initialize insert inspect install integrate interpret invoke join keep kill launch let
    limit link list listen load locate lock log look maintain make manage map mark mask
    match measure merge migrate minimize modify monitor mount move name navigate obtain omit
    open optimize order output overlay override overwrite pack parse pass perform pick pin
    plot point prefer prefix prepare preserve press prevent print process produce profile
    prompt protect provide publish pull push put query quit raise read rebuild receive
    recompile record recover recurse redirect reduce refer refresh register release reload
    remove rename repair repeat replace report request require reset resolve restart restore
    restrict resume retrieve return reuse reverse revert rewrite rotate run sample save scan
    schedule search select send serve set setup share show shut sign silence simulate skip
    sort specify split start stop store strip submit subscribe subtract suppress switch
    synchronize tag take tell terminate test toggle trace track train transfer transform
    translate treat trim try turn type undo uninstall unlock unmount unpack unset update
    upgrade upload use validate verify view visit wait walk warn watch wrap write yield zip
    """
)
AUXILIARIES = words(
    """
    is are was were can could will would should must may might has have does do
    """
)
PRONOUNS = words(
    """
    it this that these those they he she we there here what which who one another each both
    all some any most many such none other others everything nothing something you i your
    """
)
OPENERS = words(
    """
    furthermore moreover
    if when while as in on at for by with without from to after before during since because
    although though unless until once where whether however therefore thus then also but and
    or so note notice see please for_example instead otherwise finally first second next
    only not even just like unlike rather besides about over under between
    """
)
IRREGULAR = {"has": "have", "does": "do", "goes": "go"}
IS_BASE = words(
    """
    access bypass compress decompress express pass process press discuss
    """
)


def is_imperative(text: str) -> bool:
    """Whether a sentence begins with a verb that asks for something to be done."""
    found = re.match(r"([A-Z]?[a-z]+)(?=[\s,;.]*(?:\s|$))(?: (\S+))?", text)
    if not found or found[1].lower() not in VERBS:
        return False
    # 'List of files', 'Output is sorted': nouns.
    return (found[2] or "") not in (
        "of",
        "is",
        "are",
        "was",
        "were",
        "can",
        "may",
        "will",
        ":",
        "to",
    )


def base_of(verb: str) -> str | None:
    """The base of a third person's form: 'writes' is 'write'; None for what is no such form."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb in IS_BASE or not verb.endswith("s") or verb.endswith("ss"):
        return None
    for stem in (verb[:-1], verb[:-2], f"{verb[:-3]}y"):
        if stem in VERBS or stem in MORE_VERBS:
            return stem
    return None


# Of what things do of themselves.
MORE_VERBS = words(
    """
    apply appear become begin behave belong come consist contain correspond cost count cover
    default depend differ exist expect expire fail fall happen hang have help imply know
    lack lead learn live look matter mean need occur own pass prefer rely remain represent
    rest run say see seem signal speak stand stay stem suffice suit support teach tell think
    want weigh work
    """
)


def gerund(verb: str) -> str:
    """'use' is 'using', 'run' is 'running'."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb) and verb not in ("look", "read"):
        return f"{verb}{verb[-1]}ing"
    return f"{verb}ing"


_GERUNDS = {gerund(verb): verb for verb in VERBS} | {
    "committing": "commit", "beginning": "begin", "permitting": "permit", "submitting": "submit",
    "resetting": "reset", "unzipping": "unzip", "debugging": "debug", "getting": "get",
    "setting": "set", "putting": "put", "cutting": "cut", "quitting": "quit", "writing": "write",
    "plotting": "plot", "stripping": "strip", "trimming": "trim", "dropping": "drop",
    "splitting": "split", "stopping": "stop", "unpinning": "unpin", "shutting": "shut",
}  # fmt: skip


def from_gerund(word: str) -> str | None:
    """'Installing' is 'install'; None for what is no verb that is known."""
    return _GERUNDS.get(word.lower())


def lower_first(text: str) -> str:
    """The first letter small, unless the word is a name, an abbreviation or code."""
    word = re.match(r"[\w'-]*", text)[0]
    usual = word[1:].islower() or (len(word) == 1 and word in ("A", "I"))
    return text[0].lower() + text[1:] if usual and word != "I" and text else text


def upper_first(text: str) -> str:
    """The first letter a capital, unless it begins a piece of code."""
    return text[0].upper() + text[1:] if re.match(r"[a-z]+(?:[\s,;]|$)", text) else text


VAGUE = words(
    """
    value argument option flag file command default name number parameter mode field values flags
    options arguments string list result feature setting variable function method entry key
    """
)


def is_vague(subject: str) -> bool:
    """Whether a subject is 'the value', 'an option': of which nobody knows which one it is."""
    parts = subject.lower().split()
    return len(parts) < 3 and parts[-1] in VAGUE


def is_subject(text: str) -> bool:
    """Whether a phrase can stand as somebody or something: short, no pronoun, one piece."""
    words = text.split()
    if not 0 < len(words) <= 7 or re.search(r"[,;:()!?\"“”]", text):
        return False
    first = words[0].lower()
    if first in PRONOUNS or first in OPENERS or first.endswith("ly") or from_gerund(first):
        return False
    last = words[-1].lower()
    if last in OPENERS or last in PRONOUNS or last in ("a", "an", "the", "of", "not", "also"):
        return False
    inner = {word.lower() for word in words[1:]}
    return not inner & {*AUXILIARIES, "that", "which", "who", "not", "if", "when", "and", "or"}


def sentence_case(title: str, known: frozenset[str]) -> str:
    """A title whose words are written small where the document writes them so elsewhere."""

    def small(found: re.Match) -> str:
        word = found[0]
        usual = word[1:].islower() or (word.isupper() and len(word) > 3)
        return word.lower() if usual and word.lower() in known else word

    return re.sub(r"(?<![\w`./-])[A-Z][A-Za-z]+(?![\w`./-])", small, title)


_YOURS = (
    (r"\byou're\b|\byou are\b", "I am"), (r"\byou were\b", "I was"), (r"\byou've\b", "I've"),
    (r"\byou'll\b", "I'll"), (r"\byourself\b", "myself"), (r"\byours\b", "mine"),
    (r"\byour\b", "my"),
    (r"(?:(?<=^)|(?<=\bif )|(?<=\bwhen )|(?<=\bthat )|(?<=\bwhat )|(?<=\bwhere )|(?<=\bhow )|"
     r"(?<=\bwhich )|(?<=\band )|(?<=\bor )|(?<=\bonce )|(?<=\bas )|(?<=, )|(?<=\bthan )|"
     r"(?<=\buntil )|(?<=\bthings )|(?<=\bfiles ))you\b(?=[ ][a-z]+)", "I"),
    (r"\byou(?= (?:want|need|have|can|use|would|wish|like|do|did|will|should|must|may)\b)", "I"),
    (r"\byou\b", "me"),
)  # fmt: skip


def mine(act: str) -> str:
    """What a text tells 'you', as the asker says it."""
    for pattern, said in _YOURS:
        act = re.sub(pattern, said, act)
    return act


def is_plural(subject: str) -> bool:
    """A guess by the head of the phrase: the word before 'of', 'in', 'for', or the last."""
    head = re.split(r" (?:of|in|for|with|from|to|on|at) ", subject)[0].split()[-1].strip("`*\"'")
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s"))


MASS = words(
    """
    access authentication caching code configuration data documentation encryption help
    information input logging memory metadata monitoring output security software support text
    """
)


def is_object(rest: str) -> bool:
    """Whether what follows a gerund is whole: a name, a plural, something with an article, "on
    Windows"; "decorator" of "Caching decorator" is none."""
    if re.match(
        r"(?i)(?:an?|the|your|all|each|multiple|another|with|in|on|as|for|from|into)\b", rest
    ):
        return True
    head = re.split(r" (?:of|in|for|with|from|to|on|at|by|using|via|as) ", f"{rest} ")[0]
    head = head.split()[-1] if head.split() else ""
    return head in MASS or not head.islower() or is_plural(head)


def is_mixed(title: str, cased: str) -> bool:
    """Whether a title in which all words had capitals kept some, of names or of words that the
    document writes nowhere else: nobody can tell."""
    words = [word for word in title.split()[1:] if len(word) > 3]
    kept = [word for word in cased.split()[1:] if re.fullmatch(r"[A-Z][a-z]+", word)]
    lowered = [word for word in cased.split()[1:] if len(word) > 3 and word.islower()]
    return bool(kept and lowered) and all(word[0].isupper() or not word.isalpha() for word in words)


SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[`]?[A-Z`“])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|Fig|Mr|Ms|Mrs|Dr|St|No|resp|approx|incl|Inc|Ltd|al)|\b[A-Z])\.$"
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; abbreviations end none."""
    found, start = [], 0
    for cut in SENTENCE_END.finditer(text):
        piece = text[start : cut.start()]
        if _ABBREVIATED.search(piece) or piece.count("`") % 2:
            continue
        found.append(text[start : cut.end()].strip())
        start = cut.end()
    if text[start:].strip():
        found.append(text[start:].strip())
    return found


def opening(text: str, most: int) -> str | None:
    """As many whole sentences from a text's beginning as `most` characters hold; None if none."""
    taken = 0
    for sentence in sentences(text):
        end = text.find(sentence, taken) + len(sentence)
        if end > most:
            break
        taken = end
    return text[:taken].strip() or None


def whole(text: str) -> bool:
    """Whether a text is one or more whole sentences and no piece of one."""
    return bool(re.match(r"[\"'(\[`“-]*[A-Z0-9`]", text)) and text.rstrip("\"')`*”").endswith(
        (".", "!", "?")
    )
