"""Supervised fine-tuning by TRL: on answers only, in batches by length or in packs, resumable."""

import gc
import json
import os
import random
import shutil
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain, islice
from pathlib import Path

import datasets
import msgspec
import torch
import transformers
from peft import PeftModel
from peft.optimizers import create_loraplus_optimizer
from trl import SFTConfig, SFTTrainer

from neural import cli, weights
from neural.errors import UserError
from neural.files import atomic_path, atomic_write
from neural.training import callbacks, device, merge
from neural.training.lora import lora
from neural.training.recipe import Recipe, halved
from neural.training.rows import IGNORED, Encoded

LOG_STEPS = 10
HALVINGS = 2  # of the batch, when memory runs out

datasets.disable_progress_bars()
datasets.disable_caching()
transformers.utils.logging.set_verbosity_error()
transformers.utils.logging.disable_progress_bar()
warnings.filterwarnings("ignore", category=FutureWarning, module="transformers")  # TRL's to mend


# Models whose logits are more than the output layer's product: TRL knows them all.
SCALED = ("final_logit_softcapping", "logit_scale", "output_multiplier", "lm_head_multiplier")
SCALED += ("logits_scaling",)


class AnswerTrainer(SFTTrainer):
    """SFTTrainer whose batches hold rows of one length, so that nothing is spent on padding, and
    which computes logits for the answers only. TRL does the latter on CUDA alone; on a CPU, where
    prompts are most of a row, both together learn twice the answer tokens a second.

    Measured beside it: packing (`bfd`) is a fifth slower on a CPU, because attention over a pack
    is dense there and grows with the square of its length.
    """

    learned = seen = 0  # tokens since the start of this process
    lora_plus = 0.0

    def __init__(self, *arguments, **more):
        super().__init__(*arguments, **more)
        head = self.model.get_output_embeddings()
        if not hasattr(head, "bias"):
            head.bias = None  # PEFT's wrapper around trained rows has none, and TRL asks for it
        config = self.model.config.get_text_config()
        scaled = any(getattr(config, name, None) not in (None, 1, 1.0) for name in SCALED)
        # Several processes exchange gradients only through the wrapped model's own forward pass.
        alone = self.accelerator.num_processes == 1
        self.answers_only = alone and not scaled and self.args.device.type != "cuda"

    def _get_train_sampler(self, train_dataset=None):
        if self.args.packing:
            return super()._get_train_sampler(train_dataset)
        return Buckets(self.train_dataset, self.args.train_batch_size, self.args.seed)

    def create_optimizer(self, model=None):
        """AdamW; with LoRA+ the B matrices at their own rate."""
        if self.lora_plus and self.optimizer is None:
            kind, options = self.get_optimizer_cls_and_kwargs(self.args, self.model)
            decay = {"loraplus_weight_decay": self.args.weight_decay}
            self.optimizer = create_loraplus_optimizer(
                self.model, kind, loraplus_lr_ratio=self.lora_plus, **decay, **options
            )
        return super().create_optimizer(model)

    def compute_loss(self, model, inputs, return_outputs=False, num_items_in_batch=None):
        """Summed loss of the learned tokens / num_items_in_batch (or their own count)."""
        labels = inputs["labels"]
        if model.training:
            self.learned += int((labels != IGNORED).sum())
            self.seen += int(inputs.get("attention_mask", torch.ones_like(labels)).sum())
        if not self.answers_only:
            return super().compute_loss(model, inputs, return_outputs, num_items_in_batch)
        base = self.accelerator.unwrap_model(model)
        base = base.get_base_model() if isinstance(base, PeftModel) else base
        # Padding comes last, where no causal attention sees it: without a mask attention is faster.
        given = {k: v for k, v in inputs.items() if k not in ("labels", "attention_mask")}
        hidden = base.base_model(**given | {"use_cache": False}).last_hidden_state
        learned = labels[:, 1:] != IGNORED
        logits = base.get_output_embeddings()(hidden[:, :-1][learned]).float()
        loss = torch.nn.functional.cross_entropy(logits, labels[:, 1:][learned], reduction="sum")
        return loss / (learned.sum() if num_items_in_batch is None else num_items_in_batch)

    def validation_loss(self) -> float:
        """Mean loss of a learned token over the validation rows."""
        self.model.eval()
        total, tokens = 0.0, 0
        with torch.no_grad(), self.compute_loss_context_manager():
            # Of several processes each reads all: shared out, some rows would count twice.
            for rows in batched(self.eval_dataset, self.args.eval_batch_size):
                batch = self._prepare_inputs(self.data_collator(rows))
                learned = int((batch["labels"] != IGNORED).sum())
                loss = self.compute_loss(self.model, batch)
                total, tokens = total + loss.item() * learned, tokens + learned
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


