"""Solutions of spec.py's families; see AUTHORING.md."""


#: family overlaps
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int


def overlaps(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end  #: ends=open
    return first.start <= second.end and second.start <= first.end  #: ends=closed
    #: ends=contained
    within = first.start <= second.start and second.end <= first.end
    around = second.start <= first.start and first.end <= second.end
    return within or around
    #: end


#: family gaps
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int


def gaps(busy: list[Span], start: int, end: int) -> list[Span]:
    free = []
    reached = start
    for span in sorted(busy):
        if min(span.start, end) - reached >= LEAST:
            free.append(Span(reached, min(span.start, end)))
        reached = max(reached, span.end)
    if end - reached >= LEAST:
        free.append(Span(reached, end))
    return free


#: family total_covered
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int


def total_covered(spans: list[Span]) -> int:
    changes = [(span.start, 1) for span in spans] + [(span.end, -1) for span in spans]
    covered = depth = previous = 0
    for time, change in sorted(changes):
        if depth >= 1:  #: how=any
        if depth >= 2:  #: how=two
        if depth == 1:  #: how=one
            covered += time - previous
        depth += change
        previous = time
    return covered


#: family most_at_once
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int


def most_at_once(spans: list[Span]) -> int:
    changes = [(span.start, 1) for span in spans] + [(span.end, -1) for span in spans]
    most = running = 0
    first = -1  #: what=first
    for _, change in sorted(changes):  #: what=count
    for time, change in sorted(changes):  #: what=first
        running += change
        most = max(most, running)  #: what=count
        #: what=first
        if running > most:
            most, first = running, time
        #: end
    return most  #: what=count
    return first  #: what=first


#: family intersect
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int


def intersect(left: list[Span], right: list[Span]) -> list[Span]:
    common = []
    i = j = 0
    while i < len(left) and j < len(right):
        start = max(left[i].start, right[j].start)
        end = min(left[i].end, right[j].end)
        if start < end:  #: points=dropped
        if start <= end:  #: points=kept
            common.append(Span(start, end))
        if left[i].end < right[j].end:
            i += 1
        else:
            j += 1
    return common


#: family subtract
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int


def subtract(spans: list[Span], hole: Span) -> list[Span]:
    left = []
    for span in spans:
        #: rule=whole
        if span.start < hole.start and hole.end < span.end:
            left.append(span)
            continue
        #: end
        before = Span(span.start, min(span.end, hole.start))
        after = Span(max(span.start, hole.end), span.end)
        #: rule=shift
        length = hole.end - hole.start
        moved = Span(after.start - length, after.end - length)
        left += [part for part in (before, moved) if part.start < part.end]
        #: rule!=shift
        left += [part for part in (before, after) if part.start < part.end]
        #: end
    return left


#: family most_meetings
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int


def most_meetings(meetings: list[Span]) -> list[Span]:
    chosen: list[Span] = []
    for meeting in sorted(meetings, key=lambda each: (each.end, -each.start)):  #: tie=late
    for meeting in sorted(meetings, key=lambda each: (each.end, each.start)):  #: tie=early
        if not chosen or meeting.start >= chosen[-1].end:  #: touch=allowed
        if not chosen or meeting.start > chosen[-1].end:  #: touch=pause
            chosen.append(meeting)
    return chosen


#: family calendar
class Calendar:
    def __init__(self) -> None:
        self._bookings: list[tuple[int, int]] = []

    def book(self, start: int, end: int) -> bool:
        if end <= start:
            raise ValueError("end must be after start")
        clashes = [b for b in self._bookings if start < b[1] and b[0] < end]
        #: conflict=single
        if clashes:
            return False
        #: conflict=double
        moments = (max(start, first) for first, _ in clashes)
        if any(sum(b[0] <= m < b[1] for b in clashes) > 1 for m in moments):
            return False
        #: end
        self._bookings.append((start, end))
        return True

    def cancel(self, start: int) -> bool:
        for booking in self._bookings:
            if booking[0] == start:
                self._bookings.remove(booking)
                return True
        return False

    def load(self) -> int:
        return sum(end - start for start, end in self._bookings)


#: family bucket
from bisect import bisect_right  #: side=above
from bisect import bisect_left  #: side=below


def bucket(value: int, limits: list[int]) -> int:
    return bisect_right(limits, value)  #: side=above
    return bisect_left(limits, value)  #: side=below


#: family split_shift
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int


def split_shift(start: int, end: int, limits: list[int]) -> list[Span]:
    cuts = [start, *(limit for limit in limits if start < limit < end), end]
    return [Span(a, b) for a, b in pairwise(cuts)]  #: short=kept
    return [Span(a, b) for a, b in pairwise(cuts) if b - a >= 2]  #: short=dropped
