"""What ships: the GGUF with its lineage and measured metrics inside, and its card."""
