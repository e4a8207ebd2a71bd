"""Inside the box: calls the samples' functions, each sample in a fork of this process."""
# ruff: noqa: F401 (what samples import is loaded once, before the forks)

import asyncio
import collections
import concurrent.futures
import contextlib
import copy
import dataclasses
import datetime
import decimal
import fractions
import functools
import heapq
import inspect
import io
import itertools
import json
import linecache
import math
import os
import re
import signal
import statistics
import string
import sys
import threading
import traceback
import types
import typing

NUMBERS = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


def send(*line):
    os.write(3, (json.dumps(line, ensure_ascii=True) + "\n").encode())


def decode(value, kind, names):
    if isinstance(kind, str):
        if value is None or kind not in ("float", "long"):
            return value
        return int(value) if kind == "long" else NUMBERS.get(value) or float(value)
    head, *rest = kind
    if head == "optional":
        return None if value is None else decode(value, rest[0], names)
    if head in ("list", "set"):
        made = [decode(item, rest[0], names) for item in value]
        return made if head == "list" else set(made)
    if head == "dict":
        return {decode(k, rest[0], names): decode(v, rest[1], names) for k, v in value}
    if head == "tuple":
        return tuple(decode(v, k, names) for v, k in zip(value, rest, strict=True))
    name, fields = rest
    return names[name](*(decode(v, k, names) for v, (_, k) in zip(value, fields, strict=True)))


SCALARS = {"int": int, "long": int, "float": (int, float), "str": str, "bool": bool}


def encode(value, kind):
    if isinstance(kind, str):
        if kind == "none" and value is None:
            return None
        right = SCALARS.get(kind, ())
        if not isinstance(value, right) or (isinstance(value, bool) and kind != "bool"):
            raise TypeError(f"found {type(value).__name__}, expected {kind}")
        if kind == "float":
            number = float(value)
            return number if math.isfinite(number) else str(number)
        return str(value) if kind == "long" else value
    head, *rest = kind
    if head == "optional":
        return None if value is None else encode(value, rest[0])
    if head == "record":
        names = [name for name, _ in rest[1]]
        if not all(hasattr(value, name) for name in names):
            raise TypeError(f"found {type(value).__name__}, expected {rest[0]}")
        return [encode(getattr(value, name), k) for name, k in rest[1]]
    if head == "dict":
        if not isinstance(value, collections.abc.Mapping):
            raise TypeError(f"found {type(value).__name__}, expected dict")
        return [[encode(k, rest[0]), encode(v, rest[1])] for k, v in value.items()]
    wrong = not isinstance(value, collections.abc.Iterable) or isinstance(value, (str, dict))
    if wrong or (head == "set") != isinstance(value, collections.abc.Set):
        raise TypeError(f"found {type(value).__name__}, expected {head}")
    items = list(value)
    if head == "tuple":
        if len(items) != len(rest):
            raise TypeError(f"found {len(items)} values, expected {len(rest)}")
        return [encode(item, k) for item, k in zip(items, rest, strict=True)]
    made = [encode(item, rest[0]) for item in items]
    return sorted(made, key=json.dumps) if head == "set" else made  # which has no order


def settle(value):
    async def wait():
        return await value

    return asyncio.run(wait()) if inspect.isawaitable(value) else value


def failure(error, name):
    places = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == name]
    if isinstance(error, SyntaxError) and error.filename == name:
        places = [error.lineno]
    kinds = [kind.__name__ for kind in type(error).__mro__[:-2]]
    text = error.args[0] if isinstance(error, KeyError) and error.args else error
    text = error.msg if isinstance(error, SyntaxError) else str(text)
    return {"error": kinds, "message": text, "line": places[-1] if places else None}


def attempt(action, kind, name):
    try:
        return told(settle(action()), kind, name)
    except (Exception, SystemExit) as error:
        return failure(error, name)


def told(value, kind, name):
    try:
        return {"value": encode(value, kind)}
    except TypeError as error:
        shown = repr(value)
        plain = len(shown) < 200 and not set("<{") & set(shown)  # no addresses, no order of sets
        return failure(error, name) | ({"shown": shown} if plain else {})


def function_call(function, entry, args, names, name):
    given = [decode(v, k, names) for v, (_, k) in zip(args, entry["args"], strict=True)]
    kept = [encode(v, k) for v, (_, k) in zip(given, entry["args"], strict=True)]
    if entry["mutates"] is None:
        outcome = attempt(lambda: function(*given), entry["returns"], name)
        after = [encode(v, k) for v, (_, k) in zip(given, entry["args"], strict=True)]
        return outcome | ({"changed": True} if after != kept else {})

    def action():
        settle(function(*given))
        return given[entry["mutates"]]

    return attempt(action, entry["returns"], name)


def class_call(made, entry, args, names, name):
    initial, operations = args
    given = [decode(v, k, names) for v, (_, k) in zip(initial, entry["args"], strict=True)]
    try:
        target = made(*given)
    except Exception as error:
        return failure(error, name)

    async def follow():  # one loop, as an object may hold its locks and tasks
        trace = []
        for method, *values in operations:
            inputs, returns = entry["methods"][method]
            given = [decode(v, k, names) for v, (_, k) in zip(values, inputs, strict=True)]
            try:
                found = getattr(target, method)
                found = found(*given) if callable(found) else found
                found = await found if inspect.isawaitable(found) else found
                trace.append(told(found, returns, name))
            except Exception as error:
                trace.append(failure(error, name))
        return trace

    return {"value": asyncio.run(follow())}


def serve(number, job):
    name = job["file"]
    entry = job["entry"]
    with open(f"/box/{job['source']}", encoding="utf-8") as file:
        source = file.read()
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    module = types.ModuleType("solution")
    sys.modules["solution"] = module
    try:
        exec(compile(source, name, "exec"), module.__dict__)
        target = getattr(module, entry["name"])
    except (Exception, SystemExit) as error:
        send(number, "load", failure(error, name))
        return
    call = class_call if entry["methods"] else function_call
    for index, args in enumerate(job["calls"]):
        send(number, index, call(target, entry, args, module.__dict__, name))


def main():
    with open("/box/jobs.json", encoding="utf-8") as file:
        jobs = json.load(file)
    for number in map(int, sys.stdin.read().split()):
        send(number, "begin", None)
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            try:
                serve(number, jobs[number])
            except BaseException as error:
                send(number, "load", failure(error, jobs[number]["file"]))
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        send(number, "end", status and os.waitstatus_to_exitcode(status))


main()
