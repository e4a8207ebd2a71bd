"""What a fine-tuning leaves: the adapter's two files, or a whole model's folder."""

import json
import shutil
from pathlib import Path

import torch

from neural import weights
from neural.files import atomic_path, atomic_write
from neural.training import merge
from neural.training.trainer import AnswerTrainer


def adapter(trainer: AnswerTrainer, folder: Path, base: str) -> None:
    """Writes adapter_config.json and adapter_model.safetensors, whole or not at all."""
    scratch = Path(trainer.args.output_dir) / "adapter"
    # All processes give their shards; the first one writes.
    tensors = trainer.accelerator.get_state_dict(trainer.model_wrapped)
    if not trainer.is_world_process_zero():
        return
    tuned = trainer.accelerator.unwrap_model(trainer.model)
    tuned.save_pretrained(scratch, state_dict=tensors, save_embedding_layers=False)
    config = json.loads((scratch / "adapter_config.json").read_text(encoding="utf-8"))
    config["base_model_name_or_path"] = base
    config["target_modules"] = sorted(config["target_modules"])  # PEFT keeps a set
    with atomic_path(folder / "adapter_model.safetensors") as part:
        shutil.move(scratch / "adapter_model.safetensors", part)
    with atomic_write(folder / "adapter_config.json") as file:
        json.dump(config, file, indent=2, sort_keys=True)
        file.write("\n")


def model(trainer: AnswerTrainer, folder: Path, base: Path) -> None:
    """Writes the whole model as `merge` would: the base's files, names and types, other values."""
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
