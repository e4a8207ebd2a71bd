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

//: family thermostat
class Thermostat {
  #low;
  #high;
  #on = false;

  constructor(low, high) {
    this.#low = low;
    this.#high = high;
  }

  update(temperature) {
    if (temperature < this.#low) {
      this.#on = true; //: device=heater
      this.#on = false; //: device=cooler
    } else if (temperature > this.#high) {
      this.#on = false; //: device=heater
      this.#on = true; //: device=cooler
    }
    return this.#on;
  }
}

//: family matchmaker
class Matchmaker {
  #gap;
  #waiting = [];

  constructor(gap) {
    this.#gap = gap;
  }

  join(name, level) {
    const [best] = this.#waiting
      .map((player) => ({ player, distance: Math.abs(player.level - level) }))
      .filter(({ distance }) => distance <= this.#gap); //: which=longest
      .filter(({ distance }) => distance <= this.#gap) //: which=closest
      .sort((a, b) => a.distance - b.distance); //: which=closest
    if (best === undefined) {
      this.#waiting.push({ name, level });
      return null;
    }
    this.#waiting = this.#waiting.filter((player) => player !== best.player);
    return best.player.name;
  }

  waiting() {
    return this.#waiting.map(({ name }) => name);
  }
}

//: family playlist
class Playlist {
  #songs;
  #place = 0;

  constructor(songs) {
    this.#songs = [...songs];
  }

  current() {
    return this.#songs[this.#place] ?? null;
  }

  next() {
    return this.#move(1);
  }

  previous() {
    return this.#move(-1);
  }

  #move(step) {
    const { length } = this.#songs;
    //: edge=stop
    const last = Math.max(length - 1, 0);
    this.#place = Math.min(Math.max(this.#place + step, 0), last);
    //: edge=loop
    if (length > 0) {
      this.#place = (this.#place + step + length) % length;
    }
    //: end
    return this.current();
  }
}

//: family shopping_cart
class ShoppingCart {
  #articles = new Map();

  add(name, price, count) {
    if (count < 1) {
      throw new RangeError('count must be at least 1');
    }
    //: again=replace
    this.#articles.set(name, { price, count });
    //: again=new_price
    const before = this.#articles.get(name)?.count ?? 0;
    this.#articles.set(name, { price, count: before + count });
    //: again=old_price
    const before = this.#articles.get(name) ?? { price, count: 0 };
    this.#articles.set(name, { ...before, count: before.count + count });
    //: end
  }

  remove(name) {
    return this.#articles.delete(name);
  }

  total() {
    return [...this.#articles.values()].reduce(
      (sum, { price, count }) => sum + price * count,
      0,
    );
  }
}

//: family elevator
class Elevator {
  #floors;
  #floor = 0;
  #stops = new Set(); // in the order of the calls

  constructor(floors) {
    this.#floors = floors;
  }

  call(floor) {
    if (floor < 0 || floor >= this.#floors) {
      throw new RangeError(`there is no floor ${floor}`);
    }
    if (floor !== this.#floor) {
      this.#stops.add(floor);
    }
  }

  step() {
    const [target] = this.#stops; //: next_stop=first
    //: next_stop=nearest
    const distance = (stop) => Math.abs(stop - this.#floor);
    const [target] = [...this.#stops].sort(
      (a, b) => distance(a) - distance(b) || a - b,
    );
    //: end
    if (target !== undefined) {
      this.#floor += Math.sign(target - this.#floor);
      this.#stops.delete(this.#floor);
    }
    return this.#floor;
  }
}

//: family ledger
class InsufficientFundsError extends Error {}

class Ledger {
  #balances = new Map();

  post(account, amount) {
    this.#balances.set(account, this.balance(account) + amount);
  }

  transfer(source, target, amount) {
    if (amount < 1) {
      throw new RangeError('amount must be positive');
    }
    if (this.balance(source) - amount < 0) { //: limit=zero
    if (this.balance(source) - amount < -10) { //: limit=credit
      throw new InsufficientFundsError(`${source} has too little`);
    }
    this.post(source, -amount);
    this.post(target, amount);
  }

  balance(account) {
    return this.#balances.get(account) ?? 0;
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

//: family parking
class CarParkFullError extends Error {}

class Parking {
  #free;
  #inside = new Map();

  constructor(spaces) {
    this.#free = new Set(Array.from({ length: spaces }, (_, i) => i + 1));
  }

  enter(plate) {
    if (this.#inside.has(plate)) {
      throw new RangeError(`${plate} is inside`);
    }
    if (this.#free.size === 0) {
      throw new CarParkFullError('no space is free');
    }
    const space = Math.min(...this.#free); //: which=lowest
    const space = Math.max(...this.#free); //: which=highest
    this.#free.delete(space);
    this.#inside.set(plate, space);
    return space;
  }

  leave(plate) {
    if (!this.#inside.has(plate)) {
      throw new Error(`${plate} is not inside`);
    }
    this.#free.add(this.#inside.get(plate));
    this.#inside.delete(plate);
  }

  free() {
    return this.#free.size;
  }
}

//: family circuit_breaker
class CircuitBreaker {
  #threshold;
  #failures = new Map();
  #blocked = new Set();

  constructor(threshold) {
    this.#threshold = threshold;
  }

  report(source, failed) {
    if (!failed) {
      this.#failures.delete(source);
      this.#blocked.delete(source);
      return false;
    }
    this.#failures.set(source, (this.#failures.get(source) ?? 0) + 1);
    const count = this.#failures.get(source); //: rule=row
    const count = [...this.#failures.values()].reduce((sum, each) => sum + each, 0); //: rule=all
    if (count >= this.#threshold) {
      this.#blocked.add(source);
    }
    return this.#blocked.has(source);
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
