"""Runs generated and foreign code: contained, limited, many samples at a time.

`box.run` runs one program; `batch.run` compiles many samples of a language together and calls
their functions; `toolchains.find` says which languages this machine has.
"""
