"""Solutions of spec.py's families; see AUTHORING.md."""


#: family invert
from collections import defaultdict


def invert(mapping: dict[str, str]) -> dict[str, list[str]]:
    inverted: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(mapping):  #: order=ascending
    for key in sorted(mapping, reverse=True):  #: order=descending
        inverted[mapping[key]].append(key)
    return dict(inverted)


#: family totals
from collections import Counter  #: what=count
from typing import NamedTuple


class Sale(NamedTuple):
    seller: str
    amount: int


def totals(sales: list[Sale]) -> dict[str, int]:
    return dict(Counter(sale.seller for sale in sales))  #: what=count
    return dict(sales)  #: what=latest
    #: what=sum|largest
    totals: dict[str, int] = {}
    for seller, amount in sales:
        totals[seller] = totals.get(seller, 0) + amount  #: what=sum
        totals[seller] = max(totals.get(seller, amount), amount)  #: what=largest
    return totals
    #: end


#: family top
def top(scores: dict[str, int], count: int) -> list[str]:
    names = sorted(scores)  #: tie=alphabetical
    names = sorted(scores, reverse=True)  #: tie=reverse
    names.sort(key=lambda name: -scores[name])  #: best=highest
    names.sort(key=lambda name: scores[name])  #: best=lowest
    return names[:count]


#: family difference
def difference(old: dict[str, int], new: dict[str, int]) -> list[str]:
    changes = []
    for key in sorted(old.keys() | new.keys()):
        if key not in old:
            changes.append(f"+{key}")
        elif key not in new:
            changes.append(f"-{key}")
        elif old[key] != new[key]:
            changes.append(f"~{key}")
        #: unchanged=shown
        else:
            changes.append(f"={key}")
        #: end
    return changes


#: family duplicates
from collections import Counter


def duplicates(items: list[str]) -> list[str]:
    counts = Counter(items)  #: when=first
    counts = Counter(reversed(items))  #: when=last
    return [item for item, count in counts.items() if count > 1]  #: often=repeated and when=first
    return [item for item, count in counts.items() if count == 1]  #: often=single
    #: when=last
    repeated = [item for item, count in counts.items() if count > 1]
    return repeated[::-1]
    #: end


#: family overlap
def overlap(left: set[int], right: set[int]) -> float:
    divisor = len(left | right)  #: divisor=union
    divisor = min(len(left), len(right))  #: divisor=smaller
    divisor = (len(left) + len(right)) / 2  #: divisor=mean
    if divisor == 0:
        return 1.0  #: empty=one
        return 0.0  #: empty=zero
    return len(left & right) / divisor


#: family compare_sets
def compare_sets(left: set[str], right: set[str]) -> list[str]:
    return sorted(left & right)  #: which=both
    return sorted(left ^ right)  #: which=one
    return sorted(left - right)  #: which=left
    return sorted(left | right)  #: which=any


#: family join
from typing import NamedTuple


class User(NamedTuple):
    id: int
    name: str


class Order(NamedTuple):
    user: int
    amount: int


def join(users: list[User], orders: list[Order]) -> list[tuple[str, int]]:
    names = dict(users)
    #: unmatched=blank
    return [(names.get(order.user, ""), order.amount) for order in orders]
    #: unmatched=dropped
    return [
        (names[order.user], order.amount) for order in orders if order.user in names
    ]
    #: unmatched=idle
    rows = [
        (names[order.user], order.amount) for order in orders if order.user in names
    ]
    busy = {order.user for order in orders}
    return rows + [(user.name, 0) for user in users if user.id not in busy]
    #: end


#: family pivot
def pivot(rows: list[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for row, column, number in rows:
        cells = table.setdefault(row, {})
        cells[column] = cells.get(column, 0) + number  #: again=add
        cells[column] = number  #: again=last
        cells[column] = max(cells.get(column, number), number)  #: again=largest
    return table


#: family ancestors
def ancestors(parents: dict[str, str], name: str) -> list[str]:
    path = [name]
    while path[-1] in parents:
        path.append(parents[path[-1]])
    return path[1:]  #: what=without
    return path  #: what=with
    return path[:0:-1]  #: what=downward


#: family children
def children(parents: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    #: leaves=empty
    for child, parent in parents.items():
        found[child] = []
        found[parent] = []
    #: end
    for child in sorted(parents):
        found.setdefault(parents[child], []).append(child)  #: leaves=absent
        found[parents[child]].append(child)  #: leaves=empty
    return found


#: family flatten
def flatten(tree: dict[str, dict[str, int]]) -> dict[str, int]:
    return {
        SEPARATOR.join((outer, inner)): value
        for outer, branch in tree.items()
        for inner, value in branch.items()
    }


#: family pick
def pick(record: dict[str, int], keys: list[str]) -> dict[str, int]:
    #: absent=error
    for key in keys:
        if key not in record:
            raise KeyError(f"no key {key}")
    #: end
    return {key: record[key] for key in keys}  #: what=only and absent=error
    return {key: record[key] for key in keys if key in record}  #: what=only and absent=ignored
    #: what=without
    return {key: value for key, value in record.items() if key not in keys}
    #: end


#: family index_by_first
from collections import Counter


def index_by_first(words: list[str]) -> dict[str, int]:
    return dict(Counter(word[0] for word in words if word))  #: case=kept
    return dict(Counter(word[0].lower() for word in words if word))  #: case=folded


#: family running_counts
from collections import Counter


def running_counts(items: list[str]) -> list[int]:
    seen: Counter[str] = Counter()  #: what!=left
    left = Counter(items)  #: what=left
    counts = []
    for item in items:
        #: what=so_far
        seen[item] += 1
        counts.append(seen[item])
        #: what=before
        counts.append(seen[item])
        seen[item] += 1
        #: what=left
        left[item] -= 1
        counts.append(left[item])
        #: end
    return counts


#: family majority
from collections import Counter


def majority(votes: list[str]) -> str | None:
    #: share=half
    for name, count in Counter(votes).items():
        if 2 * count > len(votes):
            return name
    return None
    #: share=two_thirds
    for name, count in Counter(votes).items():
        if 3 * count >= 2 * len(votes):
            return name
    return None
    #: share=relative
    match Counter(votes).most_common(2):
        case [(name, _)]:
            return name
        case [(name, most), (_, second)] if most > second:
            return name
    return None
    #: end


#: family first_repeat
from collections import Counter  #: what=first

#: what=first

#: end
def first_repeat(items: list[int]) -> int | None:
    #: what=earliest
    seen: set[int] = set()
    for item in items:
        if item in seen:
            return item
        seen.add(item)
    return None
    #: what=first
    counts = Counter(items)
    return next((item for item in items if counts[item] > 1), None)
    #: what=index
    seen: set[int] = set()
    for place, item in enumerate(items):
        if item in seen:
            return place
        seen.add(item)
    return None
    #: end


#: family missing_translations
def missing_translations(base: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(base.keys() - other.keys())  #: what=absent
    return sorted(key for key in base if not other.get(key))  #: what=empty
    return sorted(key for key, text in base.items() if other.get(key) == text)  #: what=same
