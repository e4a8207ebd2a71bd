"""Learned answer tokens a second: this project's training beside TRL's SFTTrainer, in one run.

  python bench/training.py --threads 2

Random Qwen2 of nano's size or of 20M parameters (--model 20m), LoRA on all linear layers, random
rows of about 170 tokens of prompt and 40 of answer. Each contender trains for a while on the same
rows; rates count both wall time and the process's own CPU time, because other work on the machine
spoils the former.
TRL's defaults are: 8 padded rows a batch, gradient checkpointing and bf16 autocast on. The
ancestor's recipe is what this project replaces: every row padded to 2,048 tokens, all of them
learned; its answer tokens are those of the rows that it saw.
"""

import random
import tempfile
import time
from pathlib import Path

import torch
import transformers
from accelerate.state import AcceleratorState
from rich.table import Table
from tokenizers import Tokenizer, models
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM
from trl import SFTConfig, SFTTrainer

from neural import cli, presets
from neural.training import sft
from neural.training.lora import lora
from neural.training.recipe import override
from neural.training.rows import IGNORED, Encoded
from neural.training.trainer import AnswerTrainer

VOCABULARY = 2048
PADDED = 2048
MODELS = {
    "nano": {"hidden_size": 256, "num_hidden_layers": 4, "intermediate_size": 768},
    "20m": {"hidden_size": 384, "num_hidden_layers": 10, "intermediate_size": 1024},
}
OURS, OURS_IN_BF16 = "this project", "this project in bf16"
WARM_UP = 1  # steps that are not counted
PLAIN = {"bf16": False, "gradient_checkpointing": False}


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--seconds", type=float, default=40, help="of computing, for each contender"
    )
    parser.add_argument("--only", default="", help="contenders with this in their name, and ours")
    parser.add_argument("--model", choices=MODELS, default="nano")
    args = cli.parse(parser)
    torch.set_num_threads(args.threads)
    rows = data(2000)
    recipe = presets.get("nano").recipe
    scratch = Path(tempfile.mkdtemp())
    contenders = {
        "TRL's default": (SFTTrainer, trl(scratch)),
        "TRL in fp32, without checkpointing": (SFTTrainer, trl(scratch, **PLAIN)),
        "TRL's packing (bfd, 512) in fp32": (
            SFTTrainer,
            trl(scratch, packing=True, max_length=512, per_device_train_batch_size=1, **PLAIN),
        ),
        "the ancestor's recipe": (
            SFTTrainer,
            trl(scratch, per_device_train_batch_size=4, max_length=PADDED, **PLAIN),
        ),
        OURS_IN_BF16: (
            AnswerTrainer,
            sft.config(override(recipe, {"precision": "bf16"}), scratch, "cpu", rows),
        ),
        OURS: (AnswerTrainer, sft.config(recipe, scratch, "cpu", rows)),
    }
    contenders = {
        name: one for name, one in contenders.items() if args.only in name or name == OURS
    }
    table = Table(title=f"{args.model}, {args.threads} threads, torch {torch.__version__}")
    for column in ("", "answer tokens/s", "of CPU time", "ratio"):
        table.add_column(column, justify="left" if not column else "right")
    rates = {}
    for name, (kind, config) in contenders.items():
        given = padded(rows) if config.max_length == PADDED else rows
        dtype = torch.bfloat16 if name == OURS_IN_BF16 else torch.float32  # TRL keeps F32 weights
        share = rows.answer_tokens / given.answer_tokens  # of what counts as learned there
        found = rate(kind, config, dtype, given, recipe, args.seconds, MODELS[args.model])
        wall, cpu = rates[name] = [share * one for one in found]
        cli.say(f"{name}: {wall:.0f} answer tokens/s")
    ours = rates[OURS][1]
    for name, (wall, cpu) in rates.items():
        table.add_row(name, f"{wall:.0f}", f"{cpu:.0f}", f"{ours / cpu:.2f}")
    cli.say(table)


def trl(scratch: Path, **changed) -> SFTConfig:
    options = {"output_dir": str(scratch), "report_to": "none", "use_cpu": True}
    quiet = {"disable_tqdm": True, "save_strategy": "no", "dataloader_pin_memory": False}
    return SFTConfig(**options | quiet | changed)


def rate(
    kind, config, dtype, rows: Encoded, recipe, seconds: float, shape: dict
) -> tuple[float, float]:
    """Learned tokens per second of wall and of CPU time."""
    transformers.set_seed(0)
    AcceleratorState._reset_state(reset_partial_state=True)  # it keeps the first one's precision
    trainer = kind(
        model=model(shape).to(dtype),
        args=config,
        train_dataset=sft.dataset(rows),
        processing_class=tokenizer(),
        peft_config=lora(recipe),
    )
    trainer.remove_callback(transformers.PrinterCallback)
    clock = Clock(seconds)
    trainer.add_callback(clock)
    compute = trainer.compute_loss

    def counted(model, inputs, **more):
        clock.learned += int((inputs["labels"] != IGNORED).sum())
        return compute(model, inputs, **more)

    trainer.compute_loss = counted
    trainer.train()
    return clock.learned / clock.wall, clock.learned / clock.cpu


class Clock(transformers.TrainerCallback):
    """Counts from the end of the warm-up; ends the training when the time is over."""

    def __init__(self, seconds: float):
        self.seconds, self.learned = seconds, 0

    def on_step_end(self, args, state, control, **kwargs):
        now = time.perf_counter(), time.process_time()
        if state.global_step == WARM_UP:
            self.began, self.learned = now, 0
            return
        self.wall, self.cpu = (new - old for new, old in zip(now, self.began, strict=True))
        control.should_training_stop = self.cpu > self.seconds


def padded(rows: Encoded) -> Encoded:
    """Each row filled up with the padding token, everything learned."""
    filled = Encoded()
    for one in rows.examples:
        ids = one["input_ids"] + [0] * (PADDED - len(one["input_ids"]))
        filled.examples.append({"input_ids": ids, "labels": ids})
    return filled


def model(shape: dict) -> Qwen2ForCausalLM:
    heads = {"num_attention_heads": 4, "num_key_value_heads": 4}
    return Qwen2ForCausalLM(
        Qwen2Config(**shape, **heads, vocab_size=VOCABULARY, tie_word_embeddings=True)
    )


def tokenizer() -> PreTrainedTokenizerFast:
    words = models.WordLevel({f"t{i}": i for i in range(VOCABULARY)}, unk_token="t3")
    return PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer(words), eos_token="t2", pad_token="t0"
    )


def data(count: int) -> Encoded:
    draw, rows = random.Random(0), Encoded()
    for _ in range(count):
        asked, answer = max(60, int(draw.gauss(170, 50))), max(8, int(draw.gauss(40, 15)))
        ids = [draw.randrange(4, VOCABULARY) for _ in range(asked + answer - 1)] + [2]
        rows.examples.append({"input_ids": ids, "labels": [IGNORED] * asked + ids[asked:]})
    return rows


if __name__ == "__main__":
    cli.run(main)
