"""Learned answer tokens a second: this project's training beside TRL's SFTTrainer, in one run.

  python bench/training.py --threads 2

Random Qwen2 of nano's size, LoRA on all linear layers, random rows of about 170 tokens of prompt
and 40 of answer. Each contender trains for a while on the same rows; rates count both wall time
and the process's own CPU time, because other work on the machine spoils the former.
TRL's defaults are: 8 padded rows a batch, gradient checkpointing and bf16 autocast on.
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
from neural.training.rows import IGNORED, Encoded

VOCABULARY = 2048
WARM_UP = 1  # steps that are not counted
PLAIN = {"bf16": False, "gradient_checkpointing": False}


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=60, help="for each contender, about")
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
        "this project": (sft.AnswerTrainer, sft._config(recipe, scratch, "cpu")),
    }
    table = Table(title=f"{args.threads} threads, torch {torch.__version__}")
    for column in ("", "answer tokens/s", "of CPU time", "ratio"):
        table.add_column(column, justify="left" if not column else "right")
    rates = {}
    for name, (kind, config) in contenders.items():
        wall, cpu = rates[name] = rate(kind, config, rows, recipe, args.seconds)
        cli.say(f"{name}: {wall:.0f} answer tokens/s")
    ours = rates["this project"][1]
    for name, (wall, cpu) in rates.items():
        table.add_row(name, f"{wall:.0f}", f"{cpu:.0f}", f"{ours / cpu:.2f}")
    cli.say(table)


def trl(scratch: Path, **changed) -> SFTConfig:
    options = {"output_dir": str(scratch), "report_to": "none", "use_cpu": True}
    quiet = {"disable_tqdm": True, "save_strategy": "no", "dataloader_pin_memory": False}
    return SFTConfig(**options | quiet | changed)


def rate(kind, config, rows: Encoded, recipe, seconds: float) -> tuple[float, float]:
    """Learned tokens per second of wall and of CPU time."""
    transformers.set_seed(0)
    AcceleratorState._reset_state(reset_partial_state=True)  # it keeps the first one's precision
    trainer = kind(
        model=model(),
        args=config,
        train_dataset=sft._dataset(rows),
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
        control.should_training_stop = self.wall > self.seconds


def model() -> Qwen2ForCausalLM:
    config = {"hidden_size": 256, "num_hidden_layers": 4, "intermediate_size": 768}
    heads = {"num_attention_heads": 4, "num_key_value_heads": 4}
    return Qwen2ForCausalLM(
        Qwen2Config(**config, **heads, vocab_size=VOCABULARY, tie_word_embeddings=True)
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
