"""The adapter that a recipe asks for."""

from peft import LoraConfig

from neural.training.recipe import Recipe


def lora(recipe: Recipe) -> LoraConfig:
    """LoRA on every linear layer of the decoder, found by PEFT in the model, so that fused ones
    (Phi-3's qkv_proj) count too; never on lm_head."""
    return LoraConfig(
        r=recipe.lora_rank,
        lora_alpha=recipe.lora_alpha,
        lora_dropout=recipe.lora_dropout,
        use_rslora=recipe.rslora,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
    )
