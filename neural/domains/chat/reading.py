"""Conversations of files and folders as chats: cleaned, in turns, without personal data."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from neural.domains.chat import formats
from neural.domains.chat.clean import cleaned, is_empty
from neural.domains.chat.conversation import ROLES, Conversation, NotOne
from neural.domains.chat.cut import Chat, counter, pieces
from neural.domains.chat.roles import alternating
from neural.records import redact, similar
from neural.records.dedupe import digest
from neural.records.inputs import Unreadable, content, limited, under
from neural.records.probe import language

LARGEST = 2 << 30  # bytes of a file, unpacked
SECONDS = 600  # for one file
ALIKE = 0.9  # Jaccard similarity that makes a conversation another's copy


class Options(NamedTuple):
    """What is done to conversations besides reading them."""

    system: str = ""
    """Takes the place of the system messages; "" keeps them."""
    assistants: tuple[str, ...] = ()
    """Names of those who answer, where roles do not say."""
    languages: tuple[str, ...] = ("en",)
    """ISO 639-1 codes; a chat that is surely in another is left out. Empty: any."""
    tokens: int = 0
    """Most tokens of a chat; 0: any number."""
    tokenizer: str | None = None
    """A tokenizer.json, or a folder with one."""
    keep_personal: bool = False
    """Leaves personal data and secrets as they are."""
    ner: str | None = None
    """A folder with a token-classification model that finds names."""


class Read(NamedTuple):
    """`id`: of the conversation, which its pieces share; `file` and `place`: where it stands."""

    id: str
    chat: Chat
    file: str
    place: str
    form: str


class Reader:
    """Reads once; afterwards `report` says what became of every file and conversation."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.formats: Counter[str] = Counter()
        self.left_files: list[tuple[str, str]] = []
        self.left: Counter[str] = Counter()
        self.personal: Counter[str] = Counter()
        self.with_personal = 0
        self.conversations = self.kept = 0
        self._count = counter(options.tokenizer)
        self._ner = redact.recognizer(options.ner) if options.ner else None

    def read(self, inputs: Iterable[str | Path]) -> list[Read]:
        """The chats of all files, in the order of the files' names; copies only once."""
        chats = [one for file in self._files(inputs) for one in file]
        return self._distinct(chats)

    def report(self) -> dict:
        """Plain JSON values."""
        return {
            "conversations": self.conversations,
            "chats": self.kept,
            "files": dict(sorted(self.formats.items())),
            "files_left_out": [{"file": file, "why": why} for file, why in self.left_files],
            "left_out": dict(sorted(self.left.items())),
            "personal_data": {
                "replaced": dict(sorted(self.personal.items())),
                "conversations": self.with_personal,
                "not_found": redact.NOT_FOUND,
            },
        }

    def _files(self, inputs: Iterable[str | Path]) -> Iterator[list[Read]]:
        seen: set[tuple[int, int]] = set()
        people = {root: _people(root) for root in map(Path, inputs)}
        known = {id: name for found in people.values() for id, name in found.items()}
        for path, shown in under(people):
            if path.name in ("users.json", "channels.json", "dms.json") and known:
                self.left_files.append((shown, "names of a Slack export, no conversation"))
                continue
            try:
                with limited(SECONDS):
                    data, plain = content(path, LARGEST, seen)
                    form, found = formats.read(data, plain, known)
                    chats = [*self._chats(found, shown, form)]
            except Unreadable as why:
                self.left_files.append((shown, str(why)))
            except RecursionError:
                self.left_files.append((shown, "nested too deeply"))
            else:
                self.formats[form] += 1
                yield chats

    def _chats(self, found: formats.Found, file: str, form: str) -> Iterator[Read]:
        for conversation in found:
            self.conversations += 1
            chat = conversation
            if isinstance(conversation, Conversation):
                chat = self._chat(conversation)
            if isinstance(chat, NotOne):
                self.left[str(chat)] += 1
                continue
            id = f"{digest([(turn['role'], turn['content']) for turn in chat]):032x}"
            parts, too_long = pieces(chat, self.options.tokens, self._count)
            if too_long:
                self.left[f"an exchange longer than {self.options.tokens} tokens"] += too_long
            for part in parts:
                yield Read(id, part, file, conversation.place, form)

    def _chat(self, conversation: Conversation) -> Chat | NotOne:
        texts = [cleaned(turn.text, turn.html) for turn in conversation.turns]
        texts = ["" if is_empty(text) else text for text in texts]
        chat = alternating(conversation, texts, self.options.assistants)
        if isinstance(chat, NotOne):
            return chat
        spoken = "\n".join(turn["content"] for turn in chat if turn["role"] != "system")
        code = language(spoken)
        if code and self.options.languages and code not in self.options.languages:
            return NotOne(f"in the language {code}")
        if self.options.system:
            chat = [turn for turn in chat if turn["role"] != "system"]
            chat.insert(0, {"role": "system", "content": self.options.system})
        return chat if self.options.keep_personal else self._redacted(chat, conversation.names)

    def _redacted(self, chat: Chat, names: tuple[str, ...]) -> Chat:
        persons = [one for one in names if one.casefold() not in ROLES]
        redactor = redact.Redactor(persons, self._ner)
        for turn in chat:
            redactor.listen(turn["content"])
        # A system prompt of the configuration is nobody's.
        own = self.options.system
        chat = [
            turn if own and turn["role"] == "system" else
            {**turn, "content": redactor.clean(turn["content"])} for turn in chat
        ]  # fmt: skip
        self.personal += redactor.found
        self.with_personal += bool(redactor.found)
        return chat

    def _distinct(self, chats: list[Read]) -> list[Read]:
        """The chats without those that an earlier one says nearly word for word."""
        texts = ["\n".join(turn["content"] for turn in one.chat if turn["role"] != "system")
                 for one in chats]  # fmt: skip
        kept: dict[int, int] = {}
        for place, one in enumerate(chats):
            kept.setdefault(digest(one.id, texts[place]), place)
        places = sorted(kept.values())
        self.left["a copy of another"] += len(chats) - len(places)
        bands = similar.bands([texts[place] for place in places], [""] * len(places))
        pairs = similar.candidates(bands)
        alike = similar.shares(pairs, similar.sets([texts[place] for place in places]))
        near = {
            int(later) for (_, later), share in zip(pairs, alike, strict=True) if share >= ALIKE
        }
        self.left["nearly a copy of another"] += len(near)
        self.left = +self.left
        self.kept = len(places) - len(near)
        return [chats[place] for number, place in enumerate(np.array(places, int).tolist())
                if number not in near]  # fmt: skip


