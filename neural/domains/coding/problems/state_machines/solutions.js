// Solutions of spec.py's families; see AUTHORING.md.

//: family vending_machine
class VendingMachine {
  static #COINS = new Set([5, 10, 20, 50]);
  #price;
  #credit = 0;

  constructor(price) {
    this.#price = price;
  }

  insert(coin) {
    if (!VendingMachine.#COINS.has(coin)) {
      throw new RangeError('unknown coin');
    }
    this.#credit += coin;
    return this.#credit;
  }

  buy() {
    if (this.#credit < this.#price) {
      throw new Error('not enough credit');
    }
    this.#credit -= this.#price;
    return this.cancel(); //: change=out
    return this.#credit; //: change=kept
  }

  cancel() {
    const returned = this.#credit;
    this.#credit = 0;
    return returned;
  }
}

//: family crossing_light
class CrossingLight {
  #least;
  #walk;
  #green = 'cars';
  #seconds = 0;
  #pressed = false;

  constructor(least, walk) {
    this.#least = least;
    this.#walk = walk;
  }

  press() {
    this.#pressed = true; //: early=kept
    this.#pressed = this.#green === 'cars'; //: early=ignored
  }

  tick() {
    this.#seconds += 1;
    if (this.#green === 'walkers') {
      if (this.#seconds === this.#walk) {
        this.#change('cars');
      }
    } else if (this.#pressed && this.#seconds >= this.#least) {
      this.#change('walkers');
      this.#pressed = false;
    }
    return this.#green;
  }

  #change(green) {
    this.#green = green;
    this.#seconds = 0;
  }
}

//: family turnstile
class Turnstile {
  #paid = 0; //: extra=counted
  #unlocked = false; //: extra!=counted
  #passed = 0;

  coin() {
    //: extra=counted
    this.#paid += 1;
    return true;
    //: extra=returned
    const kept = !this.#unlocked;
    this.#unlocked = true;
    return kept;
    //: extra=lost
    this.#unlocked = true;
    return true;
    //: end
  }

  push() {
    if (this.#paid === 0) { //: extra=counted
    if (!this.#unlocked) { //: extra!=counted
      return false;
    }
    this.#paid -= 1; //: extra=counted
    this.#unlocked = false; //: extra!=counted
    this.#passed += 1;
    return true;
  }

  get passed() {
    return this.#passed;
  }
}

//: family browser_history
class BrowserHistory {
  #pages;
  #place = 0;

  constructor(home) {
    this.#pages = [home];
  }

  visit(page) {
    this.#place += 1;
    this.#pages.splice(this.#place, Infinity, page);
  }

  back(steps) {
    return this.#move(this.#place - steps);
  }

  forward(steps) {
    return this.#move(this.#place + steps);
  }

  #move(place) {
    this.#place = Math.min(Math.max(place, 0), this.#pages.length - 1); //: far=end
    //: far=stay
    if (place >= 0 && place < this.#pages.length) {
      this.#place = place;
    }
    //: end
    return this.#pages[this.#place];
  }
}

//: family order_flow
const STEPS = {
  new: { pay: 'paid', cancel: 'cancelled' },
  paid: { ship: 'shipped' }, //: cancel=unpaid
  paid: { ship: 'shipped', cancel: 'cancelled' }, //: cancel=unshipped
  paid: { ship: 'shipped', cancel: 'refunded' }, //: cancel=refund
  shipped: { deliver: 'delivered' }, //: cancel!=refund
  shipped: { deliver: 'delivered', cancel: 'refunded' }, //: cancel=refund
};

class OrderFlow {
  #status = 'new';

  handle(event) {
    const next = STEPS[this.#status]?.[event];
    if (next === undefined) {
      throw new Error('impossible event');
    }
    this.#status = next;
    return next;
  }

  get status() {
    return this.#status;
  }
}

//: family microwave
class Microwave {
  #left = 0;
  #closed = true;
  #running = false;

  add(seconds) {
    this.#left += seconds;
    return this.#left;
  }

  start() {
    if (this.#running || !this.#closed || this.#left === 0) {
      return false;
    }
    this.#running = true;
    return true;
  }

