"""A scene at the table: a game being set up and played, and the words of who tells about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from neural.domains.mtg import combat, stack
from neural.domains.mtg.cards import Card, cards
from neural.domains.mtg.entering import COPIES, WILD
from neural.domains.mtg.facts import instructions
from neural.domains.mtg.layers import creatures
from neural.domains.mtg.legal import matches, target_problems
from neural.domains.mtg.state import Game, Item, Player, Thing
from neural.domains.mtg.voice import Voice, article, draw_voice, listing, name, sentence

HARM = {"damage", "destroy", "bury", "exile", "bounce", "frog", "base", "edict", "tap", "lose"}
HARM |= {"steal", "strip", "recolor", "retarget", "forestall"}
HELP = {"grant", "regenerate", "shield", "flicker", "untap", "gain"}


class NoScene(Exception):
    """This draw led nowhere: nothing legal to do, or nothing worth asking."""


class Dice(Random):
    """Draws what happens from one source and how it is worded from another."""

    def __init__(self, seed: str, wording: int = 0, cards: tuple[Card, ...] = ()):
        super().__init__(seed)
        self.cards = cards  # the user's own
        self.words = Random(f"{seed} words {wording}")


@dataclass
class Scene:
    """The game, who tells of it, and what was said so far. `key` collects the structure."""

    rng: Dice
    voice: Voice
    game: Game = field(default_factory=Game)
    said: list[str] = field(default_factory=list)
    used: list[Card] = field(default_factory=list)
    key: list = field(default_factory=list)
    opp: str = "my opponent"

    @classmethod
    def draw(cls, rng: Dice) -> "Scene":
        return cls(rng, draw_voice(rng))

    @property
    def active(self) -> Player:
        return self.game.active

    def pick(self, *wordings: str) -> str:
        return self.rng.words.choice(wordings)

    def card(self, wanted: Callable[[Card], bool]) -> Card:
        """A card that the scene does not have yet."""
        fits = self._own(wanted) or self._soon(wanted)
        if fits is None:
            fitting = [one for one in pool() if one not in self.used and wanted(one)]
            if not fitting:
                raise NoScene
            fits = self.rng.choice(fitting)
        self.used.append(fits)
        self.key.append(signature(fits))
        return fits

    def special(self, player: Player, wanted: Callable[[Card], bool]) -> Thing:
        """A card in hand that only scenes about its own kind of ability have."""
        fits = [one for one in special() if one not in self.used and wanted(one)]
        if not fits:
            raise NoScene
        card = self.rng.choice(fits)
        self.used.append(card)
        self.key.append((player.seat, signature(card)))
        return self.game.hand(card, player)

    def _own(self, wanted: Callable[[Card], bool]) -> Card | None:
        """Half of the time one of the user's own cards, where one fits."""
        if not self.rng.cards or self.rng.random() < 0.5:
            return None
        own = [one for one in self.rng.cards if one not in self.used and wanted(one)]
        return self.rng.choice(own) if own else None

    def _soon(self, wanted: Callable[[Card], bool]) -> Card | None:
        """One of the first draws, as most fit soon and looking at every card is slow."""
        for _ in range(60):
            one = self.rng.choice(pool())
            if one not in self.used and wanted(one):
                return one
        return None

    def creature(self, player: Player, wanted=lambda card: True, **more) -> Thing:
        """A creature on the battlefield."""
        chosen = self.card(lambda card: card.is_creature and wanted(card))
        self.key.append((player.seat, sorted(more.items())))
        return self.game.put(chosen, player, **more)

    def permanent(self, player: Player, wanted: Callable[[Card], bool]) -> Thing:
        self.key.append(player.seat)
        return self.game.put(self.card(wanted), player)

    def hand(self, player: Player, wanted: Callable[[Card], bool]) -> Thing:
        self.key.append(player.seat)
        return self.game.hand(self.card(wanted), player)

    def acting(self, player: Player) -> str:
        """Who acts; who was named before may become `they`."""
        v = self.voice
        if v.me in (None, player.seat) or not self.said or self.rng.words.random() < 0.55:
            return v.who(player)
        return "they"

    def does(self, player: Player, verb: str) -> str:
        """Subject and verb of who acts."""
        subject = self.acting(player)
        return f"{subject} {verb if subject == 'they' else self.voice.verb(player, verb)}"

    def board(self) -> str:
        """Who controls what."""
        parts = []
        for player in self.rng.words.sample(self.game.players, 2):
            theirs = [one for one in self.game.battlefield() if one.controller is player]
            if theirs:
                parts.append(self._control(player, theirs))
        if self.rng.words.random() < 0.6:
            return sentence(listing(parts))
        return " ".join(map(sentence, parts))

    def _control(self, player: Player, theirs: list[Thing]) -> str:
        things = listing([self.with_state(one) for one in theirs])
        v = self.voice
        return self.pick(
            f"{v.does(player, 'control')} {things}",
            f"{v.does(player, 'have')} {things} on the battlefield",
            f"{v.does(player, 'have')} {things} in play",
            f"{v.does(player, 'have')} {things} out",
        )

    def with_state(self, thing: Thing) -> str:
        """The name with counters, damage, an Aura or being tapped, where it has any."""
        notes = []
        for number, counter in ((thing.plus, "+1/+1"), (thing.minus, "-1/-1")):
            if number:
                notes.append(f"{number} {counter} counter{'s' * (number > 1)} on it")
        if thing.damage:
            notes.append(f"{thing.damage} damage already marked on it")
        if thing.attached:
            notes.append(f"attached to {name(thing.attached)}")
        if thing.tapped and not thing.attacking:
            notes.append("tapped")
        if thing.sick:
            cast = "cast this turn" if thing.card.is_creature else "played this turn"
            notes.append(self.pick("which came in this turn", cast, "new this turn"))
        text = self.token(thing) if thing.token else name(thing)
        text = f"a{text.removeprefix('the')}" if text.startswith("the face-down ") else text
        return f"{text} ({', '.join(notes)})" if notes else text

    def token(self, thing: Thing) -> str:
        """`a 1/1 white Spirit token with flying`: no card tells what it is."""
        card = thing.card
        words = f" with {listing(sorted(card.keywords))}" if card.keywords else ""
        color = listing(sorted(card.colors)) or "colorless"
        return f"{article(f'{card.power}/{card.toughness}')} {color} {card.name} token{words}"

    def cast(
        self,
        player: Player,
        thing: Thing,
        targets: Sequence = (),
        pay=None,
        mode: int | None = None,
    ) -> Item:
        """Casts and says so. `mode`: the place of the one that is chosen of a modal spell."""
        over = self.game.stack[-1] if self.game.stack else None
        if "cost sac creature" in thing.card.statics and pay is None:
            victims = [one for one in creatures(self.game, player) if one not in targets]
            if not victims:
                raise NoScene
            pay = self.rng.choice(victims)
            self.key.append(self.places([pay]))
        x = self.rng.randint(1, 5) if "X" in thing.card.cost else 0
        modes = () if mode is None else (mode,)
        item = stack.cast(self.game, player, thing, list(targets), pay, x, modes)
        text = self._casting(player, thing, targets, pay, x)
        if mode is not None:
            what = instructions(thing.card.modes[mode])
            text += self.pick(f' with the mode "{what}"', f', choosing "{what}"', f' ("{what}")')
        self._say(player, text, over)
        self.key.append(("cast", player.seat, self.places(targets), modes))
        return item

    def _casting(self, player: Player, thing: Thing, targets: Sequence, pay, x: int) -> str:
        what = name(thing)
        if x:
            self.key.append(("x", x))
            what += self.pick(f" (X = {x})", f" (X is {x})", f" for X={x}")
        at = listing([self.aim(target, player) for target in targets])
        extra = f", sacrificing {name(pay)}" if pay else ""
        if not targets:
            return f"{self.does(player, self.pick('cast', 'cast', 'play'))} {what}{extra}"
        if isinstance(targets[0], Player | Item) or len(targets) > 1:
            return f"{self.does(player, 'cast')} {what} targeting {at}{extra}"
        return self.pick(
            f"{self.does(player, 'cast')} {what} on {at}{extra}",
            f"{self.does(player, 'cast')} {what} targeting {at}{extra}",
            f"{self.does(player, 'target')} {at} with {what}{extra}",
            f"{self.does(player, 'aim')} {what} at {at}{extra}",
        )

    def aim(self, target: object, by: Player | None = None) -> str:
        if isinstance(target, Player):
            own = "myself" if self.voice.who(target) == "I" else "themselves"
            return own if target is by else self.voice.whom(target)
        if isinstance(target, Item) and target.kind != "spell":
            return f"the ability of {target.name}"
        return name(target)

    def _say(self, player: Player, text: str, over: Item | None) -> None:
        if over is not None:
            what = name(over)
            if over.kind == "spell":
                plain = (f"in response, {text}", f"in response {text}", f"{text} in response")
            else:
                what = f"the trigger of {over.name}" if over.kind == "triggered" else what
                plain = (f"in response to {what}, {text}", f"{text} in response to {what}")
            text = self.pick(
                *plain,
                f"with {what} still on the stack, {text}",
                f"before {what} resolves, {text}",
            )
        self.said.append(text)

    def activate(self, player: Player, thing: Thing, targets: Sequence = (), pay=None) -> Item:
        """Activates and says so."""
        over = self.game.stack[-1] if self.game.stack else None
        item = stack.activate(self.game, player, thing, list(targets), pay)
        what = name(thing)
        cost = item.source.card.activated[0]
        at = f", targeting {listing([self.aim(t, player) for t in targets])}" if targets else ""
        if item.ops[0].verb == "equip":
            host = name(targets[0])
            text = self.pick(
                f"{self.does(player, 'equip')} {what} to {host}",
                f"{self.does(player, 'equip')} {host} with {what}",
                f"{self.does(player, 'activate')} the equip ability of {what}, targeting {host}",
            )
        elif cost.sacrifices == "self":
            text = f"{self.does(player, 'sacrifice')} {what} for its ability{at}"
        elif cost.sacrifices:
            to = f"to {what}" if pay is not thing else "to its own ability"
            text = f"{self.does(player, 'sacrifice')} {name(pay)} {to}{at}"
        else:
            text = self.pick(
                f"{self.does(player, 'activate')} {what}{at}",
                f"{self.does(player, 'activate')} the ability of {what}{at}",
            )
        self._say(player, text, over)
        self.key.append(("activate", player.seat, self.places(targets), self.places([pay])))
        return item

    def attack(self, attackers: list[Thing]) -> None:
        combat.attack(self.game, attackers)
        who = listing([name(one) for one in attackers])
        self.said.append(
            self.pick(
                f"{self.does(self.active, 'attack')} with {who}",
                f"{self.does(self.active, 'swing')} with {who}",
                f"{self.does(self.active, 'declare')} {who} as {'an attacker' if len(attackers) == 1 else 'attackers'}",
            )
        )
        self.key.append(("attack", self.places(attackers)))

    def block(self, blocks: dict[Thing, list[Thing]]) -> None:
        self.resolve()
        combat.block(self.game, blocks)
        v, foe = self.voice, self.game.other(self.active)
        subject = self.acting(foe)
        texts = []
        for attacker, blockers in blocks.items():
            if blockers:
                it = name(attacker) if len(blocks) > 1 or self.rng.words.random() < 0.5 else "it"
                who = listing([name(one) for one in blockers])
                verb = self.pick(
                    "block", "block", "double-block" if len(blockers) == 2 else "block"
                )
                form = verb if subject == "they" else v.verb(foe, verb)
                texts.append(f"{form} {it} with {who}")
        if not texts:
            verb = "do" if subject == "they" else v.verb(foe, "do")
            texts.append(f"{verb} not block")
        self.said.append(f"{subject} {listing(texts)}")
        self.key.append(("block", [(self.places([a]), self.places(b)) for a, b in blocks.items()]))

    def places(self, targets: Sequence) -> list:
        """Targets as places in the scene: the structure without names."""
        found = []
        for target in targets:
            if isinstance(target, Player):
                found.append(f"p{target.seat}")
            elif isinstance(target, Item):
                found.append(f"i{[one.name for one in self.used].index(target.name)}")
            elif isinstance(target, Thing):
                printed = (target.printed or target.card).name
                names = [one.name for one in self.used]
                found.append("token" if target.token else names.index(printed))
        return found

    def options(self, filter_: str, player: Player, source: Thing) -> list:
        """Everything that may be targeted."""
        everything = [*self.game.players, *self.game.battlefield(), *self.game.stack]
        if filter_.endswith("card"):
            everything = self.game.graveyard(player)
        return [
            one
            for one in everything
            if one is not source
            and matches(self.game, filter_, one, player, source)
            and not target_problems(self.game, filter_, one, player, source)
        ]

    def aimed(self, player: Player, thing: Thing, toward: object = None) -> list:
        """Targets that a sensible player would choose; NoScene where there are none."""
        chosen: list = []
        slots = targets_with_ops(thing.card)
        for filter_, verb, amount in slots:
            options = [o for o in self.options(filter_, player, thing) if o not in chosen]
            harmful = verb in HARM or (verb.startswith("counter") and verb != "counters")
            if verb in ("pump", "counters", "switch"):
                harmful = amount < 0
            if verb == "fight" or verb == "bite":
                harmful = filter_.startswith("foe")
            good = [o for o in options if (_side(o, self.game) is player) != harmful]
            if toward is not None and not chosen:
                good = [toward] if toward in good else []
            if not good:
                raise NoScene
            chosen.append(self.rng.choice(good))
        return chosen

    def resolve(self) -> None:
        stack.resolve_all(self.game)

    def story(self) -> str:
        """What was said, as a few sentences."""
        rng = self.rng.words
        sentences, current = [], ""
        for part in self.said:
            if not current:
                current = part
            elif rng.random() < 0.4:
                current = f"{current}, {self.pick('and', 'then', 'and then')} {part}"
                sentences.append(sentence(current))
                current = ""
            else:
                sentences.append(sentence(current))
                current = part
        if current:
            sentences.append(sentence(current))
        return " ".join(sentences)


