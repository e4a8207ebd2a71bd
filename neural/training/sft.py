"""Supervised fine-tuning with LoRA by TRL: on answers only, in batches by length, resumable."""

import json
import random
import shutil
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import datasets
import torch
import transformers
from trl import SFTConfig, SFTTrainer

from neural.errors import UserError
from neural.files import atomic_path, atomic_write
from neural.training import callbacks, device
from neural.training.lora import lora
from neural.training.recipe import Recipe
from neural.training.rows import IGNORED, Encoded

LOG_STEPS = 10

datasets.disable_progress_bars()
datasets.disable_caching()
transformers.utils.logging.set_verbosity_error()
transformers.utils.logging.disable_progress_bar()
warnings.filterwarnings("ignore", category=FutureWarning, module="transformers")  # TRL's to mend


class AnswerTrainer(SFTTrainer):
    """SFTTrainer whose batches hold rows of one length, so that nothing is spent on padding, and
    which computes logits for the answers only. TRL does the latter on CUDA alone; on a CPU, where
    prompts are most of a row, both together learn twice the answer tokens a second.

    Measured beside it: packing (`bfd`) is a fifth slower on a CPU, because attention over a pack
    is dense there and grows with the square of its length.
    """

    learned = seen = 0  # tokens since the start of this process

    def _get_train_sampler(self, train_dataset=None):
        return Buckets(self.train_dataset, self.args.train_batch_size, self.args.seed)

    def compute_loss(self, model, inputs, return_outputs=False, num_items_in_batch=None):
        """Summed loss of the learned tokens / num_items_in_batch (or their own count)."""
        labels = inputs["labels"]
        if model.training:
            self.learned += int((labels != IGNORED).sum())
            self.seen += int(inputs["attention_mask"].sum())
        if labels.device.type == "cuda":
            return super().compute_loss(model, inputs, return_outputs, num_items_in_batch)
        base = self.accelerator.unwrap_model(model).get_base_model()
        # Padding comes last, where no causal attention sees it: without a mask attention is faster.
        hidden = base.model(input_ids=inputs["input_ids"], use_cache=False).last_hidden_state
        learned = labels[:, 1:] != IGNORED
        logits = base.lm_head(hidden[:, :-1][learned]).float()
        loss = torch.nn.functional.cross_entropy(logits, labels[:, 1:][learned], reduction="sum")
        return loss / (learned.sum() if num_items_in_batch is None else num_items_in_batch)

    def validation_loss(self) -> float:
        """Mean loss of a learned token over the validation rows."""
        self.model.eval()
        total, tokens = 0.0, 0
        with torch.no_grad(), self.compute_loss_context_manager():
            for batch in self.get_eval_dataloader():
                batch = self._prepare_inputs(batch)
                loss = self.compute_loss(self.model, batch, num_items_in_batch=1)
                total, tokens = (
                    total + loss.item(),
                    tokens + int((batch["labels"] != IGNORED).sum()),
                )
        self.model.train()
        return total / tokens

    def evaluate(self, eval_dataset=None, ignore_keys=None, metric_key_prefix="eval"):
        """As Trainer's, with validation_loss; reached through early stopping."""
        metrics = {f"{metric_key_prefix}_loss": self.validation_loss()}
        self.log(metrics)
        self.control = self.callback_handler.on_evaluate(
            self.args, self.state, self.control, metrics
        )
        return metrics


class Buckets(torch.utils.data.Sampler):
    """Indices such that each batch holds rows of nearly one length and batches come in random
    order; another order each epoch, the same for one seed and epoch wherever training resumes."""

    def __init__(self, dataset: datasets.Dataset, batch_size: int, seed: int):
        self.lengths = [len(ids) for ids in dataset["input_ids"]]
        self.batch_size, self.seed, self.epoch = batch_size, seed, 0

    def set_epoch(self, epoch: int) -> None:
        self.epoch = epoch

    def __len__(self) -> int:
        return len(self.lengths)

    def __iter__(self) -> Iterator[int]:
        draw = random.Random(f"{self.seed} {self.epoch}")
        order = list(range(len(self.lengths)))
        draw.shuffle(order)  # rows of one length meet others each epoch
        order.sort(key=self.lengths.__getitem__)
        size = self.batch_size
        batches = [order[i : i + size] for i in range(0, len(order), size)]
        rest = [batches.pop()] if len(batches[-1]) < size else []  # last, or it would shift others
        draw.shuffle(batches)
        return chain.from_iterable(batches + rest)


@dataclass
class Trained:
    """What a fine-tuning gave: the trainer with its model, the loss log, the losses of
    validation before and after (None without validation rows)."""

    trainer: AnswerTrainer
    history: list[dict]
    before: float | None
    after: float | None


