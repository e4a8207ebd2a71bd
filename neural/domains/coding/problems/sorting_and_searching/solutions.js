// Solutions of spec.py's families; see AUTHORING.md.

//: family sort_people
function sortPeople(people) {
  return people.toSorted((a, b) => a.age - b.age); //: order=age
  return people.toSorted((a, b) => b.age - a.age); //: order=oldest
  return people.toSorted((a, b) => a.name.length - b.name.length); //: order=length
  //: order=name_age
  return people.toSorted((a, b) => a.name.localeCompare(b.name) || b.age - a.age);
  //: end
}

//: family sort_with_missing
function sortWithMissing(values) {
  const present = values.filter((value) => value !== null).sort((a, b) => a - b);
  const missing = values.filter((value) => value === null); //: place!=kept
  return [...missing, ...present]; //: place=first
  return [...present, ...missing]; //: place=last
  return values.map((value) => (value === null ? null : present.shift())); //: place=kept
}

//: family rank
function rank(scores) {
  const sorted = scores.toSorted((a, b) => b - a); //: gaps!=dense
  const sorted = [...new Set(scores)].sort((a, b) => b - a); //: gaps=dense
  return scores.map((score) => sorted.indexOf(score) + 1); //: gaps!=low
  return scores.map((score) => sorted.lastIndexOf(score) + 1); //: gaps=low
}

//: family extremes
function extremes(values, count) {
  const chosen = [...values.keys()]
    .sort((i, j) => values[j] - values[i]) //: which=largest
    .sort((i, j) => values[i] - values[j]) //: which=smallest
    .slice(0, count);
  chosen.sort((i, j) => i - j); //: order=given
  return chosen.map((i) => values[i]);
}

//: family nearest
function nearest(values, target) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < target) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const [below, above] = [values[low - 1] ?? null, values[low] ?? null];
  if (below === null || above === null) {
    return below ?? above;
  }
  return target - below <= above - target ? below : above; //: tie=smaller
  return target - below < above - target ? below : above; //: tie=larger
}

//: family count_equal
function lowerBound(values, item) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < item) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function countEqual(values, item) {
  return lowerBound(values, item + 1) - lowerBound(values, item); //: which=equal
  return lowerBound(values, item); //: which=less
  return values.length - lowerBound(values, item); //: which=at_least
}

//: family merge_sorted
function mergeSorted(left, right) {
  const merged = [];
  let i = 0;
  let j = 0;
  //: repeated!=common
  while (i < left.length || j < right.length) {
    let item;
    if (j === right.length || left[i] <= right[j]) {
      item = left[i];
      i += 1;
    } else {
      item = right[j];
      j += 1;
    }
    //: repeated=kept
    merged.push(item);
    //: repeated=once
    if (merged.at(-1) !== item) {
      merged.push(item);
    }
    //: repeated!=common
  }
  //: repeated=common
  while (i < left.length && j < right.length) {
    if (left[i] < right[j]) {
      i += 1;
    } else if (left[i] > right[j]) {
      j += 1;
    } else {
      if (merged.at(-1) !== left[i]) {
        merged.push(left[i]);
      }
      i += 1;
      j += 1;
    }
  }
  //: end
  return merged;
}

//: family is_sorted
function isSorted(values) {
  const pairs = values.slice(1).map((value, i) => [values[i], value]);
  return pairs.every(([a, b]) => a <= b); //: order=ascending
  return pairs.every(([a, b]) => a < b); //: order=strict
  return pairs.every(([a, b]) => a >= b); //: order=descending
  return pairs.every(([a, b]) => a <= b) || pairs.every(([a, b]) => a >= b); //: order=either
}

//: family find_rotated
function findRotated(values, item) {
  let low = 0;
  let high = values.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const [first, value, last] = [values[low], values[middle], values[high]];
    if (value === item) {
      return middle;
    }
    //: order=up
    const inside =
      first <= value ? first <= item && item < value : item <= value || last < item;
    //: order=down
    const inside =
      first >= value ? first >= item && item > value : item >= value || last > item;
    //: end
    if (inside) {
      high = middle - 1;
    } else {
      low = middle + 1;
    }
  }
  return null;
}

//: family page
function page(items, number, size) {
  if (size < 1) {
    throw new RangeError('size must be at least 1');
  }
  const start = number * size; //: base=0 and beyond=empty
  const start = (number - 1) * size; //: base=1 and beyond=empty
  return start < 0 ? [] : items.slice(start, start + size); //: beyond=empty
  //: beyond=last
  const last = Math.max(Math.ceil(items.length / size) - 1, 0);
  const index = Math.min(Math.max(number, 0), last); //: base=0 and beyond=last
  const index = Math.min(Math.max(number - 1, 0), last); //: base=1 and beyond=last
  return items.slice(index * size, (index + 1) * size);
  //: end
}

//: family peaks
function peaks(heights) {
  const found = [];
  for (const [i, height] of heights.entries()) {
    const around = [heights[i - 1], heights[i + 1]]; //: ends=out
    const around = [heights[i - 1] ?? -Infinity, heights[i + 1] ?? -Infinity]; //: ends=in and what=peaks
    const around = [heights[i - 1] ?? Infinity, heights[i + 1] ?? Infinity]; //: ends=in and what=valleys
    if (around.every((other) => height > other)) { //: what=peaks
    if (around.every((other) => height < other)) { //: what=valleys
      found.push(i);
    }
  }
  return found;
}

//: family two_sum
function twoSum(numbers, total) {
  for (const [j, right] of numbers.entries()) {
    const earlier = numbers.slice(0, j);
    const i = earlier.findIndex((left) => left + right === total); //: relation=sum and other=smallest
    const i = earlier.findLastIndex((left) => left + right === total); //: relation=sum and other=largest
    const i = earlier.findIndex((left) => Math.abs(left - right) === total); //: relation=difference and other=smallest
    const i = earlier.findLastIndex((left) => Math.abs(left - right) === total); //: relation=difference and other=largest
    if (i >= 0) {
      return [i, j];
    }
  }
  return null;
}

//: family partition
function partition(values, pivot) {
  return values.toSorted((a, b) => (a >= pivot) - (b >= pivot)); //: groups=two
  return values.toSorted((a, b) => Math.sign(a - pivot) - Math.sign(b - pivot)); //: groups=three
  return values.toSorted((a, b) => (a === pivot) - (b === pivot)); //: groups=far
}

//: family custom_order
function customOrder(words, letters) {
  return words.toSorted((a, b) => {
    for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
      const order = letters.indexOf(a[i]) - letters.indexOf(b[i]);
      if (order !== 0) {
        return order;
      }
    }
    return a.length - b.length; //: tie=prefix
    return b.length - a.length; //: tie=longer
  });
}

//: family kth_smallest
function kthSmallest(values, k) {
  const sorted = values.toSorted((a, b) => a - b); //: what=element
  const sorted = [...new Set(values)].sort((a, b) => a - b); //: what=distinct
  if (k < 1 || k > sorted.length) {
    throw new RangeError('there is no such element');
  }
  return sorted[k - 1];
}

//: family search_prefix
function searchPrefix(words, prefix) {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle] < prefix) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const end = words.findIndex((word, i) => i >= low && !word.startsWith(prefix));
  const matches = words.slice(low, end < 0 ? words.length : end);
  matches.sort((a, b) => a.length - b.length); //: which=shortest
  return matches.slice(0, LIMIT);
}
