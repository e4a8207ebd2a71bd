"""Kinds of questions, each a function that draws one scenario."""
