// Solutions of spec.py's families; see AUTHORING.md.

//: family invert
function invert(mapping) {
  const inverted = new Map();
  for (const key of [...mapping.keys()].sort()) { //: order=ascending
  for (const key of [...mapping.keys()].sort().reverse()) { //: order=descending
    const value = mapping.get(key);
    inverted.set(value, [...(inverted.get(value) ?? []), key]);
  }
  return inverted;
}

//: family totals
function totals(sales) {
  return new Map(sales.map(({ seller, amount }) => [seller, amount])); //: what=latest
  //: what!=latest
  const bySeller = new Map();
  for (const { seller, amount } of sales) { //: what!=count
  for (const { seller } of sales) { //: what=count
    bySeller.set(seller, (bySeller.get(seller) ?? 0) + amount); //: what=sum
    bySeller.set(seller, Math.max(bySeller.get(seller) ?? amount, amount)); //: what=largest
    bySeller.set(seller, (bySeller.get(seller) ?? 0) + 1); //: what=count
  }
  return bySeller;
  //: end
}

//: family top
function top(scores, count) {
  return [...scores.keys()]
    .sort() //: tie=alphabetical
    .sort() //: tie=reverse
    .reverse() //: tie=reverse
    .sort((a, b) => scores.get(b) - scores.get(a)) //: best=highest
    .sort((a, b) => scores.get(a) - scores.get(b)) //: best=lowest
    .slice(0, count);
}

//: family difference
function difference(oldMap, newMap) {
  const keys = [...new Set([...oldMap.keys(), ...newMap.keys()])].sort();
  return keys.flatMap((key) => {
    if (!oldMap.has(key)) {
      return `+${key}`;
    }
    if (!newMap.has(key)) {
      return `-${key}`;
    }
    return oldMap.get(key) === newMap.get(key) ? [] : `~${key}`; //: unchanged=hidden
    return oldMap.get(key) === newMap.get(key) ? `=${key}` : `~${key}`; //: unchanged=shown
  });
}

//: family duplicates
function duplicates(items) {
  const counts = new Map();
  for (const item of items) { //: when=first
  for (const item of items.toReversed()) { //: when=last
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  const found = [...counts.keys()];
  return found.filter((item) => counts.get(item) > 1); //: often=repeated and when=first
  return found.filter((item) => counts.get(item) > 1).reverse(); //: when=last
  return found.filter((item) => counts.get(item) === 1); //: often=single
}

//: family overlap
function overlap(left, right) {
  const common = left.intersection(right).size;
  const divisor = left.union(right).size; //: divisor=union
  const divisor = Math.min(left.size, right.size); //: divisor=smaller
  const divisor = (left.size + right.size) / 2; //: divisor=mean
  return divisor === 0 ? 1 : common / divisor; //: empty=one
  return divisor === 0 ? 0 : common / divisor; //: empty=zero
}

//: family compare_sets
function compareSets(left, right) {
  return [...left.intersection(right)].sort(); //: which=both
  return [...left.symmetricDifference(right)].sort(); //: which=one
  return [...left.difference(right)].sort(); //: which=left
  return [...left.union(right)].sort(); //: which=any
}

//: family join
function join(users, orders) {
  const names = new Map(users.map(({ id, name }) => [id, name]));
  //: unmatched=blank
  return orders.map(({ user, amount }) => [names.get(user) ?? '', amount]);
  //: unmatched!=blank
  const rows = orders
    .filter(({ user }) => names.has(user))
    .map(({ user, amount }) => [names.get(user), amount]);
  return rows; //: unmatched=dropped
  //: unmatched=idle
  const busy = new Set(orders.map(({ user }) => user));
  const idle = users.filter(({ id }) => !busy.has(id));
  return [...rows, ...idle.map(({ name }) => [name, 0])];
  //: end
}

//: family pivot
function pivot(rows) {
  const table = new Map();
  for (const [row, column, number] of rows) {
    if (!table.has(row)) {
      table.set(row, new Map());
    }
    const cells = table.get(row);
    cells.set(column, (cells.get(column) ?? 0) + number); //: again=add
    cells.set(column, number); //: again=last
    cells.set(column, Math.max(cells.get(column) ?? number, number)); //: again=largest
  }
  return table;
}

//: family ancestors
function ancestors(parents, name) {
  const path = []; //: what!=with
  const path = [name]; //: what=with
  let current = name;
  while (parents.has(current)) {
    current = parents.get(current);
    path.push(current); //: what!=downward
    path.unshift(current); //: what=downward
  }
  return path;
}

//: family children
function children(parents) {
  const found = new Map();
  //: leaves=empty
  for (const [child, parent] of parents) {
    found.set(child, []).set(parent, []);
  }
  //: end
  for (const child of [...parents.keys()].sort()) {
    const parent = parents.get(child);
    //: leaves=absent
    if (!found.has(parent)) {
      found.set(parent, []);
    }
    //: end
    found.get(parent).push(child);
  }
  return found;
}

//: family flatten
function flatten(tree) {
  const flat = new Map();
  for (const [outer, branch] of tree) {
    for (const [inner, value] of branch) {
      flat.set([outer, inner].join(SEPARATOR), value);
    }
  }
  return flat;
}

//: family pick
function pick(record, keys) {
  //: absent=error
  for (const key of keys) {
    if (!record.has(key)) {
      throw new Error(`no key ${key}`);
    }
  }
  //: end
  const wanted = new Set(keys);
  return new Map([...record].filter(([key]) => wanted.has(key))); //: what=only
  return new Map([...record].filter(([key]) => !wanted.has(key))); //: what=without
}

//: family index_by_first
function indexByFirst(words) {
  const counts = new Map();
  for (const word of words.filter(Boolean)) {
    const letter = word[0]; //: case=kept
    const letter = word[0].toLowerCase(); //: case=folded
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

//: family running_counts
function runningCounts(items) {
  const seen = new Map();
  const count = (item) => {
    const before = seen.get(item) ?? 0;
    seen.set(item, before + 1);
    return before + 1; //: what=so_far
    return before; //: what!=so_far
  };
  return items.map(count); //: what!=left
  return items.toReversed().map(count).reverse(); //: what=left
}

//: family majority
function majority(votes) {
  const counts = new Map();
  for (const vote of votes) {
    counts.set(vote, (counts.get(vote) ?? 0) + 1);
  }
  //: share!=relative
  const names = [...counts.keys()];
  return names.find((name) => 2 * counts.get(name) > votes.length) ?? null; //: share=half
  return names.find((name) => 3 * counts.get(name) >= 2 * votes.length) ?? null; //: share=two_thirds
  //: share=relative
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
  //: end
}

//: family first_repeat
function firstRepeat(items) {
  //: what=first
  return items.find((item, i) => items.includes(item, i + 1)) ?? null;
  //: what!=first
  const seen = new Set();
  for (const item of items) { //: what=earliest
  for (const [i, item] of items.entries()) { //: what=index
    if (seen.has(item)) { //: what!=first
      return item; //: what=earliest
      return i; //: what=index
    //: what!=first
    }
    seen.add(item);
  }
  return null;
  //: end
}

//: family missing_translations
function missingTranslations(base, other) {
  const keys = [...base.keys()];
  return keys.filter((key) => !other.has(key)).sort(); //: what=absent
  return keys.filter((key) => !other.get(key)).sort(); //: what=empty
  return keys.filter((key) => other.get(key) === base.get(key)).sort(); //: what=same
}