  open() {
    //: stops=cleared
    if (this.#running) {
      this.#left = 0;
    }
    //: end
    this.#closed = false;
    this.#running = false; //: stops!=resumes
  }

  close() {
    this.#closed = true;
  }

  tick() {
    if (this.#running) { //: stops!=resumes
    if (this.#running && this.#closed) { //: stops=resumes
      this.#left -= 1;
      this.#running = this.#left > 0;
    }
    return this.#left;
  }
}

//: family stopwatch
class Stopwatch {
  #running = false;
  #shown = 0;
  #last = 0; //: time!=total
  #best = Infinity; //: time=best

  toggle(wait) {
    this.#pass(wait);
    this.#running = !this.#running;
    return this.#running;
  }

  lap(wait) {
    this.#pass(wait);
    return this.#shown; //: time=total
    //: time!=total
    const split = this.#shown - this.#last;
    this.#last = this.#shown;
    return split; //: time=split
    //: time=best
    this.#best = Math.min(this.#best, split);
    return this.#best;
    //: end
  }

  reset() {
    this.#shown = 0;
    this.#last = 0; //: time!=total
    this.#best = Infinity; //: time=best
  }

  #pass(wait) {
    if (this.#running) {
      this.#shown += wait;
    }
  }
}

//: family login_session
class LoginSession {
  #timeout;
  #left = 0;

  constructor(timeout) {
    this.#timeout = timeout;
  }

  login() {
    this.#left = this.#timeout;
  }

  request(wait) {
    this.#left = Math.max(0, this.#left - wait);
    const active = this.#left > 0;
    //: since=request
    if (active) {
      this.#left = this.#timeout;
    }
    //: end
    return active;
  }

  logout(wait) {
    const active = this.#left > wait;
    this.#left = 0;
    return active;
  }
}

//: family dimmer
class Dimmer {
  #levels;
  #level = 1;
  #on = false;
  #step = 1; //: way=bounce

  constructor(levels) {
    this.#levels = levels;
  }

  press() {
    this.#on = !this.#on;
    return this.#on ? this.#level : 0;
  }

  hold() {
    if (!this.#on) {
      return 0;
    }
    this.#level = (this.#level % this.#levels) + 1; //: way=wrap
    this.#level = Math.min(this.#level + 1, this.#levels); //: way=top
    //: way=bounce
    if (this.#levels > 1) {
      const next = this.#level + this.#step;
      this.#step = next < 1 || next > this.#levels ? -this.#step : this.#step;
      this.#level += this.#step;
    }
    //: end
    return this.#level;
  }
}

//: family joint_decision
class JointDecision {
  #parties;
  #votes = new Map();

  constructor(parties) {
    this.#parties = parties;
  }

  vote(party, yes) {
    if (party < 0 || party >= this.#parties) {
      throw new RangeError('no such party');
    }
    if (this.status === 'open') {
      if (this.#votes.has(party)) {
        throw new Error('voted already');
      }
      this.#votes.set(party, yes);
    }
    return this.status;
  }

  get status() {
    const votes = [...this.#votes.values()];
    const yes = votes.filter(Boolean).length;
    const no = votes.length - yes;
    if (yes === this.#parties) { //: rule=unanimous
    if (2 * yes > this.#parties) { //: rule=majority
      return 'accepted';
    }
    return no > 0 ? 'rejected' : 'open'; //: rule=unanimous
    return 2 * no >= this.#parties ? 'rejected' : 'open'; //: rule=majority
  }
}

//: family nested_store
class NestedStore {
  #values = new Map();
  #earlier = []; // what the values were before each open transaction

  put(key, value) {
    this.#values.set(key, value);
  }

  get(key) {
    return this.#values.get(key) ?? null;
  }

  begin() {
    this.#earlier.push(new Map(this.#values));
  }

  commit() {
    return this.#earlier.pop() !== undefined; //: what=one
    return this.#earlier.splice(0).length > 0; //: what=all
  }

  rollback() {
    if (this.#earlier.length === 0) {
      return false;
    }
    this.#values = this.#earlier.pop();
    return true;
  }
}
