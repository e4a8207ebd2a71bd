"""The adapter that a recipe asks for."""

from peft import LoraConfig

from neural.training.recipe import Recipe


def lora(recipe: Recipe, base=None) -> LoraConfig:
    """LoRA on every linear layer of the decoder, found by PEFT in the model, so that fused ones
    (Phi-3's qkv_proj) count too; never on lm_head.

    `base` is the model's config: rows of tokens that it got for ChatML are trained as well, in
    both matrices where they are not tied.
    """
    new = getattr(base, "new_tokens", None)
    tied = getattr(base, "tie_word_embeddings", True)
    rows = {"embed_tokens": new} | ({} if tied else {"lm_head": new}) if new else None
    return LoraConfig(
        r=recipe.lora_rank,
        lora_alpha=recipe.lora_alpha,
        lora_dropout=recipe.lora_dropout,
        use_rslora=recipe.rslora,
        use_dora=recipe.dora,
        target_modules="all-linear",
        trainable_token_indices=rows,
        task_type="CAUSAL_LM",
    )
