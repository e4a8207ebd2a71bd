"""Questions about what happens on the stack and in combat."""

from neural.domains.mtg import combat, ruling, turns
from neural.domains.mtg.cards import Card
from neural.domains.mtg.layers import has, size
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import Item, Thing
from neural.domains.mtg.tasks.draws import (
    decide,
    helps_creature,
    hits_creature,
    instant,
    lives_of,
    outcome,
    plain,
    respond,
)
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import listing, name


def responses(rng: Dice, advanced: bool) -> Ruling:
    """A spell on a creature and what is done in response."""
    s = Scene.draw(rng)
    attacker = rng.choice(s.game.players)
    defender = s.game.other(attacker)
    growing = rng.random() < 0.25
    owner = attacker if growing else defender
    target = s.creature(owner, plain)
    if rng.random() < 0.4:
        s.creature(rng.choice(s.game.players), plain)
    if advanced and rng.random() < 0.5:
        s.permanent(rng.choice(s.game.players), lambda card: card.anthem is not None)
    lives = lives_of(s)
    setup = s.board()
    wanted = helps_creature if growing else hits_creature
    first = s.hand(attacker, lambda card: wanted(card) and (attacker is s.active or instant(card)))
    decide(s)
    items = [s.cast(attacker, first, s.aimed(attacker, first, target))]
    again = rng.random()
    for turn in range(1 + (again < 0.35) + (advanced and again < 0.7)):
        player = (defender, attacker, defender)[turn]
        items.append(respond(s, player, target))
    s.resolve()
    asked = outcome(s, [target], items[:2], lives)
    return ruling.of_scene(s, setup, asked, "stack")


def fighting(rng: Dice, advanced: bool) -> Ruling:
    """Attackers, blockers, perhaps a trick."""
    s = Scene.draw(rng)
    me, foe = s.game.players
    attackers = [
        s.creature(me, plain) for _ in range(1 + (rng.random() < (0.6 if advanced else 0.3)))
    ]
    blockers = [s.creature(foe, plain) for _ in range(rng.choice((1, 1, 1, 2, 2, 0)))]
    if advanced and rng.random() < 0.3:
        s.permanent(rng.choice((me, foe)), lambda card: card.anthem is not None)
    if rng.random() < 0.15:
        host = rng.choice([*attackers, *blockers])
        equipment = s.card(lambda card: card.equip is not None)
        s.game.put(equipment, host.controller, attached=host)
        s.key.append(s.places([host]))
    lives = lives_of(s)
    setup = s.board()
    s.attack(attackers)
    blocks: dict[Thing, list[Thing]] = {one: [] for one in attackers}
    for blocker in blockers:
        if "can block an additional creature" in blocker.card.keywords and len(attackers) > 1:
            for attacker in attackers:
                blocks[attacker].append(blocker)
        elif rng.random() < 0.9:
            blocks[rng.choice(attackers)].append(blocker)
    s.block(blocks)
    _divisions(s, blocks)
    items: list[Item] = []
    if rng.random() < 0.45:
        player = rng.choice((me, foe))
        fighters = combat.fighters(s.game)
        toward = rng.choice(fighters)
        mine = toward.controller is player
        thing = s.hand(
            player,
            lambda card: instant(card) and (helps_creature(card) if mine else hits_creature(card)),
        )
        when = _when(s) if any(blocks.values()) else "before damage, "
        when = "" if s.game.stack else when  # in response to what has just triggered
        item = s.cast(player, thing, s.aimed(player, thing, toward))
        s.said[-1] = when + s.said[-1]
        items.append(item)
        if rng.random() < 0.25:
            items.append(respond(s, s.game.other(player), toward))
        s.resolve()
    combat.fight_it_out(s.game)
    s.resolve()
    if not s.game.over:
        turns.end_combat(s.game)
    if not items and not any(blocks.values()):
        telling = {"infect", "lifelink", "double strike"}
        if not any(telling & one.card.keywords or _tells(one.card) for one in attackers):
            raise NoScene  # a sum
    things = [*attackers, *blockers]
    if not s.game.over and len(things) > 1 and rng.random() < 0.2:
        asked = ruling.dead(s, things)
    else:
        asked = outcome(s, things, items, lives)
    return ruling.of_scene(s, setup, asked, "combat")


def _tells(card: Card) -> bool:
    """Whether something triggers by its attack."""
    return any(one.head.startswith(("attacks", "hits", "tapped")) for one in card.triggered)


def _when(s: Scene) -> str:
    return s.pick(
        "after blocks, ", "after blockers are declared, ", "before damage, ", "once blocks are in, "
    )


def _divisions(s: Scene, blocks: dict[Thing, list[Thing]]) -> None:
    """An attacker with several blockers divides its damage when the time comes, and says how."""
    for attacker, blockers in blocks.items():
        if len(blockers) > 1:
            s.game.choices.setdefault("division", {})[attacker.name] = (
                lambda game, attacker=attacker: _divide(s, attacker)
            )


def _divide(s: Scene, attacker: Thing) -> dict[str, int]:
    if has(s.game, attacker, "double strike"):
        raise NoScene
    blockers = combat.blockers_of(s.game, attacker)
    left = size(s.game, attacker)[0]
    s.rng.shuffle(blockers)
    shares: dict[str, int] = {}
    for blocker in blockers:
        shares[blocker.name] = min(left, combat.lethal(s.game, attacker, blocker))
        left -= shares[blocker.name]
    if left and has(s.game, attacker, "trample"):
        shares[combat.DEFENDER] = left
    elif left:
        shares[blockers[0].name] += left
    v = s.voice
    told = [
        f"{n} damage to {who if who != combat.DEFENDER else v.whom(s.game.other(attacker.controller))}"
        for who, n in shares.items()
        if n
    ]
    if len(blockers) > 1 or combat.DEFENDER in shares:
        s.said.append(f"{s.does(attacker.controller, 'assign')} {listing(told)}")
    s.key.append(sorted(shares.values()))
    return shares


def trampling(rng: Dice, advanced: bool) -> Ruling:
    """How much damage can trample over, at most."""
    s = Scene.draw(rng)
    me, foe = s.game.players
    attacker = s.creature(me, lambda card: plain(card) and card.power >= 1)
    tramples = "trample" in attacker.card.keywords
    blockers = [s.creature(foe, plain) for _ in range(rng.choice((1, 1, 2)))]
    foe.life = 20
    setup = s.board()
    if not tramples or rng.random() < 0.3:
        trick = s.hand(
            me, lambda card: any("trample" in op.args for op in card.ops) and instant(card)
        )
        s.cast(me, trick, [attacker])
        s.resolve()
    s.attack([attacker])
    s.block({attacker: blockers})
    combat.fight_it_out(s.game)
    through = sum(e.data["through"] for e in s.game.events if e.kind == "tramples")
    v = s.voice
    words = s.pick(
        f"How much damage can {name(attacker)} trample over at most?",
        f"What is the most damage that {v.who(me)} can get in?",
        f"How much can go through to {v.whom(foe)}?",
        f"At most how much of the damage can be assigned to {v.whom(foe)}?",
    )
    told = [e.number for e in s.game.events if e.kind == "tramples"]
    if not told:
        raise NoScene
    reasons, rules = story(s.game, v.answering(), told)
    if any(e.kind == "protected" for e in s.game.events):
        reasons.append(
            "That the blocker's protection will prevent the damage does not matter for this (rule 702.19b)."
        )
    asked = Asked(words, f"{through} damage.", reasons, rules, ("through", through))
    return ruling.of_scene(s, setup, asked, "combat")
