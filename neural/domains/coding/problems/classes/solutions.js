// Solutions of spec.py's families; see AUTHORING.md.

//: family counter
class Counter {
  #start;
  #value;

  constructor(start) {
    this.#start = start;
    this.#value = start;
  }

  increment() {
    this.#value += 1;
    return this.#value;
  }

  decrement() {
    //: floor=free
    this.#value -= 1;
    //: floor=zero
    if (this.#value > 0) {
      this.#value -= 1;
    }
    //: end
    return this.#value;
  }

  reset() {
    this.#value = this.#start;
  }

  get value() {
    return this.#value;
  }
}

//: family stack
class Stack {
  #entries = [];

  push(item) {
    const before = this.#entries.at(-1)?.extreme ?? item;
    this.#entries.push({ item, extreme: Math.min(item, before) }); //: extreme=min
    this.#entries.push({ item, extreme: Math.max(item, before) }); //: extreme=max
  }

  pop() {
    if (this.#entries.length === 0) {
      throw new Error('the stack is empty');
    }
    return this.#entries.pop().item;
  }

  peek() {
    return this.#entries.at(-1)?.item ?? null;
  }

  record() {
    return this.#entries.at(-1)?.extreme ?? null;
  }
}

//: family ring_buffer
class RingBuffer {
  #size;
  #values = [];

  constructor(size) {
    this.#size = size;
  }

  write(value) {
    this.#values.push(value);
    if (this.#values.length > this.#size) {
      this.#values.shift();
    }
  }

  read() {
    return [...this.#values]; //: order=oldest
    return this.#values.toReversed(); //: order=newest
  }

  average() {
    const { length } = this.#values;
    const sum = this.#values.reduce((total, value) => total + value, 0);
    return length === 0 ? null : sum / length;
  }
}

//: family undo_list
class UndoList {
  #items = [];
  #undone = [];

  add(item) {
    this.#items.push(item);
    this.#undone = []; //: lost=cleared
  }

  undo() {
    if (this.#items.length === 0) {
      return false;
    }
    this.#undone.push(this.#items.pop());
    return true;
  }

  redo() {
    if (this.#undone.length === 0) {
      return false;
    }
    this.#items.push(this.#undone.pop());
    return true;
  }

  items() {
    return [...this.#items];
  }
}

//: family registry
class Registry {
  #values = new Map();

  register(name, value) {
    //: again=error
    if (this.#values.has(name)) {
      throw new RangeError(`${name} is taken`);
    }
    this.#values.set(name, value);
    //: again=replace
    this.#values.set(name, value);
    //: again=ignore
    if (!this.#values.has(name)) {
      this.#values.set(name, value);
    }
    //: end
  }

  lookup(name) {
    if (!this.#values.has(name)) {
      throw new Error(`nothing is called ${name}`);
    }
    return this.#values.get(name);
  }

  names() {
    return [...this.#values.keys()];
  }
}

//: family clock
const DAY_LENGTH = 24 * 60; //: day=24
const DAY_LENGTH = 12 * 60; //: day=12

class Clock {
  #minutes = 0;

  constructor(minutes) {
    this.add(minutes);
  }

  add(minutes) {
    const sum = (this.#minutes + minutes) % DAY_LENGTH;
    this.#minutes = (sum + DAY_LENGTH) % DAY_LENGTH;
  }

  text() {
    const minutes = String(this.#minutes % 60).padStart(2, '0');
    const hours = Math.floor(this.#minutes / 60);
    return `${String(hours).padStart(2, '0')}:${minutes}`; //: day=24
    return `${hours || 12}:${minutes}`; //: day=12
  }
}

//: family polynomial
class Polynomial {
  #coefficients; // the constant first, the last one not 0

  constructor(coefficients) {
    const ascending = [...coefficients]; //: order=ascending
    const ascending = coefficients.toReversed(); //: order=descending
    const last = ascending.findLastIndex((coefficient) => coefficient !== 0);
    this.#coefficients = ascending.slice(0, last + 1);
  }

  degree() {
    return this.#coefficients.length - 1;
  }

  evaluate(x) {
    return this.#coefficients.reduceRight((value, c) => value * x + c, 0);
  }

  derivative() {
    const derived = this.#coefficients.map((c, power) => c * power).slice(1);
    return derived; //: order=ascending
    return derived.reverse(); //: order=descending
  }
}

//: family moving_median
class MovingMedian {
  #size;
  #window = [];

  constructor(size) {
    this.#size = size;
  }

  add(value) {
    this.#window = [...this.#window, value].slice(-this.#size);
    const sorted = this.#window.toSorted((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) / 2)]; //: median=low
    return sorted[Math.floor(sorted.length / 2)]; //: median=high
  }
}