def train(
    base: Path,
    tokenizer,
    recipe: Recipe,
    rows: Encoded,
    validation: Encoded | None,
    state: Path,
    where: str,
    save_seconds: float = 30.0,
) -> Trained:
    """Trains on `where` ('cpu', 'cuda', 'mps'), going on at the last whole checkpoint in `state`.

    The caller holds the lock of `state` and clears it once the results are written.
    """
    if recipe.patience and validation is None:
        raise UserError("patience: early stopping needs validation rows (--val).")
    transformers.set_seed(recipe.seed)
    trainer = AnswerTrainer(
        model=device.load(base, recipe, where),
        args=_config(recipe, state, where),
        train_dataset=_dataset(rows),
        eval_dataset=_dataset(validation) if validation else None,
        processing_class=tokenizer,
        peft_config=lora(recipe),
    )
    trainer.remove_callback(transformers.PrinterCallback)
    trainer.add_callback(callbacks.Progress(trainer))
    trainer.add_callback(callbacks.Checkpoints(save_seconds))
    if recipe.patience:
        trainer.add_callback(transformers.EarlyStoppingCallback(recipe.patience))
    before = trainer.validation_loss() if validation else None
    trainer.train(resume_from_checkpoint=callbacks.newest(state))
    after = trainer.validation_loss() if validation else None
    return Trained(trainer, _history(trainer.state, before, after), before, after)


def _config(recipe: Recipe, state: Path, where: str) -> SFTConfig:
    precision = device.precision(recipe, where)
    each = "epoch" if recipe.patience else "no"
    return SFTConfig(
        output_dir=str(state),
        seed=recipe.seed,
        num_train_epochs=recipe.epochs,
        learning_rate=recipe.learning_rate,
        lr_scheduler_type=recipe.schedule,
        warmup_steps=recipe.warmup,
        weight_decay=recipe.weight_decay,
        per_device_train_batch_size=recipe.batch_size,
        per_device_eval_batch_size=recipe.batch_size,
        gradient_accumulation_steps=recipe.gradient_accumulation,
        max_length=None,  # rows that are too long were left out and reported
        gradient_checkpointing=device.checkpointing(recipe, where),
        bf16=precision == "bf16",
        fp16=precision == "fp16",
        use_cpu=where == "cpu",
        dataloader_pin_memory=where == "cuda",
        logging_steps=LOG_STEPS,
        eval_strategy=each,
        save_strategy=each,
        save_total_limit=2,  # the last one whole while the next is written
        load_best_model_at_end=bool(recipe.patience),
        metric_for_best_model="loss" if recipe.patience else None,
        report_to="none",
        disable_tqdm=True,
    )


def _dataset(rows: Encoded) -> datasets.Dataset:
    return datasets.Dataset.from_list(sorted(rows.examples, key=lambda one: len(one["labels"])))


def _history(state, before: float | None, after: float | None) -> list[dict]:
    """Rows {step, epoch, loss, learning_rate, grad_norm} and {step, epoch, val_loss}: nothing
    that depends on the clock."""
    history = [{"step": 0, "epoch": 0.0, "val_loss": before}] if before is not None else []
    for entry in state.log_history:
        row = {"step": entry["step"], "epoch": round(entry["epoch"], 4)}
        if "loss" in entry:
            row |= {key: entry[key] for key in ("loss", "learning_rate", "grad_norm")}
        elif "eval_loss" in entry:
            row["val_loss"] = entry["eval_loss"]
        else:
            continue
        history.append(row)
    if after is not None:
        epoch = round(state.epoch, 4)
        history.append({"step": state.global_step, "epoch": epoch, "val_loss": after})
    return history


def save_adapter(trained: Trained, folder: Path, base: str) -> None:
    """Writes adapter_config.json and adapter_model.safetensors, whole or not at all."""
    scratch = Path(trained.trainer.args.output_dir) / "adapter"
    model = trained.trainer.accelerator.unwrap_model(trained.trainer.model)
    model.save_pretrained(scratch, safe_serialization=True)
    config = json.loads((scratch / "adapter_config.json").read_text(encoding="utf-8"))
    config["base_model_name_or_path"] = base
    config["target_modules"] = sorted(config["target_modules"])  # PEFT keeps a set
    with atomic_path(folder / "adapter_model.safetensors") as part:
        shutil.move(scratch / "adapter_model.safetensors", part)
    with atomic_write(folder / "adapter_config.json") as file:
        json.dump(config, file, indent=2, sort_keys=True)
        file.write("\n")