def _people(root: Path) -> dict[str, str]:
    """Names by id where a folder is a Slack export."""
    file = root / "users.json"
    if not root.is_dir() or not file.is_file() or file.is_symlink():
        return {}
    try:
        users = msgspec.json.decode(file.read_bytes())
    except (OSError, msgspec.DecodeError, RecursionError):
        return {}
    found = {}
    for user in users if isinstance(users, list) else []:
        if isinstance(user, dict) and isinstance(user.get("id"), str):
            profile = user.get("profile") if isinstance(user.get("profile"), dict) else {}
            shown = user.get("real_name") or profile.get("real_name") or user.get("name")
            found[user["id"]] = str(shown or user["id"])
    return found


def rows_of(chats: Iterable[Read], license: str, every: bool = True) -> Iterator[dict]:
    """Rows to learn from: one for each answer of a chat, or (`every` false) for its last."""
    for one in chats:
        ends = [n for n, turn in enumerate(one.chat, 1) if turn["role"] == "assistant"]
        for end in ends if every else ends[-1:]:
            yield {
                "id": one.id,
                "messages": one.chat[:end],
                "category": one.form,
                "file": one.file,
                "place": one.place,
                "source": "chat",
                "license": license,
                "split_group": f"chat/{one.id[:16]}",
            }


Note = Callable[[str], None]


def tell(report: dict, note: Note) -> None:
    """Says a report in some lines."""
    note(f"{report['conversations']} conversations found, {report['chats']} chats kept")
    for why, count in sorted(report["left_out"].items(), key=lambda pair: (-pair[1], pair[0])):
        note(f"  left out: {count} {why}")
    reasons = Counter(one["why"] for one in report["files_left_out"])
    for why, count in reasons.most_common():
        note(f"  files left out: {count} {why}")
    data = report["personal_data"]
    if data["replaced"]:
        listed = ", ".join(f"{count} {kind}" for kind, count in data["replaced"].items())
        note(f"  personal data replaced in {data['conversations']} conversations: {listed}")
    note(f"  not looked for: {data['not_found']}")
