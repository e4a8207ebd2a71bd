"""The one prompt: ChatML, the same in training, in the GGUF and in NornicDB (which hard-codes it).

Unlike many shipped templates this one adds no system message of its own, because the host
would not add it either.
"""

START, END, PAD = "<|im_start|>", "<|im_end|>", "<|endoftext|>"
TOKENS = (PAD, START, END)  # pad differs from the stop token, or models never learn to stop
CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)


def is_chat(row: dict) -> bool:
    """Whether a row has `messages` of its own; Parquet gives each row each key, as null."""
    return row.get("messages") is not None


def messages(row: dict) -> list[dict[str, str]]:
    """The chat of a row: its own `messages`, or system, input + instruction, and output."""
    if is_chat(row):
        return row["messages"]
    context = row.get("input") or ""
    question = f"{context}\n\n{row['instruction']}" if context else row["instruction"]
    chat = [{"role": "system", "content": row["system"]}] if row.get("system") else []
    chat.append({"role": "user", "content": question})
    chat.append({"role": "assistant", "content": row["output"]})
    return chat


def render(chat: list[dict[str, str]], add_generation_prompt: bool = False) -> str:
    """ChatML text of a chat, equal to what CHAT_TEMPLATE renders."""
    text = "".join(f"{START}{m['role']}\n{m['content']}{END}\n" for m in chat)
    return f"{text}{START}assistant\n" if add_generation_prompt else text


def prompt_and_answer(row: dict) -> tuple[str, str]:
    """What the model is given, and what it must say, stop token included."""
    chat = messages(row)
    return render(chat[:-1], add_generation_prompt=True), chat[-1]["content"] + END
