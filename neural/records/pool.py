"""One function over many items in several processes, results in the items' order."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice

from neural.errors import UserError

_task: Callable = None


def run(task: Callable, items: Iterable, processes: int) -> Iterator:
    """`task(item)` of each; a few items a process are under way at once, so that memory stays
    bounded. With one process nothing is started. UserError where a process was killed."""
    if processes < 2:
        yield from map(task, items)
        return
    items = iter(items)
    context = multiprocessing.get_context("spawn")  # polars' threads do not survive a fork
    with ProcessPoolExecutor(processes, context, _begin, (task,)) as pool:
        under_way = deque(map(partial(pool.submit, _do), islice(items, 3 * processes)))
        try:
            while under_way:
                yield under_way.popleft().result()
                under_way.extend(pool.submit(_do, item) for item in islice(items, 1))
        except BrokenProcessPool:
            raise UserError(
                "a process was killed, probably for want of memory; ask again with --threads 1."
            ) from None


def available() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def _begin(task: Callable) -> None:
    global _task
    _task = task
    # The processes are the parallelism; threads inside them would only wait for each other.
    os.environ |= dict.fromkeys(("RAYON_NUM_THREADS", "POLARS_MAX_THREADS", "OMP_NUM_THREADS"), "1")


def _do(item: object) -> object:
    return _task(item)
