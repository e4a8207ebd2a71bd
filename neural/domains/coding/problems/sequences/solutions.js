// Solutions of spec.py's families; see AUTHORING.md.

//: family count_between
function countBetween(values, low, high) {
  return values.filter((value) => low <= value && value <= high).length; //: bounds=closed
  return values.filter((value) => low <= value && value < high).length; //: bounds=half_open
  return values.filter((value) => low < value && value < high).length; //: bounds=open
}

//: family chunked
function chunked(values, size) {
  if (size < 1) {
    throw new RangeError('size must be at least 1');
  }
  const end = values.length; //: rest=keep
  const end = values.length - (values.length % size); //: rest=drop
  const chunks = [];
  for (let start = 0; start < end; start += size) {
    chunks.push(values.slice(start, start + size));
  }
  return chunks;
}

//: family run_lengths
function runLengths(text) {
  const runs = [];
  for (const letter of text) {
    const last = runs.at(-1);
    if (last?.[0] === letter) {
      last[1] += 1;
    } else {
      runs.push([letter, 1]);
    }
  }
  return runs; //: single=kept
  return runs.filter(([, length]) => length > 1); //: single=skipped
}

//: family merge_intervals
function mergeIntervals(intervals) {
  const merged = [];
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) { //: touching=joined
    if (last && start < last.end) { //: touching=apart
      last.end = Math.max(last.end, end);
    } else {
      merged.push({ start, end });
    }
  }
  return merged;
}

//: family moving_average
function movingAverage(values, size) {
  const averages = [];
  let total = 0;
  for (const [i, value] of values.entries()) {
    total += value;
    if (i >= size) {
      total -= values[i - size];
    }
    //: start=full
    if (i >= size - 1) {
      averages.push(total / size);
    }
    //: start=growing
    averages.push(total / Math.min(i + 1, size));
    //: end
  }
  return averages;
}

//: family most_common
function mostCommon(words) {
  const counts = new Map();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let best = null;
  for (const [word, count] of counts) {
    const most = counts.get(best) ?? 0;
    //: tie=first
    if (count > most) {
      best = word;
    }
    //: tie=alphabetical
    if (count > most || (count === most && word < best)) {
      best = word;
    }
    //: tie=longest
    if (count > most || (count === most && word.length > best.length)) {
      best = word;
    }
    //: end
  }
  return best;
}

//: family first_gap
function firstGap(numbers) {
  for (let i = 1; i < numbers.length; i += 1) {
    const expected = numbers[i - 1] + STEP;
    if (numbers[i] !== expected) {
      return expected;
    }
  }
  return null;
}

//: family group_by_length
function groupByLength(words) {
  const groups = new Map();
  for (const word of words) { //: order=given
  for (const word of words.toSorted()) { //: order=sorted
  for (const word of new Set(words)) { //: order=distinct
    const group = groups.get(word.length) ?? [];
    groups.set(word.length, [...group, word]);
  }
  return groups;
}

//: family merge_counts
function mergeCounts(left, right) {
  //: conflict=right
  return new Map([...left, ...right]);
  //: conflict=sum|larger
  const merged = new Map(left);
  for (const [key, count] of right) {
    merged.set(key, (merged.get(key) ?? 0) + count); //: conflict=sum
    merged.set(key, Math.max(merged.get(key) ?? 0, count)); //: conflict=larger
  }
  return merged;
  //: end
}

//: family rotate
function rotate(values, steps) {
  if (values.length === 0) {
    return;
  }
  const count = steps % values.length;
  values.push(...values.splice(0, count)); //: direction=left
  values.unshift(...values.splice(values.length - count)); //: direction=right
}

//: family insertion_point
function insertionPoint(values, item) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < item) { //: side=left
    if (values[middle] <= item) { //: side=right
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

//: family parse_duration
const DURATION = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

function parseDuration(text) {
  const match = DURATION.exec(text);
  if (text === '' || match === null) {
    throw new RangeError(`not a duration: '${text}'`);
  }
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds; //: unit=seconds
  return hours * 60 + minutes + Math.floor(seconds / 60); //: unit=minutes
}

//: family bounded_queue
class BoundedQueue {
  #capacity;
  #items = [];

  constructor(capacity) {
    this.#capacity = capacity;
  }

  push(item) {
    if (this.#items.length === this.#capacity) {
      return false; //: full=refuse
      this.#items.shift(); //: full=evict
    }
    this.#items.push(item);
    return true;
  }

  pop() {
    if (this.#items.length === 0) {
      throw new Error('the queue is empty');
    }
    return this.#items.shift();
  }

  get size() {
    return this.#items.length;
  }
}

//: family lru_cache
class LruCache {
  #capacity;
  #entries = new Map(); // keeps the order of insertion

  constructor(capacity) {
    this.#capacity = capacity;
  }

  get(key) {
    //: used=read_or_written
    if (!this.#entries.has(key)) {
      return null;
    }
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
    //: used=written|added
    return this.#entries.get(key) ?? null;
    //: end
  }

  put(key, value) {
    this.#entries.delete(key); //: used=read_or_written|written
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
  }

  keys() {
    return [...this.#entries.keys()];
  }
}

//: family inventory
class OutOfStockError extends Error {}

class Inventory {
  #amounts = new Map();

  add(name, amount) {
    Inventory.#check(amount);
    this.#amounts.set(name, (this.#amounts.get(name) ?? 0) + amount);
  }

  remove(name, amount) {
    Inventory.#check(amount);
    const left = this.#amounts.get(name);
    if (left === undefined) {
      throw new Error(`unknown: ${name}`);
    }
    if (left < amount) {
      throw new OutOfStockError(`only ${left} left`);
    }
    this.#amounts.set(name, left - amount);
    //: gone=dropped
    if (left === amount) {
      this.#amounts.delete(name);
    }
    //: end
    return left - amount;
  }

  stock() {
    return new Map(this.#amounts);
  }

  static #check(amount) {
    if (amount < 1) {
      throw new RangeError('amount must be positive');
    }
  }
}
