// Solutions of spec.py's families; see AUTHORING.md.

//: family prefix_counter
class PrefixCounter {
  #root = PrefixCounter.#node();

  add(word) {
    //: repeated=once
    if (this.#find(word)?.ends) {
      return;
    }
    //: end
    let node = this.#root;
    node.below += 1;
    for (const letter of word) {
      if (!node.children.has(letter)) {
        node.children.set(letter, PrefixCounter.#node());
      }
      node = node.children.get(letter);
      node.below += 1;
    }
    node.ends += 1;
  }

  remove(word) {
    const end = this.#find(word);
    if (!end?.ends) {
      return false;
    }
    end.ends -= 1;
    let node = this.#root;
    node.below -= 1;
    for (const letter of word) {
      node = node.children.get(letter);
      node.below -= 1;
    }
    return true;
  }

  count(prefix) {
    return this.#find(prefix)?.below ?? 0;
  }

  #find(prefix) {
    return [...prefix].reduce((node, letter) => node?.children.get(letter), this.#root);
  }

  static #node() {
    return { children: new Map(), below: 0, ends: 0 };
  }
}

//: family shortest_prefixes
function shortestPrefixes(words) {
  const root = { words: 0, children: new Map() };
  for (const word of words) {
    let node = root;
    for (const letter of word) {
      if (!node.children.has(letter)) {
        node.children.set(letter, { words: 0, children: new Map() });
      }
      node = node.children.get(letter);
      node.words += 1;
    }
  }
  return words.map((word) => {
    let node = root;
    let prefix = '';
    for (const letter of word) {
      node = node.children.get(letter);
      prefix += letter;
      if (node.words === 1) {
        return prefix;
      }
    }
    return word; //: covered=whole
    return ''; //: covered=empty
  });
}

//: family longest_route
function longestRoute(routes, address) {
  //: matching=letters
  for (let end = address.length; end >= 0; end -= 1) {
    const key = address.slice(0, end);
    if (routes.has(key)) {
      return routes.get(key);
    }
  }
  return null;
  //: matching=parts
  const parts = address.split('.');
  while (parts.length > 0) {
    const key = parts.join('.');
    if (routes.has(key)) {
      return routes.get(key);
    }
    parts.pop();
  }
  return routes.get('') ?? null;
  //: end
}

//: family heapify
function heapify(values) {
  for (let start = Math.floor(values.length / 2) - 1; start >= 0; start -= 1) {
    let parent = start;
    let child = best(values, parent);
    while (values[child] < values[parent]) { //: order=min
    while (values[child] > values[parent]) { //: order=max
      [values[parent], values[child]] = [values[child], values[parent]];
      parent = child;
      child = best(values, parent);
    }
  }
}

function best(values, parent) {
  const left = 2 * parent + 1;
  return values[left + 1] < values[left] ? left + 1 : left; //: order=min
  return values[left + 1] > values[left] ? left + 1 : left; //: order=max
}

//: family wide_heap
class WideHeap {
  #width;
  #items = [];

  constructor(width) {
    this.#width = width;
  }

  push(item) {
    let place = this.#items.push(item) - 1;
    while (place > 0) {
      const parent = Math.floor((place - 1) / this.#width);
      if (!this.#before(place, parent)) {
        return;
      }
      this.#swap(place, parent);
      place = parent;
    }
  }

  pop() {
    if (this.#items.length === 0) {
      throw new Error('the heap is empty');
    }
    this.#swap(0, this.#items.length - 1);
    const top = this.#items.pop();
    this.#sink(0);
    return top;
  }

  layout() {
    return [...this.#items];
  }

  #sink(place) {
    const first = this.#width * place + 1;
    const end = Math.min(first + this.#width, this.#items.length);
    let best = place;
    for (let child = first; child < end; child += 1) {
      if (this.#before(child, best)) {
        best = child;
      }
    }
    if (best !== place) {
      this.#swap(place, best);
      this.#sink(best);
    }
  }

  #before(i, j) {
    return this.#items[i] < this.#items[j]; //: order=min
    return this.#items[i] > this.#items[j]; //: order=max
  }

  #swap(i, j) {
    const items = this.#items;
    [items[i], items[j]] = [items[j], items[i]];
  }
}

//: family prefix_totals
class PrefixTotals {
  #size;
  #sums; // the first stays unused

  constructor(size) {
    this.#size = size;
    this.#sums = new Array(size + 1).fill(0);
  }

  add(place, amount) {
    this.#check(place);
    let at = place + 1; //: span!=from
    let at = this.#size - place; //: span=from
    while (at <= this.#size) {
      this.#sums[at] += amount;
      at += at & -at;
    }
  }

  total(place) {
    this.#check(place);
    let total = 0;
    let at = place + 1; //: span=up_to
    let at = place; //: span=before
    let at = this.#size - place; //: span=from
    while (at > 0) {
      total += this.#sums[at];
      at &= at - 1;
    }
    return total;
  }

  #check(place) {
    if (place < 0 || place >= this.#size) {
      throw new RangeError('no such place');
    }
  }
}