def _side(one: object, game: Game) -> Player:
    return one if isinstance(one, Player) else one.controller


@cache
def targets_with_ops(card: Card) -> list[tuple[str, str, int]]:
    """(filter, verb, sign) of each target of a spell, or of an activated ability."""
    if card.aura:
        power, toughness, words = card.aura
        bad = power + toughness < 0 or any(word.startswith("can't") for word in words)
        return [("creature", "pump", -1 if bad else 1)]
    ops = card.ops or (card.activated[0].ops if card.activated else ())
    found = []
    for op in ops:
        sign = -1 if op.args and op.args[0].startswith("-") else 1
        if op.verb == "pump" and op.sizes[1] < 0:
            sign = -1
        found += [(who[1:], op.verb, sign) for who in op.who if who.startswith("@")]
    return found


@cache
def pool() -> list[Card]:
    """The cards that any scene may have, in the table's order."""
    return [one for one in cards().values() if one not in special()]


@cache
def special() -> list[Card]:
    """Cards that ask for a choice which only scenes about them make."""
    wanting = {COPIES, WILD}
    return [one for one in cards().values() if one.modes or wanting & one.statics]


@cache
def signature(card: Card) -> tuple:
    """What a card is but for its name and mana cost."""
    return (
        tuple(sorted(card.types)),
        tuple(sorted(card.colors)),
        card.power,
        card.toughness,
        tuple(sorted(card.keywords)),
        tuple((op.verb, op.args, op.who) for op in card.ops),
        tuple(
            (one.head, tuple((o.verb, o.args, o.who) for o in one.ops)) for one in card.abilities
        ),
        card.aura and (card.aura[0], card.aura[1], tuple(sorted(card.aura[2]))),
        card.anthem,
        tuple(sorted(card.statics)),
        tuple(tuple((op.verb, op.args, op.who) for op in ops) for ops in card.modes),
    )
