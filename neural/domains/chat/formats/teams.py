"""Talks of many: Slack, Discord, Discourse, Stack Exchange. A thread is a conversation."""

import html
import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime

import lxml.etree

from neural.domains.chat.conversation import Conversation, NotOne, Turn

GAP = 3600  # seconds of silence after which a channel talks of something else


def slack(messages: list[dict], people: dict[str, str]) -> Iterator[Conversation | NotOne]:
    """A day of a channel: its threads, and what two people said to each other outside of them."""
    threads: dict[str, list[dict]] = defaultdict(list)
    loose: list[dict] = []
    for message in messages:
        if message.get("subtype") or not isinstance(message.get("text"), str):
            continue
        root = message.get("thread_ts")
        (threads[str(root)] if root else loose).append(message)

    def turn(message: dict) -> Turn:
        profile = message.get("user_profile")
        profile = profile if isinstance(profile, dict) else {}
        id = str(message.get("user") or message.get("username") or "")
        name = people.get(id) or profile.get("real_name") or profile.get("name") or id
        return Turn(str(name), _slack_text(message["text"], people))

    groups = [*threads.values(), *_sessions(loose, lambda one: _number(one.get("ts")))]
    for group in groups:
        group.sort(key=lambda one: _number(one.get("ts")))
        yield _talk([turn(one) for one in group], f"ts {group[0].get('ts')}")


def _slack_text(text: str, people: dict[str, str]) -> str:
    text = re.sub(r"<@(\w+)(?:\|[^>]*)?>", lambda m: people.get(m[1], "someone"), text)
    text = re.sub(r"<[#!](?:\w+\|)?([^>|]*)>", r"\1", text)
    text = re.sub(r"<((?:https?|mailto):[^>|]*)(?:\|([^>]*))?>", lambda m: m[2] or m[1], text)
    return html.unescape(text)


def discord(export: dict) -> Iterator[Conversation | NotOne]:
    """A channel as DiscordChatExporter writes it: replies, and what two said to each other."""
    messages = [one for one in export["messages"] if isinstance(one, dict)]
    root: dict[str, str] = {}
    threads: dict[str, list[dict]] = defaultdict(list)
    for message in messages:
        if message.get("type") not in ("Default", "Reply", None):
            continue
        reference = message.get("reference")
        to = str(reference.get("messageId")) if isinstance(reference, dict) else ""
        id = str(message.get("id"))
        root[id] = root.get(to, id)
        threads[root[id]].append(message)

    def turn(message: dict) -> Turn:
        author = message.get("author") if isinstance(message.get("author"), dict) else {}
        name = author.get("nickname") or author.get("name") or author.get("id") or ""
        return Turn(str(name), str(message.get("content") or ""))

    loose = [group[0] for group in threads.values() if len(group) == 1]
    talks = [group for group in threads.values() if len(group) > 1]
    for group in [*talks, *_sessions(loose, lambda one: _time(one.get("timestamp")))]:
        yield _talk([turn(one) for one in group], f"message {group[0].get('id')}")


def discourse(topic: dict) -> Iterator[Conversation | NotOne]:
    """One topic of a forum, as its JSON address gives it."""
    stream = topic["post_stream"] if isinstance(topic["post_stream"], dict) else {}
    posts = [one for one in stream.get("posts") or [] if isinstance(one, dict)]
    turns = [
        Turn(str(one.get("username") or ""), str(one.get("cooked") or ""), html=True)
        for one in posts
        if one.get("post_type", 1) == 1
    ]
    title = topic.get("title")
    if turns and isinstance(title, str):
        turns[0] = turns[0]._replace(text=f"<p>{html.escape(title)}</p>{turns[0].text}")
    yield _talk(turns, f"topic {topic.get('id', '')}".strip())


def stack_exchange(data: bytes) -> Iterator[Conversation | NotOne]:
    """Posts.xml: each question with its accepted answer, or the best that people voted for."""
    questions: dict[str, tuple[str, str, str | None]] = {}
    answers: dict[str, tuple[bool, int, str]] = {}
    try:
        for _, row in lxml.etree.iterparse(io.BytesIO(data), tag="row", resolve_entities=False):
            post = row.attrib
            id, body = post.get("Id", ""), post.get("Body", "")
            if post.get("PostTypeId") == "1":
                questions[id] = post.get("Title", ""), body, post.get("AcceptedAnswerId")
            elif post.get("PostTypeId") == "2":
                parent = post.get("ParentId", "")
                score = int(post["Score"]) if re.fullmatch(r"-?\d+", post.get("Score", "")) else 0
                chosen = questions.get(parent, ("", "", None))[2] == id
                if parent not in answers or (chosen, score) > answers[parent][:2]:
                    answers[parent] = chosen, score, body
            row.clear()
    except lxml.etree.XMLSyntaxError:
        yield NotOne("damaged XML from here on")
    for id, (title, body, _) in questions.items():
        if id not in answers:
            yield NotOne("a question without an answer")
            continue
        asked = Turn("user", f"<p>{html.escape(title)}</p>{body}", html=True)
        told = Turn("assistant", answers[id][2], html=True)
        yield Conversation(f"post {id}", (asked, told))


def _talk(turns: list[Turn], place: str) -> Conversation | NotOne:
    names = tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))
    if len(names) < 2:
        return NotOne("nobody answered")
    return Conversation(place, tuple(turns), names)


def _sessions(messages: list[dict], when: Callable[[dict], float]) -> Iterator[list[dict]]:
    """Messages with no long silence between them."""
    held: list[dict] = []
    for message in sorted(messages, key=when):
        if held and when(message) - when(held[-1]) > GAP:
            yield held
            held = []
        held.append(message)
    if held:
        yield held


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0


def _time(value: object) -> float:
    try:
        return datetime.fromisoformat(str(value)).timestamp()
    except (ValueError, OverflowError):
        return 0.0
