"""People's own questions to a model: in the terminal, in scripts, in the browser."""
