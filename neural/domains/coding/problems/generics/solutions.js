// Solutions of spec.py's families; see AUTHORING.md.

//: family deduplicate
function deduplicate(items) {
  return [...new Set(items)]; //: which=first
  return [...new Set(items.toReversed())].reverse(); //: which=last
  return items.filter((item, i) => i === 0 || item !== items[i - 1]); //: which=neighbours
  return items.filter((item) => items.indexOf(item) === items.lastIndexOf(item)); //: which=unique
}

//: family interleave
function interleave(left, right) {
  //: rest=append
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, i) => [
    ...left.slice(i, i + 1),
    ...right.slice(i, i + 1),
  ]).flat();
  //: rest=stop
  const length = Math.min(left.length, right.length);
  return left.slice(0, length).flatMap((item, i) => [item, right[i]]);
  //: rest=cycle
  if (left.length === 0 || right.length === 0) {
    return [...left, ...right];
  }
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, i) => [
    left[i % left.length],
    right[i % right.length],
  ]).flat();
  //: end
}

//: family windows
function windows(items, size) {
  if (size < 1) {
    throw new RangeError('size must be at least 1');
  }
  const found = [];
  for (let start = 0; start + size <= items.length; start += 1) { //: step=one
  for (let start = 0; start + size <= items.length; start += Math.ceil(size / 2)) { //: step=half
  for (let start = 0; start < items.length; start += 1) { //: step=padded
    found.push(items.slice(start, start + size));
  }
  return found;
}

//: family transpose
function transpose(rows) {
  const lengths = rows.map((row) => row.length);
  //: ragged=error
  if (new Set(lengths).size > 1) {
    throw new RangeError('rows differ in length');
  }
  const [width = 0] = lengths;
  //: ragged=cut
  const width = rows.length === 0 ? 0 : Math.min(...lengths);
  //: ragged=skip
  const width = Math.max(0, ...lengths);
  return Array.from({ length: width }, (_, i) =>
    rows.filter((row) => i < row.length).map((row) => row[i]),
  );
  //: ragged!=skip
  return Array.from({ length: width }, (_, i) => rows.map((row) => row[i]));
  //: end
}

//: family rotate_to
function rotateTo(items, first) {
  const place = items.indexOf(first); //: which=first
  const place = items.lastIndexOf(first); //: which=last
  if (place < 0) {
    return [...items]; //: absent=same
    throw new Error('no such element'); //: absent=error
  }
  return [...items.slice(place), ...items.slice(0, place)];
}

//: family bag
class Bag {
  #counts = new Map();

  add(item) {
    this.#counts.set(item, this.count(item) + 1);
  }

  remove(item) {
    //: what=one
    if (this.count(item) > 1) {
      this.#counts.set(item, this.count(item) - 1);
      return true;
    }
    //: end
    return this.#counts.delete(item);
  }

  count(item) {
    return this.#counts.get(item) ?? 0;
  }

  get size() {
    return this.#counts.size; //: total=distinct
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0); //: total=items
  }
}

//: family sorted_list
class SortedList {
  #items = [];

  add(item) {
    const place = this.#place((each) => each < item);
    //: repeated=refused
    if (this.#items[place] === item) {
      return false;
    }
    //: end
    this.#items.splice(place, 0, item);
    return true;
  }

  items() {
    return [...this.#items];
  }

  between(low, high) {
    const start = this.#place((each) => each < low);
    return Math.max(this.#place((each) => each <= high) - start, 0);
  }

  // The number of items in front for which a condition holds.
  #place(condition) {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (condition(this.#items[middle])) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

//: family compose
function compose(functions) {
  return (start) => functions.reduce((value, apply) => apply(value), start); //: order=forward
  return (start) => functions.reduceRight((value, apply) => apply(value), start); //: order=backward
  //: order=stop
  return (start) => {
    let value = start;
    for (const apply of functions) {
      const before = value;
      value = apply(before);
      if (value === before) {
        break;
      }
    }
    return value;
  };
  //: end
}

//: driver
function composed(start, steps) {
  const functions = steps.map((number) =>
    number % 2 === 1 ? (value) => value * number : (value) => value + number,
  );
  return compose(functions)(start);
}

//: family group_by
function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name) ?? [];
    groups.set(name, [...group, item]); //: what=all
    groups.set(name, group.includes(item) ? group : [...group, item]); //: what=distinct
    groups.set(name, [...group, item].slice(-2)); //: what=latest
  }
  return groups;
}

//: driver
function grouped(values) {
  return groupBy(values, (value) => value % 10);
}

//: family try_all
function tryAll(items, convert) {
  const results = [];
  const failures = [];
  for (const item of items) {
    try {
      results.push(convert(item));
    } catch (error) {
      failures.push(error.message);
      //: policy=first
      break;
      //: policy=second
      if (failures.length === 2) {
        break;
      }
      //: end
    }
  }
  return [results, failures];
}

//: driver
function attempts(inputs) {
  return tryAll(inputs, (number) => {
    if (number % 3 === 0) {
      throw new RangeError(`${number} is refused`);
    }
    return number * 10;
  });
}

//: family fold_until
function foldUntil(items, start, combine, proceed) {
  const accepted = [];
  let value = start;
  for (const item of items) {
    const combined = combine(value, item);
    if (!proceed(combined)) {
      break; //: refused=stop
      continue; //: refused=skip
    }
    value = combined;
    accepted.push(value);
  }
  return accepted;
}

//: driver
function folded(values, limit) {
  return foldUntil(
    values,
    0,
    (sum, value) => sum + value,
    (sum) => sum <= limit,
  );
}

//: family parse_all
class ParseError extends Error {}

function parseAll(texts) {
  const malformed = texts.filter((text) => !/^-?\d+$/.test(text));
  if (malformed.length > 0) {
    //: fail=first
    const [text] = malformed;
    throw new ParseError(`item ${texts.indexOf(text)}: ${text}`);
    //: fail=count
    throw new ParseError(`${malformed.length} malformed`);
    //: end
  }
  return texts.map(Number);
}

//: family step_back
function stepBack(history, steps) {
  if (steps < 0) {
    throw new RangeError('steps must not be negative');
  }
  return history.at(-1 - steps) ?? null; //: beyond=none
  return history.at(-1 - steps) ?? history[0] ?? null; //: beyond=oldest
}
