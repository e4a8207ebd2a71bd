"""Meaning to Cypher."""

from neural.domains.cypher.model import ADMIN, WRITES
from neural.domains.cypher.render.admin import manage
from neural.domains.cypher.render.match import Renderer
from neural.domains.cypher.render.reads import read
from neural.domains.cypher.render.writes import write


def cypher(meaning: object) -> str:
    """The query that does what is meant."""
    if isinstance(meaning, ADMIN):
        return manage(meaning, Renderer())
    return (write if isinstance(meaning, WRITES) else read)(meaning, Renderer())
