"""The kinds of questions that are about something of their own, each with how it is drawn."""

from collections.abc import Callable
from typing import NamedTuple

from neural.domains.mtg.ruling import Ruling
from neural.domains.mtg.scene import Dice
from neural.domains.mtg.tasks import (
    allowed,
    animating,
    changes,
    checking,
    copying,
    costing,
    declaring,
    equipping,
    later,
    losing,
    modal,
    morphing,
    play,
    tokens,
    triggers,
    words,
)


class Kind(NamedTuple):
    """One kind of question; `advanced` ones are drawn only with --include-advanced."""

    category: str
    share: float
    draw: Callable[[Dice, bool], Ruling]
    advanced: bool = False


SCENES: dict[str, Kind] = {
    "responses": Kind("stack", 0.2, play.responses),
    "fighting": Kind("combat", 0.17, play.fighting),
    "trampling": Kind("combat", 0.04, play.trampling),
    "checking": Kind("sba", 0.08, checking.checking),
    "dying": Kind("triggers", 0.06, triggers.dying),
    "entering": Kind("triggers", 0.06, triggers.entering),
    "ordering": Kind("triggers", 0.03, triggers.ordering),
    "timing": Kind("timing", 0.04, allowed.timing),
    "after_death": Kind("timing", 0.02, allowed.after_death),
    "attacking": Kind("timing", 0.03, declaring.attacking),
    "targeting": Kind("targets", 0.05, allowed.targeting),
    "blocking": Kind("blocks", 0.04, declaring.blocking),
    "keyword": Kind("keywords", 0.03, words.keyword),
    "lookup": Kind("rules", 0.03, words.lookup),
    "basics": Kind("rules", 0.03, words.basics),
    "policy": Kind("policy", 0.03, words.policy),
    "equipping": Kind("equipment", 0.05, equipping.equipping),
    "delaying": Kind("triggers", 0.03, later.delaying),
    "conditional": Kind("triggers", 0.03, later.conditional),
    "costing": Kind("costs", 0.03, costing.costing),
    "losing": Kind("sba", 0.03, losing.losing),
    "copying": Kind("copies", 0.04, copying.copying),
    "tokens": Kind("tokens", 0.04, tokens.making),
    "modal": Kind("modes", 0.04, modal.choosing),
    "morphing": Kind("morph", 0.04, morphing.morphing),
    "animating": Kind("layers", 0.03, animating.animating, True),
    "layering": Kind("layers", 0.06, changes.layering, True),
    "replacing": Kind("replacement", 0.03, changes.replacing, True),
}
