"""Supervised fine-tuning by TRL: on answers only, in batches by length or in packs, resumable."""

import gc
import json
import os
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import datasets
import msgspec
import torch
import transformers
from trl import SFTConfig

from neural import cli
from neural.errors import UserError
from neural.files import atomic_write
from neural.training import callbacks, device
from neural.training.lora import lora
from neural.training.recipe import Recipe, epochs, halved
from neural.training.rows import Encoded
from neural.training.trainer import AnswerTrainer

LOG_STEPS = 10
HALVINGS = 2  # of the batch, when memory runs out

datasets.disable_progress_bars()
datasets.disable_caching()
transformers.utils.logging.set_verbosity_error()
transformers.utils.logging.disable_progress_bar()
warnings.filterwarnings("ignore", category=FutureWarning, module="transformers")  # TRL's to mend


@dataclass
class Trained:
    """What a fine-tuning gave: the trainer with its model, the loss log, and the validation loss
    of the base and of what was kept (None without validation rows)."""

    trainer: AnswerTrainer
    history: list[dict]
    before: float | None
    after: float | None


def prepare(
    base: Path,
    tokenizer,
    recipe: Recipe,
    rows: Encoded,
    validation: Encoded | None,
    state: Path,
    where: str,
    track: tuple[str, ...] = (),
) -> AnswerTrainer:
    """The trainer with its model on `where` ('cpu', 'cuda', 'mps'), before the first step."""
    if recipe.patience and validation is None:
        raise UserError("patience: early stopping needs validation rows. Give them by --val.")
    for tracker in track:
        if find_spec(tracker) is None:
            raise UserError(
                f"--track {tracker}: not installed. Install it (pip install {tracker}), or leave "
                "it out: the losses are in --metrics and --curve anyway."
            )
    transformers.set_seed(recipe.seed)
    model = device.load(base, recipe, where)
    trainer = AnswerTrainer(
        model=model,
        args=config(recipe, state, where, rows, track, validation is not None),
        train_dataset=dataset(rows),
        eval_dataset=dataset(validation) if validation else None,
        processing_class=tokenizer,
        peft_config=None if recipe.full else lora(recipe, model.config),
    )
    trainer.lora_plus = recipe.lora_plus
    trainer.remove_callback(transformers.PrinterCallback)
    return trainer


def train(
    base: Path,
    tokenizer,
    recipe: Recipe,
    rows: Encoded,
    validation: Encoded | None,
    state: Path,
    where: str,
    save_seconds: float = 30.0,
    track: tuple[str, ...] = (),
    check: Callable[[AnswerTrainer], object] | None = None,
) -> Trained:
    """Trains, going on at the last whole checkpoint in `state`; `check` sees the trainer first.

    Out of memory: the batch is halved and the accumulation doubled, at most twice; a resumed run
    begins with the batch that fitted. The caller holds the lock of `state` and clears it once the
    results are written.
    """
    fitted = state / "batch.json"
    if fitted.exists():
        recipe = msgspec.structs.replace(recipe, **json.loads(fitted.read_text()))
    for left in reversed(range(HALVINGS + 1)):
        try:
            trainer = prepare(base, tokenizer, recipe, rows, validation, state, where, track)
            if check:
                check(trainer)
                transformers.set_seed(recipe.seed)  # as if nothing had been tried
            return _run(trainer, recipe, state, save_seconds)
        except RuntimeError as error:
            if not device.is_out_of_memory(error) or int(os.environ.get("WORLD_SIZE", 1)) > 1:
                raise
            packs = device.packs(recipe, where)  # one at a time already
            smaller = halved(recipe) if left and not packs else None
            if smaller is None:
                batch = "one pack" if packs else f"{recipe.batch_size} rows"
                raise UserError(
                    f"out of memory on {where} with {batch} at a time ({error}). "
                    "Lower max_length, set use_qlora or gradient_checkpointing on, or take a "
                    "smaller base; --estimate_memory shows what fits."
                ) from None
        trainer = None  # with its model, or there were two
        _free(where)
        recipe = smaller
        cli.say(
            f"out of memory on {where}: going on with {recipe.batch_size} rows at a time, "
            f"{recipe.gradient_accumulation} times a step"
        )
        keys = ("batch_size", "gradient_accumulation")
        with atomic_write(fitted) as file:
            json.dump({key: getattr(recipe, key) for key in keys}, file)
    raise AssertionError("the last attempt returns or raises")


