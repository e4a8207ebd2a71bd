"""Solutions of spec.py's families; see AUTHORING.md."""


#: family sort_people
from typing import NamedTuple


class Person(NamedTuple):
    name: str
    age: int


def sort_people(people: list[Person]) -> list[Person]:
    return sorted(people, key=lambda person: person.age)  #: order=age
    return sorted(people, key=lambda person: -person.age)  #: order=oldest
    return sorted(people, key=lambda person: (person.name, -person.age))  #: order=name_age
    return sorted(people, key=lambda person: len(person.name))  #: order=length


#: family sort_with_missing
def sort_with_missing(values: list[int | None]) -> list[int | None]:
    present = sorted(value for value in values if value is not None)
    missing = [None] * (len(values) - len(present))  #: place!=kept
    return missing + present  #: place=first
    return present + missing  #: place=last
    #: place=kept
    following = iter(present)
    return [None if value is None else next(following) for value in values]
    #: end


#: family rank
def rank(scores: list[int]) -> list[int]:
    #: gaps=competition
    ranks: dict[int, int] = {}
    for place, score in enumerate(sorted(scores, reverse=True), 1):
        ranks.setdefault(score, place)
    #: gaps=low
    ranks: dict[int, int] = {}
    for place, score in enumerate(sorted(scores, reverse=True), 1):
        ranks[score] = place
    #: gaps=dense
    distinct = sorted(set(scores), reverse=True)
    ranks = {score: place for place, score in enumerate(distinct, 1)}
    #: end
    return [ranks[score] for score in scores]


#: family extremes
import heapq


def extremes(values: list[int], count: int) -> list[int]:
    return heapq.nlargest(count, values)  #: which=largest and order=sorted
    return heapq.nsmallest(count, values)  #: which=smallest and order=sorted
    #: order=given
    places = range(len(values))
    chosen = heapq.nlargest(count, places, key=lambda i: (values[i], -i))  #: which=largest
    chosen = heapq.nsmallest(count, places, key=values.__getitem__)  #: which=smallest
    #: order=given
    return [values[i] for i in sorted(chosen)]
    #: end


#: family nearest
from bisect import bisect_left


def nearest(values: list[int], target: int) -> int | None:
    place = bisect_left(values, target)
    around = values[max(place - 1, 0) : place + 1]
    #: tie=smaller
    return min(around, key=lambda value: abs(value - target), default=None)
    #: tie=larger
    return min(around, key=lambda value: (abs(value - target), -value), default=None)
    #: end


#: family count_equal
from bisect import bisect_left, bisect_right  #: which=equal
from bisect import bisect_left  #: which!=equal


def count_equal(values: list[int], item: int) -> int:
    return bisect_right(values, item) - bisect_left(values, item)  #: which=equal
    return bisect_left(values, item)  #: which=less
    return len(values) - bisect_left(values, item)  #: which=at_least


#: family merge_sorted
def merge_sorted(left: list[int], right: list[int]) -> list[int]:
    merged: list[int] = []
    i = j = 0
    #: repeated!=common
    while i < len(left) or j < len(right):
        if j == len(right) or (i < len(left) and left[i] <= right[j]):
            item = left[i]
            i += 1
        else:
            item = right[j]
            j += 1
        #: repeated=kept
        merged.append(item)
        #: repeated=once
        if not merged or merged[-1] != item:
            merged.append(item)
    #: repeated=common
    while i < len(left) and j < len(right):
        if left[i] < right[j]:
            i += 1
        elif left[i] > right[j]:
            j += 1
        else:
            if not merged or merged[-1] != left[i]:
                merged.append(left[i])
            i += 1
            j += 1
    #: end
    return merged


#: family is_sorted
from itertools import pairwise


def is_sorted(values: list[int]) -> bool:
    return all(a <= b for a, b in pairwise(values))  #: order=ascending
    return all(a < b for a, b in pairwise(values))  #: order=strict
    return all(a >= b for a, b in pairwise(values))  #: order=descending
    #: order=either
    ascending = all(a <= b for a, b in pairwise(values))
    descending = all(a >= b for a, b in pairwise(values))
    return ascending or descending
    #: end


#: family find_rotated
def find_rotated(values: list[int], item: int) -> int | None:
    low, high = 0, len(values) - 1
    while low <= high:
        middle = (low + high) // 2
        if values[middle] == item:
            return middle
        #: order=up
        if values[low] <= values[middle]:
            inside = values[low] <= item < values[middle]
        else:
            inside = not values[middle] < item <= values[high]
        #: order=down
        if values[low] >= values[middle]:
            inside = values[low] >= item > values[middle]
        else:
            inside = not values[middle] > item >= values[high]
        #: end
        if inside:
            high = middle - 1
        else:
            low = middle + 1
    return None


#: family page
def page(items: list[str], number: int, size: int) -> list[str]:
    if size < 1:
        raise ValueError("size must be at least 1")
    start = number * size  #: base=0
    start = (number - 1) * size  #: base=1
    #: beyond=empty
    return items[start : start + size] if start >= 0 else []
    #: beyond=last
    last = max(len(items) - 1, 0) // size * size
    start = min(max(start, 0), last)
    return items[start : start + size]
    #: end


#: family peaks
def peaks(heights: list[int]) -> list[int]:
    #: ends=out
    return [
        i
        for i in range(1, len(heights) - 1)
        if heights[i - 1] < heights[i] > heights[i + 1]  #: what=peaks
        if heights[i - 1] > heights[i] < heights[i + 1]  #: what=valleys
    ]  #: ends=out
    #: ends=in
    found = []
    for i, height in enumerate(heights):
        around = heights[max(i - 1, 0) : i] + heights[i + 1 : i + 2]
        if all(height > other for other in around):  #: what=peaks
        if all(height < other for other in around):  #: what=valleys
            found.append(i)  #: ends=in
    return found  #: ends=in


#: family two_sum
def two_sum(numbers: list[int], total: int) -> tuple[int, int] | None:
    for j, right in enumerate(numbers):
        for i in range(j):  #: other=smallest
        for i in reversed(range(j)):  #: other=largest
            if numbers[i] + right == total:  #: relation=sum
            if abs(numbers[i] - right) == total:  #: relation=difference
                return i, j
    return None


#: family partition
def partition(values: list[int], pivot: int) -> list[int]:
    return sorted(values, key=lambda value: value >= pivot)  #: groups=two
    return sorted(values, key=lambda value: (value > pivot) - (value < pivot))  #: groups=three
    return sorted(values, key=lambda value: value == pivot)  #: groups=far


#: family custom_order
def custom_order(words: list[str], letters: str) -> list[str]:
    #: tie=prefix
    return sorted(words, key=lambda word: [letters.index(letter) for letter in word])
    #: tie=longer
    end = len(letters)
    return sorted(words, key=lambda word: [*map(letters.index, word), end])
    #: end


#: family kth_smallest
def kth_smallest(values: list[int], k: int) -> int:
    ordered = sorted(values)  #: what=element
    ordered = sorted(set(values))  #: what=distinct
    if not 1 <= k <= len(ordered):
        raise ValueError("there is no such element")
    return ordered[k - 1]


#: family search_prefix
from bisect import bisect_left
from itertools import islice, takewhile


def search_prefix(words: list[str], prefix: str) -> list[str]:
    start = bisect_left(words, prefix)
    matches = takewhile(
        lambda word: word.startswith(prefix), islice(words, start, None)
    )
    return list(islice(matches, LIMIT))  #: which=first
    return sorted(matches, key=len)[:LIMIT]  #: which=shortest
