"""Makes a Family of a draft: guesses what is missing, refuses what cannot be used."""

import re
import unicodedata
from collections import Counter

from neural.domains.cypher.own.draft import Draft, DraftLink, DraftNode
from neural.domains.cypher.own.guessing import keys, nouns, verbs
from neural.domains.cypher.own.guessing.ranges import parsed
from neural.domains.cypher.own.names import unquoted, unusable
from neural.domains.cypher.own.properties import complete
from neural.domains.cypher.schema import Family, NodeType, Property, Relationship, words
from neural.errors import UserError, nearest


def family(draft: Draft) -> Family:
    """The family that a draft describes; UserError where nothing of it can be used."""
    made = _Maker(draft)
    for label, node in draft.nodes.items():
        made.node(label, node)
    if not made.nodes:
        raise UserError(
            f"{draft.place}: no label has a STRING property that could name its nodes; expected at "
            "least one."
        )
    for link in draft.links:
        made.link(link)
    return Family(_plain(draft.name), made.nodes, made.links)


class _Maker:
    def __init__(self, draft: Draft) -> None:
        self.draft, self.refuse = draft, draft.refuse
        self.nodes: dict[str, NodeType] = {}
        self.links: list[Relationship] = []
        self.lines: dict[tuple, str] = {}  # where each relationship stands
        self.taken: set[str] = set()  # names of nodes: no two labels share one

    def node(self, label: str, node: DraftNode) -> None:
        if problem := unusable(label, "label", node.deliberate):
            return self.refuse(f"{node.place}: {problem}")
        key = self.key(label, node)
        if key is None:
            return None
        label_words = nouns.noun(label)
        singular = node.given.get("singular") or self.singular(label, label_words)
        if "singular" in node.given:
            plural = nouns.many(singular.split())
        else:
            plural = (
                nouns.many(label_words) if singular == " ".join(label_words) else f"{singular}s"
            )
        who = node.given.get("who", nouns.is_person(singular.split()))
        self.nodes[label] = NodeType(
            singular=singular,
            plural=node.given.get("plural", plural),
            key=key,
            properties=self.properties(node.properties, label_words, who, key),
            also=self.also(node),
            who=who,
            indexes=self.indexes(node, key),
        )
        return None

    def singular(self, label: str, label_words: list[str]) -> str:
        """The label's words; where another label has the same, the label itself."""
        said = " ".join(label_words)
        there = {node.singular.lower() for node in self.nodes.values()}
        return f"{' '.join(label.split())} node" if said.lower() in there else said

    def key(self, label: str, node: DraftNode) -> str | None:
        """The property that names nodes, asked for or chosen."""
        usable = {
            name: prop for name, prop in node.properties.items() if not unusable(name, "property")
        }
        asked = unquoted(node.given["key"])[0] if "key" in node.given else keys.choose(usable)
        if asked in usable and usable[asked].type == "STRING":
            return asked
        texts = [name for name, prop in usable.items() if prop.type == "STRING"]
        if not texts:
            self.refuse(
                f"{node.place}: label {label!r} has no STRING property that could name its nodes. "
                "Add one, such as name: STRING."
            )
        elif asked in usable:
            found = usable[asked].type
            self.refuse(
                f"{node.place}: label {label!r}: the key {asked!r} is {found}; it must be a "
                f"STRING: {', '.join(texts)}."
            )
        else:
            self.refuse(
                f"{node.place}: label {label!r} has no property {asked!r} for its key; known: "
                f"{', '.join(texts)}.{nearest(asked, texts)}"
            )
        return None

    def properties(
        self, drafts: dict, label: list[str], who: bool, key: str | None = None
    ) -> dict[str, Property]:
        found = {}
        said = Counter(words(name) for name in drafts)
        for name, draft in drafts.items():
            if problem := unusable(name, "property"):
                self.refuse(f"{draft.place}: {problem}")
                continue
            taken = self.taken if name == key else None
            prop = complete(name, draft, label, who, taken, self.refuse)
            if said[words(name)] > 1 and "noun" not in draft.given:
                prop.noun = name  # "releaseYear" beside "release_year"
            found[name] = prop
            if name == key:
                self.taken.update(prop.values)
        return found

    def also(self, node: DraftNode) -> str | None:
        also = node.given.get("also")
        if also is not None and not re.fullmatch(r"[^/]*\w[^/]*/[^/]*\w[^/]*", also):
            self.refuse(
                f"{node.place}: also: {also!r} must be a singular and a plural, as in film / films."
            )
        return also

    def indexes(self, node: DraftNode, key: str) -> list[str]:
        found = [name for name, prop in node.properties.items() if prop.indexed and name != key]
        for written in node.given.get("indexes", []):
            name = unquoted(written)[0]
            if name not in node.properties:
                known = ", ".join(node.properties)
                self.refuse(
                    f"{node.place}: indexes: no property {name!r}; known: {known}."
                    f"{nearest(name, node.properties)}"
                )
            found.append(name)
        return [name for name in dict.fromkeys(found) if not unusable(name, "property")]

    def link(self, link: DraftLink) -> None:
        what = f"{link.place}: relationship {link.type!r}"
        if problem := unusable(link.type, "relationship type"):
            return self.refuse(f"{link.place}: {problem}")
        for end in (link.source, link.target):
            if end not in self.nodes:
                known = ", ".join(self.nodes)
                return self.refuse(
                    f"{what}: no label {end!r}; known: {known}.{nearest(end, self.nodes)}"
                )
        if link.type in self.draft.nodes:
            return self.refuse(
                f"{what} is also a label, which the checking engine cannot hold. Rename one."
            )
        ends = (link.type, link.source, link.target)
        if ends in self.lines:
            return self.refuse(
                f"{what} from {link.source!r} to {link.target!r} is there already: "
                f"{self.lines[ends]}. Join them."
            )
        self.lines[ends] = link.place
        self.links.append(self.relationship(link))
        return None

    def relationship(self, link: DraftLink) -> Relationship:
        who = self.nodes[link.source].who
        guess = verbs.phrases(link.type, nouns.noun(link.source), nouns.noun(link.target), who)
        forward = link.given.get("forward", guess.forward)
        backward = link.given.get("backward", guess.backward)
        others = [r for r in self.links if (r.from_, r.to) == (link.source, link.target)]
        if "forward" not in link.given and any(
            forward == r.forward or backward == r.backward for r in others
        ):
            guess = verbs.fallback(link.type)  # OWNS beside OWNED
            forward, backward = guess.forward, link.given.get("backward", guess.backward)
        return Relationship(
            type=link.type,
            from_=link.source,
            to=link.target,
            forward=forward,
            backward=backward,
            plain=link.given.get("plain"),
            per_source=self.per_source(link, guess.per_source),
            properties=self.properties(link.properties, [], False),
        )

    def per_source(self, link: DraftLink, guess: list[int]) -> list[int]:
        written = link.given.get("per_source")
        try:
            found = parsed("INTEGER", written) if written is not None else guess
            if found[0] < 0:
                raise ValueError("cannot be less than 0")
        except ValueError as error:
            self.refuse(f"{link.place}: per_source {error}; expected for example [0, 4].")
            return guess
        return found


def _plain(name: str) -> str:
    """A name with which a graph's id can begin: letters, digits and underscores."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"\W+", "_", ascii_only.lower()).strip("_") or "own_graph"
