import pytest
import tiny_qwen2

from neural import prompt
from neural.errors import UserError
from neural.files import sha256
from neural.gguf import importance, quantize, reader
from neural.gguf.llama import open_model


@pytest.mark.parametrize("quant", quantize.QUANTS)
def test_each_type_loads_and_repeats_byte_for_byte(tiny_gguf, tmp_path, quant):
    one, two = tmp_path / "one.gguf", tmp_path / "two.gguf"
    summary = quantize.quantize(tiny_gguf, one, quant, threads=1)
    quantize.quantize(tiny_gguf, two, quant.upper(), threads=2)
    assert one.read_bytes() == two.read_bytes()
    assert summary.bytes == one.stat().st_size and not summary.fallbacks
    with open_model(one) as model:
        assert model.n_vocab == 405


def test_fewer_bits_make_smaller_files(tiny_gguf, tmp_path):
    bits = [
        quantize.quantize(tiny_gguf, tmp_path / f"{quant}.gguf", quant).bits_per_weight
        for quant in ("f16", "q8_0", "q5_k_m", "q4_k_m", "q2_k")
    ]
    assert bits == sorted(bits, reverse=True) and bits[0] > 16 > 9 > bits[1] and bits[-1] < 5


def test_rows_that_no_k_quant_fits_are_listed(narrow_gguf, tmp_path):
    summary = quantize.quantize(narrow_gguf, tmp_path / "x.gguf", "q4_k_m")
    assert summary.fallbacks["blk.0.ffn_down.weight"] in ("Q5_0", "Q8_0", "Q5_1")
    assert "token_embd.weight" not in summary.fallbacks
    assert "no multiple of 256" in quantize.describe(tmp_path / "x.gguf")


def test_unknown_type_names_the_nearest(tiny_gguf, tmp_path):
    with pytest.raises(UserError, match="Did you mean 'q4_k_m'"):
        quantize.quantize(tiny_gguf, tmp_path / "x.gguf", "Q4_KM")


def test_truncated_source_is_refused_and_leaves_nothing(tiny_gguf, tmp_path):
    (tmp_path / "half.gguf").write_bytes(tiny_gguf.read_bytes()[:-1000])
    with pytest.raises(UserError, match=r"half\.gguf: no whole GGUF"):
        quantize.quantize(tmp_path / "half.gguf", tmp_path / "x.gguf", "q8_0")
    assert [path.name for path in tmp_path.iterdir()] == ["half.gguf"]


def test_quantizing_twice_is_refused(tiny_gguf, tmp_path):
    quantize.quantize(tiny_gguf, tmp_path / "q8.gguf", "q8_0")
    with pytest.raises(UserError, match="quantized already"):
        quantize.quantize(tmp_path / "q8.gguf", tmp_path / "x.gguf", "q4_k_m")


@pytest.fixture(scope="module")
def imatrix(tiny, tmp_path_factory):
    path = tmp_path_factory.mktemp("imatrix") / "imatrix.gguf"
    assert importance.write(tiny, tiny_qwen2.rows(8, seed=1), path) == 2 * 7
    return path


def test_importance_is_the_mean_square_of_each_layers_input(tiny, tiny_gguf, imatrix):
    import torch
    from tokenizers import Tokenizer
    from transformers import AutoModelForCausalLM

    found = importance.read(imatrix, reader.read(tiny_gguf))
    model = AutoModelForCausalLM.from_pretrained(tiny, dtype=torch.float32)
    words = Tokenizer.from_file(str(tiny / "tokenizer.json"))
    ids = [
        words.encode("".join(prompt.prompt_and_answer(row))).ids
        for row in tiny_qwen2.rows(8, seed=1)
    ]
    norm = model.model.layers[0].input_layernorm
    with torch.inference_mode():
        inputs = torch.cat([norm(model.model.embed_tokens(torch.tensor(one))) for one in ids])
    expected = inputs.square().mean(0).numpy()
    for name in ("attn_q", "attn_k", "attn_v"):
        assert found[f"blk.0.{name}.weight"] == pytest.approx(expected, rel=1e-4)


def test_importance_changes_the_bytes_in_the_same_way_each_time(tiny_gguf, imatrix, tmp_path):
    plain, one, two = (tmp_path / f"{name}.gguf" for name in ("plain", "one", "two"))
    quantize.quantize(tiny_gguf, plain, "q2_k")
    quantize.quantize(tiny_gguf, one, "q2_k", threads=1, imatrix=imatrix)
    quantize.quantize(tiny_gguf, two, "q2_k", threads=2, imatrix=imatrix)
    assert one.read_bytes() == two.read_bytes() != plain.read_bytes()
    assert quantize.recipe(one, imatrix)["imatrix"] == sha256(imatrix)
    assert quantize.recipe(one)["type"] == "q2_k"


def test_matrix_of_another_model_is_refused(narrow_gguf, tiny_gguf, imatrix, tmp_path):
    with pytest.raises(UserError, match="of another model"):
        quantize.quantize(narrow_gguf, tmp_path / "x.gguf", "q4_k_m", imatrix=imatrix)
    with pytest.raises(UserError, match="no importance matrix"):
        quantize.quantize(tiny_gguf, tmp_path / "x.gguf", "q4_k_m", imatrix=tiny_gguf)
    assert not list(tmp_path.iterdir())