def batched(rows: Iterable, size: int) -> Iterator[list]:
    """Lists of `size` rows, the last one maybe shorter."""
    rows = iter(rows)
    while batch := list(islice(rows, size)):
        yield batch


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
        raise UserError("patience: early stopping needs validation rows (--val).")
    for tracker in track:
        if find_spec(tracker) is None:
            raise UserError(
                f"--track {tracker}: not installed. pip install {tracker}, or leave it out: the "
                "losses are in --metrics and --curve anyway."
            )
    transformers.set_seed(recipe.seed)
    model = device.load(base, recipe, where)
    trainer = AnswerTrainer(
        model=model,
        args=_config(recipe, state, where, rows, track),
        train_dataset=_dataset(rows),
        eval_dataset=_dataset(validation) if validation else None,
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
    measured = trainer.eval_dataset is not None
    before = trainer.validation_loss() if measured else None
    trainer.train(resume_from_checkpoint=callbacks.newest(state))
    after = trainer.validation_loss() if measured else None
    return Trained(trainer, _history(trainer.state, before, after), before, after)


def _free(where: str) -> None:
    gc.collect()
    if where == "cuda":
        torch.cuda.empty_cache()
    elif where == "mps":
        torch.mps.empty_cache()


def _config(
    recipe: Recipe, state: Path, where: str, rows: Encoded, track: tuple[str, ...] = ()
) -> SFTConfig:
    precision = device.precision(recipe, where)
    each = "epoch" if recipe.patience else "no"
    packing = device.packs(recipe, where)
    batch, accumulation = recipe.batch_size, recipe.gradient_accumulation
    if packing:  # packs in place of rows; a step still learns from about as many rows
        tokens = sum(len(one["input_ids"]) for one in rows.examples)
        in_pack = recipe.max_length * len(rows.examples) / tokens
        batch, accumulation = 1, max(1, round(batch * accumulation / in_pack))
    return SFTConfig(
        output_dir=str(state),
        seed=recipe.seed,
        num_train_epochs=recipe.epochs,
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
        eval_strategy=each,
        save_strategy=each,
        save_total_limit=2,  # the last one whole while the next is written
        load_best_model_at_end=bool(recipe.patience),
        metric_for_best_model="loss" if recipe.patience else None,
        report_to=list(track) or "none",
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
    trainer = trained.trainer
    scratch = Path(trainer.args.output_dir) / "adapter"
    # All processes give their shards; the first one writes.
    tensors = trainer.accelerator.get_state_dict(trainer.model_wrapped)
    if not trainer.is_world_process_zero():
        return
    model = trainer.accelerator.unwrap_model(trainer.model)
    model.save_pretrained(scratch, state_dict=tensors, save_embedding_layers=False)
    config = json.loads((scratch / "adapter_config.json").read_text(encoding="utf-8"))
    config["base_model_name_or_path"] = base
    config["target_modules"] = sorted(config["target_modules"])  # PEFT keeps a set
    with atomic_path(folder / "adapter_model.safetensors") as part:
        shutil.move(scratch / "adapter_model.safetensors", part)
    with atomic_write(folder / "adapter_config.json") as file:
        json.dump(config, file, indent=2, sort_keys=True)
        file.write("\n")


def save_model(trained: Trained, folder: Path, base: Path) -> None:
    """Writes the whole model as `merge` would: the base's files, names and types, other values."""
    trainer = trained.trainer
    values = trainer.accelerator.get_state_dict(trainer.model_wrapped)
    if not trainer.is_world_process_zero():
        return
    tensors = weights.read(base)
    if trainer.model.config.tie_word_embeddings:
        tensors.pop("lm_head.weight", None)

    def changed(name: str, tensor: weights.Tensor) -> bytes:
        value = values[name].detach().cpu().to(tensor.load().dtype)
        return value.contiguous().view(torch.uint8).numpy().tobytes()

    weights.write(folder / "model.safetensors", tensors, changed)
    merge.copy_files(base, folder)
