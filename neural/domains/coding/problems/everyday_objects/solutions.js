// Solutions of spec.py's families; see AUTHORING.md.

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
