"""What makes a fine-tuning fail silently, as far as the model shows it, before the first step.

Each check returns what it found, in a few words, or raises UserError.
"""

import math

import torch
from peft.tuners.lora import LoraLayer

from neural.errors import UserError
from neural.training import device
from neural.training.rows import IGNORED

PACKED = 4  # rows in the pack that is compared with its rows
NOT_FINITE = (
    "Set precision to fp32 (fp16 overflows in many models); if it stays, the base's weights are "
    "damaged: fetch it again."
)
WORSE_THAN_GUESSING = 2.0  # nats above a uniform guess


def check(trainer) -> dict[str, str]:
    """What was found, by check. `trainer` as `sft.prepare` gives it; its weights stay as they are,
    torch's random state does not."""
    return {
        "trained weights": _trained_weights(trainer),
        "packing": _packing(trainer),
        "loss": _loss(trainer),
        "longest batch": _longest(trainer),
    }


def _trained_weights(trainer) -> str:
    model = trainer.model
    trained = {name: p for name, p in model.named_parameters() if p.requires_grad}
    count = sum(p.numel() for p in trained.values())
    if not count:
        raise UserError(
            "no weight is trainable: the adapter found no layer of this base. Take "
            "another base, or `full`."
        )
    if not hasattr(model, "peft_config"):
        return f"all {count:,}"
    tied = model.config.get_text_config().tie_word_embeddings
    for name, module in model.named_modules():
        matrix = name.rpartition(".")[2]
        if isinstance(module, LoraLayer) and tied and matrix in ("lm_head", "embed_tokens"):
            raise UserError(
                f"LoRA on {matrix}, which this base ties to another matrix: after the merge they "
                "would differ, and a reload would lose one. Leave it out of the targets."
            )
    loose = [name for name in trained if "lora_" not in name and "trainable_tokens" not in name]
    if loose:
        raise UserError(f"{loose[0]} is trained, but the adapter would not hold it. Freeze it.")
    layers = {name.rpartition(".lora_A")[0].rpartition(".")[2] for name in trained}
    return f"{count:,} in {', '.join(sorted(filter(None, layers)))}"


def _loss(trainer) -> str:
    """The loss that is minimized must be the model's own, and no worse than a guess."""
    example = min(trainer.eval_dataset or _rows(trainer), key=lambda row: len(row["input_ids"]))
    batch = trainer._prepare_inputs(trainer.data_collator([_plain(example)]))
    with torch.no_grad(), trainer.compute_loss_context_manager():
        ours = float(trainer.compute_loss(trainer.model.eval(), dict(batch)))
        logits = trainer.model(input_ids=batch["input_ids"], use_cache=False).logits.float()
    labels = batch["labels"][:, 1:]
    own = torch.nn.functional.cross_entropy(logits[:, :-1].flatten(0, 1), labels.flatten())
    own = float(own)
    trainer.model.train()
    if not math.isfinite(ours):
        raise UserError(f"the base's loss is {ours}, which is not finite. {NOT_FINITE}")
    exact = logits.dtype == torch.float32 and trainer.model.dtype == torch.float32
    if not math.isclose(ours, own, rel_tol=1e-4 if exact else 3e-2, abs_tol=1e-3):
        raise UserError(
            f"the loss that is trained is {ours:.5f}, but the model's own logits give {own:.5f} "
            "for the same row: this architecture computes its logits in another way. "
            "Take another base."
        )
    guess = math.log(logits.shape[-1])
    if ours > guess + WORSE_THAN_GUESSING:
        raise UserError(
            f"the base's loss is {ours:.2f}, where guessing gives {guess:.2f}: its weights and "
            "its tokenizer are not of one model. Fetch the base again."
        )
    return f"{ours:.3f} on the shortest row, as the model's own logits give"


def _packing(trainer) -> str:
    """Rows in a pack must not see each other: their logits are those of the rows alone."""
    if not trainer.args.packing:
        return "none: batches of rows of one length"
    apart = sorted(_rows(trainer), key=lambda row: len(row["input_ids"]))[:PACKED]
    packed = trainer._prepare_inputs(trainer.data_collator([_plain(row) for row in apart]))
    packed = {k: v for k, v in packed.items() if k not in ("labels", "attention_mask")}
    model, worst, scale, start = trainer.model.eval(), 0.0, 0.0, 0
    with torch.no_grad(), trainer.compute_loss_context_manager():
        try:
            together = model(**packed, use_cache=False).logits[0].float()
        except ValueError as error:
            raise UserError(
                f"packing: this architecture refuses it ({error}). Set packing to off."
            ) from None
        for row in apart:
            ids = torch.tensor([row["input_ids"]], device=together.device)
            alone = model(input_ids=ids, use_cache=False).logits[0].float()
            found = together[start : start + len(alone)]
            worst = max(worst, float((found - alone).abs().mean()))
            scale, start = max(scale, float(alone.std())), start + len(alone)
    model.train()
    allowed = (1e-4 if trainer.model.dtype == torch.float32 else 3e-2) * scale
    if not worst <= allowed:
        raise UserError(
            f"packing: the logits of a packed row differ by {worst:.2g} from those of the row "
            f"alone ({allowed:.2g} are rounding): rows of a pack see each other in this "
            "architecture. Set packing to off."
        )
    return f"packed rows have the logits of the rows alone, to {worst:.1g}"


def _longest(trainer) -> str:
    """One real step's passes on the batch that needs most; raises what the device raises."""
    size = trainer.args.per_device_train_batch_size
    dataset = sorted(trainer.train_dataset, key=lambda row: -len(row["input_ids"]))[:size]
    batch = trainer._prepare_inputs(trainer.data_collator(dataset))
    model = trainer.model
    if trainer.args.gradient_checkpointing:
        model.gradient_checkpointing_enable()
    counted = trainer.learned, trainer.seen
    with trainer.compute_loss_context_manager():
        loss = trainer.compute_loss(model, batch)
    loss.backward()
    gradients = {n: p.grad for n, p in model.named_parameters() if p.requires_grad}
    broken = [n for n, g in gradients.items() if g is not None and not torch.isfinite(g).all()]
    moved = any(g is not None and g.any() for g in gradients.values())
    model.zero_grad(set_to_none=True)
    trainer.learned, trainer.seen = counted
    if not torch.isfinite(loss) or broken:
        where = f"the gradient of {broken[0]}" if broken else "the loss"
        raise UserError(f"{where} is not finite on the longest batch. {NOT_FINITE}")
    if not moved:
        raise UserError(
            "no weight has a gradient on the longest batch: nothing would be learned. Take another "
            "base or other settings."
        )
    rows, tokens = batch["input_ids"].shape
    return f"{rows} x {tokens} tokens, forward and backward"


def peak(trainer) -> str:
    """The memory that has been held at most, for people."""
    return f"{device.peak(trainer.args.device.type) / 1e9:.2f} GB"


def _plain(row: dict) -> dict:
    return {key: row[key] for key in ("input_ids", "labels")}


def _rows(trainer) -> list[dict]:
    """Rows of the training set, taken apart where they are packed."""
    if not trainer.args.packing:
        return list(trainer.train_dataset)
    found = []
    for pack in trainer.train_dataset.select(range(min(PACKED, len(trainer.train_dataset)))):
        start = 0
        for length in pack["seq_lengths"]:
            part = slice(start, start + length)
            found.append({key: pack[key][part] for key in ("input_ids", "labels")})
            start += length
    return [row for row in found if any(label != IGNORED for label in row["labels"])]
