"""Changes: what a commit message asks for, and the lines that were changed for it."""

import re
from collections.abc import Iterator

from neural.domains.repository import languages
from neural.domains.repository.index import Origin
from neural.domains.repository.names import words
from neural.domains.repository.rows.draft import Draft, dice, say
from neural.domains.repository.summary import VERBS, base, plain
from neural.records import private, secrets
from neural.repositories import foreign, messages
from neural.repositories.foreign import TEST_FILE
from neural.repositories.source import Repository

MOST_FILES, MOST_LINES, MOST_HUNKS = 3, 40, 5  # of a change that one can learn from
WORDS = re.compile(r"[A-Za-z]{3,}")
VAGUE = re.split(
    r"\s+",
    """the and for with from that this into when not use using add adds added fix fixes fixed
remove removes make makes made update updates change changes allow support improve some more new
should all instead only also better code issue bug problem error handling handle small various
finish touches tweaks work works working done without before after between while than them""",
)
POINTS = re.compile(
    r"(?i)^(?:this|that|it|these|more|some|now|another|finally)\b|\betc\b|\.\.\.|[:;]-?[()]|"
    r"\b(?=[a-f]*\d)[0-9a-f]{6,40}\b|https?:|\br\d+$|\bper\b|"
    r"\b(?:again|now|works|review|feedback|comments?|suggest\w*|accident\w*|previous|earlier)\b"
)
# What people write who do not say what they did, or who changed nothing that runs.
SILENT = re.compile(
    r"(?i)(?:update|improve|tweak|polish|groom|clean|refactor|tidy|bump|release|adjust|enhance|"
    r"start|finish|continue|finali[sz]e|format|reformat|document|work|try|test|merge|correct)\b|"
    r".*\b(?:typos?|doc(?:s|umentation|strings?|blocks?)?|(?:js|java)docs?|lint\w*|pep ?-?8|style|"
    r"white ?space|spelling|grammar|wording|warnings?|pyflakes|flake8|ruff|mypy|imports?|version|"
    r"nits?|formatting|license|copyright|readme|changelog|indent\w*|clean ?up|plan|todo)\b"
)
# Verbs of commit messages beside those of documentation.
WISHES = frozenset(
    ["fix", "make", "don't", "do", "support", "ensure", "prefer", "respect", "avoid", "don’t",
     "expose", "deprecate", "pin", "permit", "raise", "rename", "require", "silence", "speed"]
)  # fmt: skip
COMMENT = re.compile(r"^\s*(?:#|//|/?\*|\"{3}|\'{3}|$)")
SIGNS = re.compile(r"[=(){}\[\];]|return|raise")  # which lines of a docstring seldom have
IMPORT = re.compile(
    r"^\s*(?:import\b|from \S+ import\b|(?:const|var|let) .*\brequire\(|\"[\w./-]+\"$)"
)
HEADER = re.compile(r"^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,(\d+))? @@.*$", re.M)
WORDINGS = (
    "{wish}. The code is from {file}; show the change as a diff.",
    "change {file} so: {wish}.",
    "please do this in {file}: {wish}. A diff, please.",
    "{wish}. What has to change in {file}?",
    "the task for {file}: {wish}.",
    "make this change: {wish} ({file}).",
)


def drafts(repository: Repository, origin: Origin, seed: int, most: int) -> Iterator[Draft]:
    """A question for each of the last `most` commits that changed a little code."""
    log = repository.git(
        "log",
        f"-n{most}",
        "--no-merges",
        "--no-ext-diff",
        "--no-textconv",
        "--no-renames",
        "--no-color",
        "--format=%x02%H%n%s%n%b%x01",
        "-p",
        "-U4",
        repository.revision,
        "--",
        *(f"*{ending}" for ending in languages.GRAMMARS),
    ).decode(errors="replace")
    for entry in log.split("\x02")[1:]:
        head, _, patch = entry.partition("\x01")
        commit, _, message = head.strip("\n").partition("\n")
        yield from _change(commit, message, patch, seed)