//: family segment_tree
class SegmentTree {
  #size;
  #nodes;

  constructor(values) {
    this.#size = values.length;
    this.#nodes = [...new Array(this.#size).fill(0), ...values];
    for (let node = this.#size - 1; node > 0; node -= 1) {
      this.#update(node);
    }
  }

  change(place, value) {
    let node = place + this.#size;
    this.#nodes[node] = value;
    while (node > 1) {
      node >>= 1;
      this.#update(node);
    }
  }

  query(start, end) {
    if (start < 0 || start >= end || end > this.#size) {
      throw new RangeError('no such part');
    }
    let result = Infinity; //: what=min
    let result = -Infinity; //: what=max
    let result = 0; //: what=sum
    let low = start + this.#size;
    let high = end + this.#size;
    while (low < high) {
      if (low % 2 === 1) {
        result = SegmentTree.#combine(result, this.#nodes[low]);
        low += 1;
      }
      if (high % 2 === 1) {
        high -= 1;
        result = SegmentTree.#combine(result, this.#nodes[high]);
      }
      low >>= 1;
      high >>= 1;
    }
    return result;
  }

  #update(node) {
    const [left, right] = this.#nodes.slice(2 * node, 2 * node + 2);
    this.#nodes[node] = SegmentTree.#combine(left, right);
  }

  static #combine(left, right) {
    return Math.min(left, right); //: what=min
    return Math.max(left, right); //: what=max
    return left + right; //: what=sum
  }
}

//: family disjoint_sets
class DisjointSets {
  #parents;
  #sizes; //: chosen=larger
  #count;

  constructor(size) {
    this.#parents = Array.from({ length: size }, (_, i) => i);
    this.#sizes = new Array(size).fill(1); //: chosen=larger
    this.#count = size;
  }

  join(first, second) {
    //: chosen=larger
    let [winner, loser] = [this.leader(first), this.leader(second)];
    if (winner === loser) {
      return false;
    }
    if (this.#sizes[winner] < this.#sizes[loser]) {
      [winner, loser] = [loser, winner];
    }
    this.#sizes[winner] += this.#sizes[loser];
    //: chosen=smallest|second
    const [one, other] = [this.leader(first), this.leader(second)]; //: chosen=smallest
    const loser = this.leader(first); //: chosen=second
    const winner = this.leader(second); //: chosen=second
    //: chosen=smallest
    const winner = Math.min(one, other);
    const loser = Math.max(one, other);
    //: chosen=smallest|second
    if (winner === loser) {
      return false;
    }
    //: end
    this.#parents[loser] = winner;
    this.#count -= 1;
    return true;
  }

  leader(item) {
    if (this.#parents[item] !== item) {
      this.#parents[item] = this.leader(this.#parents[item]);
    }
    return this.#parents[item];
  }

  get count() {
    return this.#count;
  }
}

//: family level_summary
function levelSummary(tree) {
  const summary = [];
  for (let start = 0; start < tree.length; start = 2 * start + 1) {
    const level = tree.slice(start, 2 * start + 1).filter((each) => each !== null);
    if (level.length === 0) {
      break;
    }
    summary.push(level.reduce((total, each) => total + each)); //: what=sum
    summary.push(Math.max(...level)); //: what=largest
    summary.push(level.at(-1)); //: what=last
  }
  return summary;
}

//: family code_lengths
function codeLengths(counts) {
  let trees = [...counts.keys()]
    .sort()
    .map((letter, i) => ({ count: counts.get(letter), number: i, letters: [letter] }));
  const lengths = new Map(trees.map(({ letters }) => [letters[0], 0]));
  if (trees.length === 1) {
    lengths.set(trees[0].letters[0], 1);
  }
  for (let number = trees.length; trees.length > 1; number += 1) {
    trees.sort((a, b) => a.count - b.count || a.number - b.number); //: tie=earlier
    trees.sort((a, b) => a.count - b.count || b.number - a.number); //: tie=later
    const [one, other, ...rest] = trees;
    const letters = [...one.letters, ...other.letters];
    letters.forEach((letter) => lengths.set(letter, lengths.get(letter) + 1));
    trees = [...rest, { count: one.count + other.count, number, letters }];
  }
  return lengths;
}

//: family prune
function prune(tree, least) {
  const kept = [...tree];
  //: gone=branch
  for (const [place, value] of kept.entries()) {
    const cut = place > 0 && kept[Math.floor((place - 1) / 2)] === null;
    if (cut || (value !== null && value < least)) {
      kept[place] = null;
    }
  }
  //: gone=leaves
  for (let place = kept.length - 1; place >= 0; place -= 1) {
    const children = kept.slice(2 * place + 1, 2 * place + 3);
    if (kept[place] < least && children.every((child) => child === null)) {
      kept[place] = null;
    }
  }
  //: end
  return kept.slice(0, kept.findLastIndex((value) => value !== null) + 1);
}
