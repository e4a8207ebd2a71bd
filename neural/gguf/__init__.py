"""From a merged Hugging Face folder to a GGUF file: write, quantize, prove equal."""
