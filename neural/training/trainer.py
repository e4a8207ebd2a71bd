"""TRL's trainer, with batches by length and logits for the answers only."""

import random
from collections.abc import Iterable, Iterator
from itertools import chain, islice

import datasets
import torch
from peft import PeftModel
from peft.optimizers import create_loraplus_optimizer
from trl import SFTTrainer

from neural.training import lean
from neural.training.rows import IGNORED

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
        self.last_layer = lean.LastLayer(self._base().base_model)
        # Checkpointing computes layers once more in the backward pass, then as a whole.
        self.trims = self.answers_only and not self.args.gradient_checkpointing
        if self.args.device.type == "cpu":
            lean.fuse(self.model)

    def _base(self):
        """The causal language model without wrappers."""
        model = self.accelerator.unwrap_model(self.model)
        return model.get_base_model() if isinstance(model, PeftModel) else model

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
        # Padding comes last, where no causal attention sees it: without a mask attention is faster.
        given = {k: v for k, v in inputs.items() if k not in ("labels", "attention_mask")}
        following = torch.nn.functional.pad(labels[:, 1:], (0, 1), value=IGNORED)
        learned = following != IGNORED
        base = self._base()
        with self.last_layer.only(learned if self.trims else None):
            hidden = base.base_model(**given | {"use_cache": False}).last_hidden_state
        logits = base.get_output_embeddings()(hidden[learned]).float()
        loss = torch.nn.functional.cross_entropy(logits, following[learned], reduction="sum")
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
        """As Trainer's, with validation_loss; asked for after each epoch."""
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