def _run(trainer: AnswerTrainer, recipe: Recipe, state: Path, save_seconds: float) -> Trained:
    trainer.add_callback(callbacks.Progress(trainer))
    trainer.add_callback(callbacks.Checkpoints(save_seconds))
    if recipe.patience:
        trainer.add_callback(transformers.EarlyStoppingCallback(recipe.patience))
    before = trainer.validation_loss() if trainer.eval_dataset is not None else None
    trainer.train(resume_from_checkpoint=callbacks.newest(state))
    history = _history(trainer.state, before)
    # The last epoch's, but where early stopping went back to an earlier one.
    losses = [row["val_loss"] for row in history if "val_loss" in row]
    after = trainer.validation_loss() if recipe.patience else losses[-1] if losses else None
    return Trained(trainer, history, before, after)


def _free(where: str) -> None:
    gc.collect()
    if where == "cuda":
        torch.cuda.empty_cache()
    elif where == "mps":
        torch.mps.empty_cache()


def config(
    recipe: Recipe,
    state: Path,
    where: str,
    rows: Encoded,
    track: tuple[str, ...] = (),
    validated: bool = False,
) -> SFTConfig:
    """TRL's settings for a recipe on a device; `validated`: there are validation rows."""
    precision = device.precision(recipe, where)
    packing = device.packs(recipe, where)
    batch, accumulation = recipe.batch_size, recipe.gradient_accumulation
    if packing:  # packs in place of rows; a step still learns from about as many rows
        tokens = sum(len(one["input_ids"]) for one in rows.examples)
        in_pack = recipe.max_length * len(rows.examples) / tokens
        batch, accumulation = 1, max(1, round(batch * accumulation / in_pack))
    return SFTConfig(
        output_dir=str(state),
        seed=recipe.seed,
        num_train_epochs=epochs(recipe, len(rows.examples)),
        learning_rate=recipe.learning_rate,
        lr_scheduler_type=recipe.schedule,
        warmup_steps=recipe.warmup,
        weight_decay=recipe.weight_decay,
        neftune_noise_alpha=recipe.neftune or None,
        per_device_train_batch_size=batch,
        per_device_eval_batch_size=recipe.batch_size,
        gradient_accumulation_steps=accumulation,
        packing=packing,
        eval_packing=False,
        max_length=recipe.max_length if packing else None,  # longer rows were left out, reported
        gradient_checkpointing=device.checkpointing(recipe, where),
        bf16=precision == "bf16",
        fp16=precision == "fp16",
        use_cpu=where == "cpu",
        ddp_find_unused_parameters=False,
        use_liger_kernel=device.liger(where),
        dataloader_pin_memory=where == "cuda",
        logging_steps=LOG_STEPS,
        eval_strategy="epoch" if validated else "no",
        save_strategy="epoch" if recipe.patience else "no",
        save_total_limit=2,  # the last one whole while the next is written
        load_best_model_at_end=bool(recipe.patience),
        metric_for_best_model="loss" if recipe.patience else None,
        report_to=list(track) or "none",
        disable_tqdm=True,
    )


def dataset(rows: Encoded) -> datasets.Dataset:
    """The examples, shortest first."""
    return datasets.Dataset.from_list(sorted(rows.examples, key=lambda one: len(one["labels"])))


def _history(state, before: float | None) -> list[dict]:
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
    return history
