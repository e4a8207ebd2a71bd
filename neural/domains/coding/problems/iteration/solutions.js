// Solutions of spec.py's families; see AUTHORING.md.

//: family take_until
function* takeUntil(items, stop) {
  for (const item of items) {
    yield item; //: end=included
    if (stop(item)) {
      return;
    }
    yield item; //: end=excluded
  }
}

//: driver
function taken(values, limit) {
  let read = 0;
  function* source() {
    for (const value of values) {
      read += 1;
      yield value;
    }
  }
  return [[...takeUntil(source(), (value) => value > limit)], read];
}

//: family endlessly
function* endlessly(items) {
  //: turn!=cycle
  const back = items.slice(1, -1).reverse(); //: turn=bounce
  const back = items.toReversed(); //: turn=linger
  //: end
  while (true) {
    yield* items;
    yield* back; //: turn!=cycle
  }
}

//: driver
function firstOf(items, count) {
  const stream = endlessly(items);
  return Array.from({ length: count }, () => stream.next().value);
}

//: family lookahead
class Lookahead {
  #values;
  #place = 0;

  constructor(values) {
    this.#values = [...values];
  }

  next() {
    if (this.done) {
      throw new Error('no more values');
    }
    this.#place += 1;
    return this.#values[this.#place - 1];
  }

  peek(ahead) {
    return this.#values[this.#place + ahead] ?? null; //: beyond=none
    return this.#values[this.#place + ahead] ?? this.#values.at(-1) ?? null; //: beyond=last
  }

  get done() {
    return this.#place === this.#values.length;
  }
}

//: family unfold
function* unfold(seed, step) {
  //: what=all
  for (let state = seed; state !== null; state = step(state)) {
    yield state;
  }
  //: what!=all
  let state = seed;
  for (let next = step(state); next !== null; next = step(state)) {
    yield next; //: what=later
    yield state + next; //: what=pairs
    state = next;
  }
  //: end
}

//: driver
function unfolded(seed) {
  const step = (state) => {
    const following = state % 2 === 0 ? state / 2 : state - 3;
    return following >= 1 ? following : null;
  };
  return [...unfold(seed, step)];
}

//: family split_when
function* splitWhen(items, marked) {
  let group = [];
  for (const item of items) {
    //: role=begins
    if (group.length > 0 && marked(item)) {
      yield group;
      group = [];
    }
    group.push(item);
    //: role=ends
    group.push(item);
    if (marked(item)) {
      yield group;
      group = [];
    }
    //: role=separates
    if (!marked(item)) {
      group.push(item);
    } else if (group.length > 0) {
      yield group;
      group = [];
    }
    //: end
  }
  if (group.length > 0) {
    yield group;
  }
}

//: driver
function splitGroups(values) {
  return [...splitWhen(values.values(), (value) => value % 3 === 0)];
}

//: family deadband
function* deadband(readings, tolerance) {
  let other = null;
  for (const reading of readings) {
    if (other === null || Math.abs(reading - other) > tolerance) {
      yield reading;
      other = reading; //: other=stored
    }
    other = reading; //: other=before
  }
}

//: family all_pages
function* allPages(fetch) {
  let full = null; //: last=short
  for (let number = 1; ; number += 1) {
    const page = fetch(number);
    //: last=empty
    if (page.length === 0) {
      return;
    }
    yield* page;
    //: last=short
    yield* page;
    full ??= page.length;
    if (page.length === 0 || page.length < full) {
      return;
    }
    //: end
  }
}

//: driver
function pageItems(total, size, wanted) {
  let calls = 0;
  const fetch = (number) => {
    calls += 1;
    const start = size * (number - 1);
    const count = Math.max(0, Math.min(size, total - start));
    return Array.from({ length: count }, (_, i) => start + i);
  };
  const items = [];
  const stream = allPages(fetch);
  while (items.length < wanted) {
    const { value, done } = stream.next();
    if (done) {
      break;
    }
    items.push(value);
  }
  return [items, calls];
}

//: family logical_lines
function logicalLines(lines) {
  const logical = [];
  let continued = false; //: rule!=indent
  for (const line of lines) {
    //: rule=backslash
    const text = line.replace(/\\$/, '');
    if (continued) {
      logical.push(logical.pop() + text);
    } else {
      logical.push(text);
    }
    continued = text !== line;
    //: rule=indent
    if (logical.length > 0 && line.startsWith(' ')) {
      logical.push(`${logical.pop()} ${line.replace(/^ +/, '')}`);
    } else {
      logical.push(line);
    }
    //: rule=comma
    if (continued) {
      logical.push(`${logical.pop()} ${line.replace(/^ +/, '')}`);
    } else {
      logical.push(line);
    }
    continued = line.endsWith(',');
    //: end
  }
  return logical;
}
