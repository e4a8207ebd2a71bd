"""Quantizes a GGUF with llama.cpp's own quantizer; tells what it really did."""

from dataclasses import dataclass
from pathlib import Path

import llama_cpp

from neural.errors import UserError, nearest
from neural.files import atomic_path, sha256
from neural.gguf import importance, llama, reader

QUANTS = {
    "f32": llama_cpp.LLAMA_FTYPE_ALL_F32,
    "f16": llama_cpp.LLAMA_FTYPE_MOSTLY_F16,
    "bf16": llama_cpp.LLAMA_FTYPE_MOSTLY_BF16,
    "q8_0": llama_cpp.LLAMA_FTYPE_MOSTLY_Q8_0,
    "q6_k": llama_cpp.LLAMA_FTYPE_MOSTLY_Q6_K,
    "q5_k_m": llama_cpp.LLAMA_FTYPE_MOSTLY_Q5_K_M,
    "q5_k_s": llama_cpp.LLAMA_FTYPE_MOSTLY_Q5_K_S,
    "q5_0": llama_cpp.LLAMA_FTYPE_MOSTLY_Q5_0,
    "q4_k_m": llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_K_M,
    "q4_k_s": llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_K_S,
    "q4_0": llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_0,
    "iq4_xs": llama_cpp.LLAMA_FTYPE_MOSTLY_IQ4_XS,
    "q3_k_m": llama_cpp.LLAMA_FTYPE_MOSTLY_Q3_K_M,
    "q2_k": llama_cpp.LLAMA_FTYPE_MOSTLY_Q2_K,
}
SUPERBLOCK = 256  # weights that a k-quant packs together; rows must be a multiple of it


@dataclass(frozen=True)
class Summary:
    """What a GGUF holds; `fallbacks`: matrices whose width forbids the k-quant, with their type."""

    bytes: int
    parameters: int
    context_length: int
    bits_per_weight: float
    fallbacks: dict[str, str]


def known(quant: str) -> str:
    """The quantization's name in lower case; UserError names the known ones."""
    name = quant.lower()
    if name not in QUANTS:
        raise UserError(
            f"unknown quantization {quant!r}; known: {', '.join(QUANTS)}.{nearest(name, QUANTS)}"
        )
    return name


def quantize(
    source: str | Path,
    output: str | Path,
    quant: str,
    threads: int = 1,
    imatrix: str | Path | None = None,
) -> Summary:
    """Writes `source` (F32, F16 or BF16) to `output` in another type; same bytes every time.

    `imatrix`: a file of `importance.write`, or llama-imatrix's. UserError for an unknown type, for
    a source that is damaged or quantized already, and for an importance matrix of another model.
    """
    ftype = QUANTS[known(quant)]
    header = reader.read(source)
    coarse = sorted({t.type.name for t in header.tensors.values()} - {"F32", "F16", "BF16"})
    if coarse:
        raise UserError(
            f"{source}: it is quantized already ({', '.join(coarse)}); quantizing twice loses "
            "accuracy. Give the F16 file."
        )
    llama.start(source)
    params = llama_cpp.llama_model_quantize_default_params()
    params.nthread, params.ftype = threads, ftype
    if imatrix:
        weights = importance.read(imatrix, header)
        entries = (llama_cpp.llama_model_imatrix_data * (len(weights) + 1))()  # the last is empty
        for entry, (name, values) in zip(entries, weights.items(), strict=False):
            entry.name, entry.size = name.encode(), values.size
            entry.data = values.ctypes.data_as(type(entry.data))
        params.imatrix = entries
    with atomic_path(output) as part:
        code = llama_cpp.llama_model_quantize(str(source).encode(), str(part).encode(), params)
        if code != 0:
            raise UserError(
                f"{source}: llama.cpp cannot quantize it to {quant}: {llama.said()}. Take another "
                "quantization, such as q8_0."
            )
    return summary(output)


def recipe(path: str | Path, imatrix: str | Path | None = None) -> dict:
    """How a GGUF was quantized, for its lineage: type, real bits per weight, fallback tensors and
    the SHA-256 of the importance matrix."""
    ftype = reader.read(path).keys.get("general.file_type")
    names = {int(value): name for name, value in QUANTS.items()}
    found = summary(path)
    return {
        "type": names.get(ftype, str(ftype)),
        "bits_per_weight": round(found.bits_per_weight, 4),
        "fallbacks": found.fallbacks,
        "imatrix": sha256(imatrix) if imatrix else None,
    }


def summary(path: str | Path) -> Summary:
    """Size, real bits per weight and fallback tensors of a GGUF."""
    header = reader.read(path)
    weights = stored = 0
    fallbacks = {}
    k_quant = any("_K" in t.type.name or "IQ" in t.type.name for t in header.tensors.values())
    for tensor in header.tensors.values():
        count = 1
        for side in tensor.shape:
            count *= side
        weights += count
        stored += tensor.nbytes
        if k_quant and len(tensor.shape) > 1 and tensor.shape[-1] % SUPERBLOCK:
            fallbacks[tensor.name] = tensor.type.name
    context = header.keys.get(f"{header.keys.get('general.architecture')}.context_length", 0)
    return Summary(header.size, weights, context, 8 * stored / weights, fallbacks)


def describe(path: str | Path) -> str:
    """Size, bits per weight and fallbacks of a GGUF in one line."""
    found = summary(path)
    text = f"{found.bytes / 1e6:.1f} MB, {found.bits_per_weight:.2f} bits per weight"
    if found.fallbacks:
        types = ", ".join(sorted(set(found.fallbacks.values())))
        text += (
            f"; {len(found.fallbacks)} matrices are {types} instead, as their rows are no "
            f"multiple of {SUPERBLOCK}"
        )
    return text