def _change(commit: str, message: str, patch: str, seed: int) -> Iterator[Draft]:
    subject = message.split("\n")[0]
    wish = messages.wish(subject)
    parts = re.split(r"^diff --git ", patch, flags=re.M)[1:]
    wish = wish.lstrip("-* ")
    if not wish or len(parts) > MOST_FILES:
        return
    if re.search(r"(?i)\btest", wish):  # which are not shown
        return
    code = [(path, part) for part in parts if (path := _path(part)) and not TEST_FILE.search(path)]
    if len(code) != 1:
        return
    path, part = code[0]
    head, _, rest = wish.partition(" ")
    head = plain(head) or _present(head)
    if head.lower() not in WISHES and not base(head):
        return
    wish = f"{head} {rest}"
    if SILENT.match(wish):
        return
    hunks = part[part.index("@@ -") :].rstrip("\n") if "@@ -" in part else ""
    changed = sum(line[:1] in "+-" for line in hunks.split("\n"))
    faulty = secrets.secret(hunks) or private.personal(hunks) or "\ufffd" in hunks
    if not _about(wish, hunks) or hunks.count("\n@@ ") >= MOST_HUNKS or not _runs(hunks):
        return
    if not hunks or not 2 <= changed <= MOST_LINES or hunks.count("\n") > 2 * MOST_LINES or faulty:
        return
    old = "\n\n".join(
        "\n".join(line[1:] for line in body.split("\n") if line[:1] in (" ", "-"))
        for body in HEADER.split(hunks)[4::4]
    ).strip("\n")
    if not old:
        return
    first = HEADER.search(hunks)
    rng = dice(seed, "history", commit)
    fence = languages.grammar(path).fence
    question = say(rng, WORDINGS, wish=wish[0].upper() + wish[1:], file=f"`{path}`")
    start = int(first[2])
    bare = HEADER.sub("@@", hunks)
    yield Draft(
        "change",
        commit,
        question,
        f"```diff\n{bare}\n```",
        path,
        start,
        start + max(0, int(first[3] or 1) - 1),
        context=f"```{fence}\n{old}\n```",
    )


def _present(verb: str) -> str:
    """`Add` of `Added` and `Adds`."""
    low = verb.lower()
    for stem in (low.removesuffix("ed"), low.removesuffix("d"), re.sub(r"(.)\1ed$", r"\1", low)):
        if low.endswith("ed") and stem in VERBS:
            return stem
    return base(verb) or verb


def _runs(hunks: str) -> bool:
    """Whether the change is of more than comments, imports, white space and quotation marks."""
    sides = []
    for sign in "+-":
        lines = [line[1:] for line in hunks.split("\n") if line[:1] == sign]
        code = [line for line in lines if not COMMENT.match(line) and not IMPORT.match(line)]
        sides.append(re.sub(r"[\s'\",]|(?<!\S)(?://|#).*", "", "\n".join(code)))
    return sides[0] != sides[1] and any(SIGNS.search(side) for side in sides)


def _about(wish: str, hunks: str) -> bool:
    """Whether the changed lines speak of what the message does, so that one follows from the
    other."""
    said = {word.lower()[:5] for word in WORDS.findall(wish.partition(" ")[2])}
    said -= {word[:5] for word in VAGUE}
    if POINTS.search(wish):
        return False
    changed = "\n".join(line for line in hunks.split("\n") if line[:1] in "+-")
    there = {word.lower()[:5] for name in WORDS.findall(changed) for word in words(name)}
    return len(said) > 1 and len(said & there) >= len(said) / 2


def _path(part: str) -> str:
    """The changed file, "" where it is new, gone, or in no language that is read."""
    found = re.search(r"^\+\+\+ b/(.+)$", part, re.M)
    if not found or re.search(r"^(?:new file|deleted file|Binary)", part, re.M):
        return ""
    path = found[1]
    return path if languages.grammar(path) and not foreign.name_fault(path) else ""
