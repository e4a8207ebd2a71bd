"""Who asks and who answers: turns of many people as a chat of two that takes turns."""

from collections.abc import Iterable

from neural.domains.chat.conversation import ROLES, Conversation, NotOne


def alternating(
    conversation: Conversation, texts: list[str], assistants: Iterable[str] = ()
) -> list[dict[str, str]] | NotOne:
    """Messages that begin with the user, take turns, and end with the assistant.

    `texts`: the cleaned texts of the turns, "" for those to leave out. `assistants`: names of those
    who answer; without them who began asks and all others answer. What one says in several
    messages is joined; what stands before the first question or after the last answer goes.
    """
    answering = {name.casefold() for name in assistants}
    spoken = [(turn.speaker.casefold(), text)
              for turn, text in zip(conversation.turns, texts, strict=True) if text]  # fmt: skip
    first = next((speaker for speaker, _ in spoken if ROLES.get(speaker) != "system"), "")
    system: list[str] = []
    chat: list[dict[str, str]] = []
    for speaker, text in spoken:
        if answering:
            role = "assistant" if speaker in answering else "user"
            role = "system" if ROLES.get(speaker) == "system" else role
        else:
            role = ROLES.get(speaker) or ("user" if speaker == first else "assistant")
        if role == "system":
            if not chat:
                system.append(text)
        elif chat and chat[-1]["role"] == role:
            chat[-1]["content"] += f"\n\n{text}"
        else:
            chat.append({"role": role, "content": text})
    while chat and chat[0]["role"] != "user":
        chat.pop(0)
    while chat and chat[-1]["role"] != "assistant":
        chat.pop()
    if not chat:
        return NotOne("no question with an answer")
    head = [{"role": "system", "content": "\n\n".join(system)}] if system else []
    return head + chat
