"""From rows to a merged model: preflight, memory estimate, LoRA fine-tuning, merge."""
