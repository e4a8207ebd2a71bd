"""Questions about players who would lose, and what keeps them in the game."""

from neural.domains.mtg import combat, ruling
from neural.domains.mtg.cards import Card
from neural.domains.mtg.legal import attack_problems, attackers_problems
from neural.domains.mtg.losing import ANGEL, IMMUNE, MIRROR
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import Player, Thing
from neural.domains.mtg.tasks.draws import decide, hits_creature, instant, plain, verbs
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import sentence

KEEPERS = {ANGEL, MIRROR, IMMUNE, "damage leaves 1 life"}


def losing(rng: Dice, advanced: bool) -> Ruling:
    """Damage or loss of life that would be the end."""
    s = Scene.draw(rng)
    attacker = s.active
    player = s.game.other(attacker)
    keeper = s.permanent(player, lambda card: bool(KEEPERS & card.statics))
    friend = None
    if "damage leaves 1 life" in keeper.card.statics and rng.random() < 0.85:
        friend = s.creature(player, plain)
    fighting = rng.random() < 0.4
    attackers = []
    if fighting:
        attackers = [s.creature(attacker, _strong) for _ in range(rng.choice((1, 1, 2)))]
        if any(attack_problems(s.game, one) for one in attackers) or attackers_problems(
            s.game, attackers
        ):
            raise NoScene
    player.life = rng.randint(1, 5)
    s.key.append(player.life)
    before = player.life
    setup = f"{s.board()} {sentence(s.voice.is_(player))[:-1]} at {player.life} life."
    decide(s)
    for zone in ("graveyard", "exile"):
        if rng.random() < 0.5:
            s.game.choices.setdefault(f"zone of {keeper.name}", zone)
    if fighting:
        _attacked(s, attackers, friend or keeper)
    else:
        _burned(s, attacker, player, friend or keeper)
    return _asked(s, setup, keeper, before)


def _strong(card: Card) -> bool:
    return plain(card) and card.power >= 3 and "infect" not in card.keywords


def _attacked(s: Scene, attackers: list[Thing], shield: Thing) -> None:
    """No blocks; perhaps the attacker removes what helps before damage."""
    s.attack(attackers)
    s.block({one: [] for one in attackers})
    _meddle(s, shield, "before damage, ")
    s.resolve()
    combat.fight_it_out(s.game)


def _burned(s: Scene, attacker: Player, player: Player, shield: Thing) -> None:
    if _meddle(s, shield, s.pick("first ", "")):
        s.said[-1] += s.pick(", and it resolves", ", which resolves")
    s.resolve()
    spell = s.hand(
        attacker,
        lambda card: (
            card.targets in (("any",), ("player",))
            and bool(verbs(card) & {"damage"})
            and "wither" not in card.keywords
        ),
    )
    s.cast(attacker, spell, [player])
    s.resolve()


def _meddle(s: Scene, shield: Thing, when: str) -> bool:
    """The attacker may remove the creature that helps; whether they do."""
    if shield.card.is_creature and s.rng.random() < 0.45:
        spell = s.hand(s.active, lambda card: instant(card) and hits_creature(card))
        s.cast(s.active, spell, s.aimed(s.active, spell, shield))
        s.said[-1] = when + s.said[-1]
        return True
    return False


def _asked(s: Scene, setup: str, keeper: Thing, before: int) -> Ruling:
    v, player = s.voice, s.game.other(s.active)
    if player.life == before and not s.game.over:
        raise NoScene
    lost = s.game.over
    kinds = {e.kind for e in s.game.events}
    if not lost and not kinds & {"floor", "saved", "cannot_lose"}:
        raise NoScene  # not enough damage to ask
    if lost and s.game.events[-1].kind != "wins":
        raise NoScene
    end = [s.game.events[-1].number] if lost else player.causes
    reasons, rules = story(s.game, v.answering(), [*end, *keeper.causes])
    here = v.answering()
    who = v.who(player)
    if lost and "damage leaves 1 life" in keeper.card.statics:
        no = f"{here.does(player, 'control')} no creature"
        reasons.insert(0, f"{keeper.name} does not help, as {no} when the damage is dealt.")
    form = s.rng.choice(("lose", "lose", "survive", "life"))
    if form != "life" or lost:
        do = "Do I" if who == "I" else f"Does {who}"
        words = s.pick(
            f"{do} lose?",
            f"{do} lose the game?",
            f"Is {who} out?" if who != "I" else "Am I out?",
        )
        if form == "survive":
            words = s.pick(f"{do} survive this?", f"{do} survive?", f"{do} live through that?")
        yes = lost != (form == "survive")
        fact = here.does(player, "lose") if lost else f"{here.does(player, 'stay')} in the game"
        verdict = f"{'Yes' if yes else 'No'}. {sentence(fact)}"
    else:
        words = f"What is {v.whose(player)} life total after that?"
        verdict = sentence(f"{here.is_(player)} at {player.life} life")
    asked_ = Asked(
        words,
        verdict,
        reasons,
        rules,
        ("losing", lost, player.life),
        f"{v.does(player, 'lose')} the game" if lost else f"{v.does(player, 'stay')} in the game",
        f"{v.does(player, 'stay')} in the game" if lost else f"{v.does(player, 'lose')} the game",
    )
    return ruling.of_scene(s, setup, asked_, "sba")
