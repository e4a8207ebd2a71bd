"""Documentation as people read it: what speaks to documentation tools goes or becomes words."""

import html
import re

ROLE = re.compile(r":(?:[a-z]+:)?[a-z]+:`([^`]*)`")  # :meth:`~flask.Flask.run`
BLOCK = re.compile(  # what changed when, and what a tool shall fill in, with the lines below it
    r"^([ \t]*)\.\. (?:version\w+|deprecated|auto\w+|(?:current)?module|seealso)::.*"
    r"(?:\n(?:[ \t]*|\1[ \t]+\S.*)(?=\n|\Z))*",
    re.M,
)
CODE = re.compile(r"^[ \t]*\.\. (?:code-block|sourcecode|highlight)::.*\n?", re.M)
TITLE = re.compile(r"\A[^\n]+\n([~=*^-])\1{3,}[ \t]*\n+(?=\S)")
TAG = re.compile(
    r"^[ \t]*@(?:author|since|version|private|public|internal|protected|event|api|summary|group|"
    r"category|hidden|module|packageDocumentation|document|override|inheritDoc|see)\b.*\n?",
    re.M,
)
LINK = re.compile(r"\{@(?:code|link(?:plain)?|literal|value)\s+((?:[^{}]|\{[^{}]*\})*)\}")
DETAILS = re.compile(
    r"^[ \t]*(?:@\w|:\w+[^:\n]*:(?:\s|$)|#*[ \t]*(?:Param(?:eter)?s|Args|Arguments|Returns?|Raises|"
    r"Examples?|Usage|References|See Also)\b:?[ \t]*$)",
    re.M,
)
WORDS = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])|\d+")
# Words that any documentation may have.
_PLAIN = """
the an of for to and in on with by from that this it its as be is are was or if when where which
will can may not no each all any one two returns return gets get sets set has have function method
class struct type interface handles handle implements implement performs perform represents
represent provides provide executes execute value values given specified new object instance
default helper utility used uses use does do data
"""
PLAIN = frozenset(_PLAIN.split())


def clean(doc: str) -> str:
    """Documentation without the marks of Sphinx, Javadoc and TSDoc."""
    if ":`" in doc:
        doc = ROLE.sub(lambda found: f"`{_role(found[1])}`", doc)
    if "::" in doc:
        doc = CODE.sub("", BLOCK.sub("", doc))
    if "@" in doc:
        doc = TAG.sub("", LINK.sub(r"`\1`", doc))
    if "&" in doc:
        doc = html.unescape(doc)
    return re.sub(r"\n\s*\n\s*\n+", "\n\n", TITLE.sub("", doc)).strip()


def _role(text: str) -> str:
    """What a role shows: `text` of `text <target>`, the last name of `~package.name`."""
    shown, _, target = text.partition(" <")
    if not target and text.startswith("~"):
        shown = text.rpartition(".")[2]
    return shown.lstrip("~!.")


def description(doc: str) -> str:
    """The part that says what something is, before parameters, results and examples."""
    found = DETAILS.search(doc)
    return doc[: found.start() if found else len(doc)].strip()


def news(doc: str, *names: str) -> int:
    """How many words of a documentation say something that the names do not say."""
    known = {word.lower()[:4] for name in names for word in WORDS.findall(name)}
    said = {word.lower() for word in WORDS.findall(doc)} - PLAIN
    return sum(word[:4] not in known for word in said)
