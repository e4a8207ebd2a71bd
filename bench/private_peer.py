"""The same questions to Presidio, with its patterns and without a model; run by bench/private.py.

python bench/private_peer.py FILE.json
"""

import json
import sys
import time

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine

WANTED = ["EMAIL_ADDRESS", "CREDIT_CARD", "IBAN_CODE", "PHONE_NUMBER", "IP_ADDRESS", "US_SSN"]


class Blank(SpacyNlpEngine):
    """spaCy without a model: splits words, knows no names."""

    def __init__(self) -> None:
        import spacy

        super().__init__()
        self.nlp = {"en": spacy.blank("en")}


def main() -> None:
    with open(sys.argv[1]) as file:
        given = json.load(file)
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    engine = AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=["en"])

    def find(text: str) -> list:
        return engine.analyze(text, language="en", entities=WANTED, score_threshold=0.3)

    def covered(datum: str, text: str) -> bool:
        start = text.index(datum)
        return any(one.start <= start and start + len(datum) <= one.end for one in find(text))

    found = sum(covered(datum, text) for _, datum, text in given["plants"])
    alarms = sum(bool(find(text)) for text in given["hostile"])
    began = time.process_time()
    for text in given["prose"]:
        find(text)
    print(json.dumps({"found": found, "alarms": alarms, "seconds": time.process_time() - began}))


if __name__ == "__main__":
    main()
