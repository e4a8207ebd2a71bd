"""Meaning to English."""

from random import Random

from neural.domains.cypher.model import ADMIN, WRITES
from neural.domains.cypher.voice import links, listings, numbers
from neural.domains.cypher.voice.admin import request
from neural.domains.cypher.voice.ask import ask
from neural.domains.cypher.voice.explain import explain
from neural.domains.cypher.voice.phrases import Voice
from neural.domains.cypher.voice.wording import sentence
from neural.domains.cypher.voice.writes import order


def english(meaning: object, rng: Random, natural: bool) -> str:
    """One wording of what is meant."""
    say = request if isinstance(meaning, ADMIN) else order if isinstance(meaning, WRITES) else ask
    return sentence(say(meaning, Voice(rng, natural)))


__all__ = ["Voice", "english", "explain", "links", "listings", "numbers"]
