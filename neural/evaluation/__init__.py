"""Asks a GGUF through llama.cpp and measures its answers."""
