"""Turns a domain into a small language model that runs inside a graph database."""
