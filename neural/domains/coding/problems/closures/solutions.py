"""Solutions of spec.py's families; see AUTHORING.md."""


#: family limit_calls
from collections.abc import Callable


def limit_calls(
    action: Callable[[int], int], count: int
) -> Callable[[int], int | None]:
    left = count
    #: later=same|first
    kept: int | None = None
    #: end

    def limited(argument: int) -> int | None:
        #: later=same
        nonlocal left, kept
        if left > 0:
            left -= 1
            kept = action(argument)
        return kept
        #: later=first
        nonlocal left, kept
        if left == 0:
            return kept
        left -= 1
        result = action(argument)
        if kept is None:
            kept = result
        return result
        #: later=none
        nonlocal left
        if left == 0:
            return None
        left -= 1
        return action(argument)
        #: end

    return limited


#: driver
def called(inputs, count):
    calls = 0

    def square(value):
        nonlocal calls
        calls += 1
        return value * value

    limited = limit_calls(square, count)
    return [limited(value) for value in inputs], calls


#: family bind
from collections.abc import Callable


def bind(action: Callable[..., str], given: list[str]) -> Callable[..., str]:
    fixed = tuple(given)

    def bound(*own: str) -> str:
        return action(*fixed, *own)  #: order=front
        return action(*own, *fixed)  #: order=back
        #: order=holes
        rest = iter(own)
        filled = [next(rest, text) if text == "_" else text for text in fixed]
        return action(*filled, *rest)
        #: end

    return bound


#: driver
def bound(given, later):
    made = bind(lambda *texts: ".".join(texts), given)
    given.append("changed")
    result = made(*later)
    given.pop()
    return result


#: family scan_right
from collections.abc import Callable
from itertools import accumulate


def scan_right(
    items: list[int], start: int, combine: Callable[[int, int], int]
) -> list[int]:
    backwards = reversed(items)
    results = accumulate(
        backwards, lambda after, item: combine(item, after), initial=start
    )
    return list(results)  #: what=backwards
    return list(results)[::-1]  #: what=all
    return list(results)[:0:-1]  #: what=items


#: driver
def scanned(values, start):
    return scan_right(values, start, lambda item, after: item - after)


#: family layered
from collections.abc import Callable, Sequence
from functools import partial, reduce

Respond = Callable[[str], str]
Layer = Callable[[str, Respond], str]


def layered(layers: Sequence[Layer], handler: Respond) -> Respond:
    def wrap(inner: Respond, layer: Layer) -> Respond:
        return partial(call, layer, inner)

    def call(layer: Layer, inner: Respond, request: str) -> str:
        return layer(request, inner)

    return reduce(wrap, reversed(layers), handler)  #: order=first
    return reduce(wrap, layers, handler)  #: order=last


#: driver
def handled(layers, request):
    log = []

    def layer(name):
        def handle(request, following):
            log.append(f"{name} gets {request}")
            if name == "stop":
                return "stopped"
            answer = following(f"{request}+{name}")
            log.append(f"{name} sees {answer}")
            return answer

        return handle

    handle = layered([layer(name) for name in layers], lambda request: f"<{request}>")
    log.append(handle(request))
    return log


#: family lazily
from collections.abc import Callable
from typing import Any


def lazily(compute: Callable[[], Any]) -> Callable[[], Any]:
    results: list[Any] = []
    #: afterwards!=again
    errors: list[Exception] = []
    #: end

    def read() -> Any:
        if results:
            return results[0]
        #: afterwards=kept
        if errors:
            raise errors[0]
        #: afterwards=twice
        if len(errors) == 2:
            raise errors[1]
        #: afterwards!=again
        try:
            results.append(compute())
        except Exception as error:
            errors.append(error)
            raise
        return results[0]
        #: afterwards=again
        results.append(compute())
        return results[0]
        #: end

    return read


#: driver
def reads(failures, count):
    calls = 0

    def compute():
        nonlocal calls
        calls += 1
        if calls <= failures:
            raise ValueError(f"failure {calls}")
        return f"result {calls}"

    read = lazily(compute)
    seen = []
    for _ in range(count):
        try:
            seen.append(read())
        except ValueError as error:
            seen.append(str(error))
    return seen, calls


#: family throttle
from collections.abc import Callable


def throttle(action: Callable[[int], int], gap: int) -> Callable[[int], int | None]:
    last: int | None = None

    def throttled(now: int) -> int | None:
        nonlocal last
        early = last is not None and now - last < gap
        last = now  #: since=call
        if early:
            return None
        last = now  #: since=action
        return action(now)

    return throttled


#: driver
def throttled(times, gap):
    return list(map(throttle(lambda time: 10 * time, gap), times))


#: family make_namer
from collections import Counter  #: numbers=each
from collections.abc import Callable


def make_namer() -> Callable[[str], str]:
    #: numbers=each
    counts: Counter[str] = Counter()

    def name(kind: str) -> str:
        counts[kind] += 1
        return f"{kind}-{counts[kind]}"

    #: numbers=shared
    count = 0

    def name(kind: str) -> str:
        nonlocal count
        count += 1
        return f"{kind}-{count}"

    #: numbers=runs
    last: str | None = None
    count = 0

    def name(kind: str) -> str:
        nonlocal last, count
        count = count + 1 if kind == last else 1
        last = kind
        return f"{kind}-{count}"

    #: end
    return name


#: driver
def given_names(kinds):
    first, other = make_namer(), make_namer()
    names = []
    for kind in kinds:
        other(kind)
        other("other")
        names.append(first(kind))
    return names
