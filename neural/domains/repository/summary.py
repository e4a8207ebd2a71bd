"""What documentation says in its first sentence, in a form that questions can be made of."""

import re
from functools import lru_cache
from typing import NamedTuple

_VERBS = """
accept accumulate acquire activate add adjust advance aggregate align allocate allow analyze
append apply archive assemble assert assign attach authenticate authorize await batch begin bind
block boost bootstrap broadcast build bump cache calculate call cancel cast change check choose
clean clear clone close cluster coerce collapse collect combine commit compact compare compile
compress compute concatenate configure confirm connect construct consume contract convert copy
count create cut decide declare decode decompress decrement decrypt deduplicate define delegate
delete deliver deny derive describe deserialize detach detect determine disable disconnect
dispatch display divide download draw drop dump emit enable encode encrypt enforce enqueue ensure
enumerate erase escape estimate evaluate evict examine execute expand expire explain export extend
extract fail fetch fill filter finalize find finish fire fix flatten flip flush fold force format
forward free freeze gather generate get give group grow guarantee guess handle hash hide hold
identify ignore implement import increment index infer inherit initialise initialize inject insert
inspect install instantiate interpolate intersect invalidate invert invoke issue iterate join keep
label launch lex limit link list listen load locate lock log look lower make manage map mark mask
match materialize measure merge migrate minimize mix mock modify monitor mount move multiply
mutate name negate normalise normalize notify obtain open optimize order override overwrite pack
pad parse partition pass patch perform persist pick plot poll pop populate post prepare preprocess
prepend print process produce prompt propagate provide prune publish pull purge push put query
queue raise rank read rebuild recalculate receive recompute reconnect record recover redirect
reduce refresh register reject relabel release reload remove rename render reopen repeat replace
replay report request require reserve reset resize resolve restart restore restrict resume
retrieve retry return reverse revert revoke rewrite roll rollback rotate round route run sample
sanitize save scale scan schedule score search seek select send serialize serve set shift show
shrink shuffle shut shutdown sign simplify simulate skip sleep slice snapshot solve sort spawn
specify split start stop store stream strip submit subscribe subtract suggest sum summarize
suppress swap switch synchronize take tell terminate test throw toggle tokenize touch trace track
transfer transform translate traverse trigger trim truncate try turn unescape union unlock
unmarshal unpack unregister unwrap update upgrade upload use validate verify visit wait walk warn
watch wrap write yield zip
"""
VERBS = frozenset(_VERBS.split())
GIVES = frozenset(["return", "yield", "get", "retrieve", "obtain", "give"])
NOT_VERBS = frozenset(
    [
        "this",
        "its",
        "always",
        "is",
        "was",
        "has",
        "does",
        "as",
        "us",
        "address",
        "access",
        "process",
        "class",
    ]
)
LOOSE = re.compile(
    r"(?i)\b(?:this (?:method|function|class|type|struct|test|file|module)|see |same as|like the|"
    r"above|below|following|deprecated|internal use|todo|e\.g|i\.e|implements?\b)|https?:|:$|@\w"
)
JOINED = re.compile(  # "and attaches it": a second verb, which needs the same form as the first
    r"\b(and|or|then|but) ([a-z]+s) "
    r"(the|an?|it|its|them|their|to|all|each|any|every|into|from|with|true|false|nil|null|None)\b"
)
NAMED = re.compile(  # "The `Store.Get()` method, "
    r"(?i)(?:the )?[`'\"]?((?:[\w$]+[.#])*[\w$]+)(?:\(\))?[`'\"]?"
    r"(?: (?:function|method|class|struct|interface|type))?[,:]? (?:-+ )?"
)
END = re.compile(
    r"(?<=[\w)`'\"\]])\.(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*+@:]|\d+[.)]\s|#|Parameters|Args|Returns|Example))"
)


class Summary(NamedTuple):
    """The first sentence: `task` ("get the number of rows") where it says what is done, `being`
    ("an interface for stores") where it says what something is; one of them is ""."""

    task: str
    being: str
    sentence: str
    rest: str


@lru_cache(1 << 16)
def summary(doc: str, name: str) -> Summary | None:
    """What the documentation of `name` says first, None where it is no usable sentence."""
    if not doc:
        return None
    cut = END.search(doc)
    first = " ".join(doc[: cut.start() if cut else len(doc)].split()).strip(" .;:")
    rest = doc[cut.end() :].strip() if cut else ""
    named = NAMED.match(first)
    own = named and f".{named[1]}".replace("#", ".").lower().endswith(f".{name.lower()}")
    words = first[named.end() :] if own else first
    next_word = words.partition(" ")[0]
    if base(name) == name.lower() and words != first and next_word in ("a", "an", "the", "all"):
        words = first  # "Register a new tag": the verb, not the name
    words = re.sub(r"^(?:Also|Then|Now|First|Safely|Atomically) ", "", words)
    count = len(words.split())
    if not 3 <= count <= 30 or LOOSE.search(words) or words.count("`") % 2:
        return None
    if words.count("(") != words.count(")"):
        return None
    head, _, tail = words.partition(" ")
    verb = base(head)
    if verb:
        return Summary(_task(verb, tail), "", first, rest)
    if head.lower() in ("is", "are") and re.match(r"(?:an?|the|one|part) ", tail):
        return Summary("", tail, first, rest)
    if head.lower() in ("a", "an", "the"):
        return Summary("", f"{head.lower()} {tail}", first, rest)
    return None


def base(word: str) -> str:
    """The verb that 'returns' or 'Return' is a form of, "" where it is none that we know."""
    low = word.lower()
    if low in NOT_VERBS and low not in ("access", "process", "address"):
        return ""
    if low in VERBS:
        return low
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        stem = low.removesuffix(ending) + instead
        if low.endswith(ending) and stem in VERBS:
            return stem
    return ""


def plain(word: str) -> str:
    """The verb that 'running' is a form of, "" where it is none that we know."""
    stem = word.lower().removesuffix("ing")
    if stem == word.lower():
        return ""
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return next((verb for verb in (stem, f"{stem}e", doubled) if verb in VERBS), "")


def _task(verb: str, tail: str) -> str:
    """What somebody wants who needs this: nobody wants to return the number of rows."""
    tail = JOINED.sub(lambda found: f"{found[1]} {base(found[2]) or found[2]} {found[3]}", tail)
    if verb in ("return", "yield", "report", "tell") and re.match(
        r"(?i)(?:true|whether|if)\b", tail
    ):
        claim = re.sub(r"(?i)^(?:true )?(?:if and only if|iff|if|when|whether)\s+", "", tail)
        claim = re.sub(r"(?i)^true\s+", "", claim)
        claim = re.sub(
            r"(?:,| or| and)? ?(?:false|`?False`?) (?:otherwise|if not|else).*$", "", claim
        )
        return f"find out whether {re.sub(r', (?:false|otherwise).*$', '', claim)}"
    if verb in GIVES:
        return f"get {tail}"
    verb = {"initialise": "set up", "initialize": "set up", "instantiate": "create"}.get(verb, verb)
    return f"{verb} {tail}"


def short(doc: str, name: str) -> str:
    """One line that says what something is for, "" where documentation does not."""
    found = summary(doc, name)
    if found is None:
        return ""
    text = found.sentence.removeprefix("The ")
    text = text.removeprefix(f"{name} ") if text.startswith(f"{name} ") else found.sentence
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
