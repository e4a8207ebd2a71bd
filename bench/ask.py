"""How much faster many questions are answered together than one by one, and whether the same.

python bench/ask.py --gguf models/cypher-q4_k_m.gguf --dataset data/cypher/test.jsonl
"""

import time

import llama_cpp

from neural import cli, prompt
from neural.evaluation.ask import ask
from neural.evaluation.dataset import choose
from neural.gguf import llama
from neural.records import jsonl


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--gguf", required=True)
    parser.add_argument("--dataset", required=True)
    parser.add_argument("--rows", type=int, default=200)
    parser.add_argument("--max-tokens", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    args = cli.parse(parser)
    rows = choose(list(jsonl.read(args.dataset)), args.rows)
    prompts = [prompt.prompt_and_answer(row)[0] for row in rows]
    with cli.progress("together", len(rows)) as advance:
        together = ask(args.gguf, prompts, args.max_tokens, args.threads, advance)
    texts, seconds = one_by_one(args.gguf, rows, args.max_tokens, args.threads)
    same = sum(a.text == b for a, b in zip(together.answers, texts, strict=True))
    for name, taken in (("together", together.seconds), ("one by one", seconds)):
        cli.say(f"{name}: {taken:.1f} s, {len(rows) / taken:.1f} questions a second")
    cli.say(f"ratio {seconds / together.seconds:.1f}; {same} of {len(rows)} answers the same")


def one_by_one(gguf: str, rows: list[dict], max_tokens: int, threads: int):
    """Texts and seconds of llama-cpp-python's own way; loading counts in both."""
    began = time.monotonic()
    llama.start(gguf)
    model = llama_cpp.Llama(
        gguf,
        n_ctx=0,  # the model's own
        n_threads=threads,
        flash_attn=True,  # as llama.cpp itself and `ask` choose; without it, it rounds otherwise
        verbose=False,
    )
    texts = []
    with cli.progress("one by one", len(rows)) as advance:
        for row in rows:
            chat = prompt.messages(row)[:-1]
            done = model.create_chat_completion(chat, temperature=0, max_tokens=max_tokens)
            texts.append(done["choices"][0]["message"]["content"])
            advance()
    return texts, time.monotonic() - began


if __name__ == "__main__":
    cli.run(main)
