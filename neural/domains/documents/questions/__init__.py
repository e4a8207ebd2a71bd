"""Questions that a section answers, by what its text is made of."""

from collections.abc import Iterator

from neural.domains.documents.outline import Section
from neural.domains.documents.questions import howto, lists, sentences, tables, terms
from neural.domains.documents.questions.asked import About, Asked

MAKERS = (terms.asked, tables.asked, lists.asked, howto.asked, sentences.asked)
CATEGORIES = (
    "option", "definition", "table", "list", "procedure", "code", "fact", "number", "reason",
    "condition", "warning", "absent",
)  # fmt: skip


def asked(section: Section, about: About) -> Iterator[Asked]:
    """All questions to a section of a document."""
    for maker in MAKERS:
        yield from maker(section, about)
