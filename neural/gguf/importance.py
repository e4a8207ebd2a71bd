"""The importance matrix: how much each column of a weight matrix is used on the training rows.

The quantizer then spends its precision on the columns that matter. The file is llama.cpp's own
kind (GGUF with `NAME.in_sum2` and `NAME.counts`), so llama-quantize takes it too.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import gguf
import numpy as np

from neural import prompt
from neural.errors import UserError
from neural.files import atomic_path
from neural.gguf import architectures, checkpoint, reader

SUMS, COUNTS = ".in_sum2", ".counts"


def write(
    folder: str | Path,
    rows: Sequence[dict],
    output: str | Path,
    threads: int = 1,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> int:
    """Runs the rows, answers included, through the merged model of `folder`; writes the mean
    square of every input column of every linear layer. Returns how many matrices were measured.
    """
    if not rows:
        raise UserError(f"{output}: no rows to measure importance on; give training rows.")
    folder, output = Path(folder), Path(output)
    config = checkpoint.config(folder)
    arch = architectures.of(folder, config)
    names = gguf.get_tensor_name_map(arch, config["num_hidden_layers"])
    sums, tokens = _run(folder, rows, names, threads, progress)
    with atomic_path(output) as part:
        made = gguf.GGUFWriter(part, "none")
        made.add_type("imatrix")
        made.add_array("imatrix.datasets", ["training rows"])
        made.add_uint32("imatrix.chunk_count", len(rows))
        made.add_uint32("imatrix.chunk_size", max(1, tokens // len(rows)))
        for name in sorted(sums):
            made.add_tensor(name + SUMS, sums[name].astype(np.float32)[None])
            made.add_tensor(name + COUNTS, np.array([[tokens]], np.float32))
        made.write_header_to_file()
        made.write_kv_data_to_file()
        made.write_tensors_to_file()
        made.close()
    return len(sums)


def read(path: str | Path, model: reader.Header) -> dict[str, np.ndarray]:
    """Mean squares by tensor, float32 (columns,). UserError where they are of another model."""
    header = reader.read(path)
    if header.keys.get("general.type") != "imatrix":
        raise UserError(f"{path}: no importance matrix. Make one: scripts/measure_importance.py.")
    found = {}
    for name in header.tensors:
        if not name.endswith(SUMS):
            continue
        target = name.removesuffix(SUMS)
        if target not in model.tensors:
            raise UserError(f"{path}: the model has no {target}; the matrix is of another model.")
        sums, counts = (_values(header, part) for part in (name, target + COUNTS))
        columns = model.tensors[target].shape[-1]
        if sums.size != columns or not counts.size or not (counts > 0).all():
            raise UserError(
                f"{path}: {target} has {sums.size} columns there and {columns} in the model; the "
                "matrix is of another model."
            )
        found[target] = np.ascontiguousarray(sums / counts[0], np.float32)
    return found


def _values(header: reader.Header, name: str) -> np.ndarray:
    tensor = header.tensors.get(name)
    if tensor is None or tensor.type != gguf.GGMLQuantizationType.F32:
        raise UserError(f"{header.path}: no {name} in F32; the file is damaged. Make it again.")
    return np.fromfile(header.path, np.float32, tensor.nbytes // 4, offset=tensor.offset)


def _run(folder: Path, rows: Sequence[dict], names, threads: int, progress: Callable):
    """Sums of squares by GGUF tensor, float64 (columns,), and the number of tokens."""
    import torch
    from tokenizers import Tokenizer
    from transformers import AutoModelForCausalLM
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    torch.set_num_threads(threads)
    model = AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.float32, trust_remote_code=False
    ).eval()
    sums: dict[str, np.ndarray] = {}

    def listen(name: str) -> Callable:
        def hook(_module, inputs) -> None:
            found = inputs[0].flatten(0, -2).square().sum(0, dtype=torch.float64).numpy()
            sums[name] = sums.get(name, 0) + found

        return hook

    tied = model.get_output_embeddings() if model.config.tie_word_embeddings else None
    for name, module in model.named_modules():
        if isinstance(module, torch.nn.Linear) and module is not tied:
            target = names.get_name(f"{name}.weight", try_suffixes=(".weight",))
            module.register_forward_pre_hook(listen(target))
    words, tokens = Tokenizer.from_file(str(folder / "tokenizer.json")), 0
    with torch.inference_mode():
        for row in rows:
            ids = words.encode("".join(prompt.prompt_and_answer(row))).ids
            tokens += len(ids)
            model(input_ids=torch.tensor([ids]))
            progress(1)
    return sums, tokens
