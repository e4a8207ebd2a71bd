"""Whether something may be done: why not, and the question with what people say of it."""

from neural.domains.mtg.ruling import Asked
from neural.domains.mtg.voice import sentence


def because(problems: list[tuple[str, str]], n: str) -> tuple[list[str], list[str]]:
    """The reasons of a refusal with their rules, each once."""
    rules = list(dict.fromkeys(rule for rule, _ in problems))
    texts = list(dict.fromkeys(f"{reason.format(n=n)} (rule {rule})" for rule, reason in problems))
    return [sentence(text) for text in texts], rules


def permitted(
    words: str, verdict: str, why: tuple[list[str], list[str]], what: tuple, claim: str
) -> Asked:
    """A question for yes or no. `why`: reasons and rules; `claim`: what is asked about, with
    `{can}` where it says whether it is so."""
    can, other = ("cannot", "can") if verdict.startswith("No") else ("can", "cannot")
    reasons, rules = why
    said, contrary = (claim.replace("{can}", word) for word in (can, other))
    return Asked(words, verdict, reasons, rules, what, said, contrary)
