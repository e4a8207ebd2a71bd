"""Speaks to the GGUF as NornicDB does: its prompt shapes, built here as its Go code builds them.

NornicDB ignores the file's chat template, so this proves what the host will really send.
"""

from collections.abc import Sequence
from pathlib import Path

from neural import prompt
from neural.evaluation.ask import ask
from neural.gguf.llama import open_model
from neural.release import hosts

STOPS = ("<|im_end|>", "<|endoftext|>", "</s>")  # texts at which the host ends an answer
ACTIONS = "query help status hello health config set_config metrics events db_stats discover"
SYSTEM_CHARACTERS = 8500  # of its own system prompt: identity, actions, a primer, examples


def chatml(messages: Sequence[dict[str, str]]) -> str:
    """Chat with streaming, and `db.infer`: hard-coded ChatML."""
    parts = [f"<|im_start|>{m['role']}\n{m['content']}<|im_end|>\n" for m in messages]
    return "".join(parts) + "<|im_start|>assistant\n"


def raw_chat(system: str, question: str) -> str:
    """Chat without streaming, newer versions: no special token at all."""
    return (
        f"{system}\n\nTOOLS AVAILABLE TO YOU:\n- {system[:80]}\nUser: {question}\n\n"
        "Answer directly, or call a tool as one JSON object.\n\nAssistant: "
    )


def autocomplete(begun: str) -> str:
    """A query to complete, as raw text."""
    return f"Output ONLY the single completed Cypher line.\n\n{begun}"


def own_system_prompt() -> str:
    """A text as long as the host's own, which it puts before every chat."""
    actions = "".join(
        f'{{"action":"heimdall.watcher.{name}","params":{{}}}}: the {name.replace("_", " ")} of '
        "the database\n"
        for name in ACTIONS.split()
    )
    example = "Q: How many nodes are there?\nA: MATCH (n) RETURN count(n)\n"
    text = f"You are the assistant inside a graph database. ACTIONS:\n{actions}\nEXAMPLES:\n"
    return text + example * ((SYSTEM_CHARACTERS - len(text)) // len(example))


def shapes(row: dict) -> dict[str, str]:
    """A prompt of each shape by name, asking what a held-out row asks."""
    chat = prompt.messages(row)
    question, answer = chat[-2]["content"], chat[-1]["content"]
    system = own_system_prompt()
    first = [{"role": "system", "content": system}, {"role": "user", "content": question}]
    return {
        "db.infer": chatml(chat[:-1]),
        "chat, streaming": chatml(first),
        "chat, raw": raw_chat(system, question),
        "autocomplete": autocomplete(answer[: len(answer) // 2]),
    }


def smoke(
    gguf: str | Path, rows: Sequence[dict], threads: int = 1, max_tokens: int = hosts.ANSWER
) -> list[dict]:
    """Asks each shape of each row. One result a prompt: `shape`, `id`, `tokens`, `fits`, `stopped`,
    `answer`, and `problem`, which is None where the host can live with it. A context too small for
    the host's own chat is none: `db.infer` still serves such a model.
    """
    prompts = [(name, row, text) for row in rows for name, text in shapes(row).items()]
    with open_model(gguf) as model:
        room = hosts.context(model.context_length)
        ids = [model.tokenize(text) for _, _, text in prompts]
        trained = [model.tokenize(prompt.prompt_and_answer(row)[0]) for _, row, _ in prompts]
    answers = ask(gguf, [text for _, _, text in prompts], max_tokens, threads).answers
    found = []
    for (name, row, _), given, wanted, answer in zip(prompts, ids, trained, answers, strict=True):
        problem = None
        fits = answer.fits and len(given) + max_tokens <= room
        if not fits and name == "db.infer":
            problem = f"{len(given)} tokens leave no room for an answer in {room}"
        elif name == "db.infer" and given != wanted:
            problem = "its tokens are not those that the model was trained on"
        elif any(token in answer.text for token in (*prompt.TOKENS, *STOPS)):
            problem = "the answer shows a control token as text"
        said = {"shape": name, "id": row.get("id"), "tokens": len(given), "fits": fits}
        said |= {"stopped": answer.stopped, "answer": answer.text, "problem": problem}
        found.append(said)
    return found
