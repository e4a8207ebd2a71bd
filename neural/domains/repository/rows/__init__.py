"""The kinds of rows, each in a module of its own: questions with answers out of the code."""
