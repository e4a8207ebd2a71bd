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

//: family tokens
const TOKEN = / +|(?<name>[a-z][a-z0-9]*)|(?<number>\d+)|(?<symbol>[-+=<>])/iy; //: symbols=short
//: symbols=long
const TOKEN =
  / +|(?<name>[a-z][a-z0-9]*)|(?<number>\d+)|(?<symbol>->|[=<>]=|[-+=<>])/iy;
//: end

function tokens(source) {
  const found = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) {
      throw new RangeError('unexpected character');
    }
    const kind = Object.keys(match.groups).find((name) => match.groups[name]);
    if (kind) {
      found.push([kind, match[0]]);
    }
  }
  return found;
}

//: family shell_words
function shellWords(line) {
  const words = [];
  let word = null; // null between words
  let quote = null;
  //: escape=none
  for (const letter of line) {
  //: escape=double
  for (let i = 0; i < line.length; i += 1) {
    const letter = line[i];
    if (letter === '\\' && quote !== "'") {
      i += 1;
      word = i < line.length ? (word ?? '') + line[i] : word;
      continue;
    }
  //: end
    if (letter === quote) {
      quote = null;
    } else if (quote !== null) {
      word += letter;
    } else if (letter === "'" || letter === '"') {
      quote = letter;
      word ??= '';
    } else if (letter !== ' ') {
      word = (word ?? '') + letter;
    } else if (word !== null) {
      words.push(word);
      word = null;
    }
  }
  if (quote !== null) {
    throw new RangeError('unclosed quote');
  }
  return word === null ? words : [...words, word];
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

//: family door_lock
class DoorLock {
  #code;
  #keys = ''; //: rule!=restart
  #right = 0; //: rule=restart

  constructor(code) {
    this.#code = code;
  }

  press(key) {
    //: rule=latest
    this.#keys += key;
    const opens = this.#keys.endsWith(this.#code);
    if (opens) {
      this.#keys = '';
    }
    return opens;
    //: rule=blocks
    this.#keys += key;
    if (this.#keys.length < this.#code.length) {
      return false;
    }
    const opens = this.#keys === this.#code;
    this.#keys = '';
    return opens;
    //: rule=restart
    if (key !== this.#code[this.#right]) {
      this.#right = 0;
      return false;
    }
    this.#right = (this.#right + 1) % this.#code.length;
    return this.#right === 0;
    //: end
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

//: family debouncer
class Debouncer {
  #count; //: rule!=majority
  #seen = 0; //: rule!=majority
  #latest; //: rule=majority
  #level = false;

  constructor(count) {
    this.#count = count; //: rule!=majority
    this.#latest = new Array(count).fill(false); //: rule=majority
  }

  read(level) {
    //: rule=row
    this.#seen = level === this.#level ? 0 : this.#seen + 1;
    if (this.#seen === this.#count) {
      this.#level = level;
      this.#seen = 0;
    }
    //: rule=counter
    const next = this.#seen + (level ? 1 : -1);
    this.#seen = Math.min(Math.max(next, 0), this.#count);
    if (this.#seen === 0 || this.#seen === this.#count) {
      this.#level = this.#seen > 0;
    }
    //: rule=majority
    this.#latest = [...this.#latest.slice(1), level];
    const lead = this.#latest.reduce((sum, each) => sum + (each ? 1 : -1), 0);
    if (lead !== 0) {
      this.#level = lead > 0;
    }
    //: end
    return this.#level;
  }
}

//: family frame_reader
class FrameReader {
  #frame = null; // length and payload; null between frames
  #damaged = 0;

  feed(byte) {
    if (this.#frame === null) {
      this.#frame = byte === 126 ? [] : null;
      return null;
    }
    const [length, ...payload] = this.#frame;
    if (length === undefined || payload.length < length) {
      this.#frame.push(byte);
      return null;
    }
    this.#frame = null;
    const check = payload.reduce((sum, each) => sum + each, 0) % 256; //: check=sum
    const check = payload.reduce((mixed, each) => mixed ^ each, 0); //: check=xor
    if (byte === check) {
      return payload;
    }
    this.#damaged += 1;
    return null;
  }

  get damaged() {
    return this.#damaged;
  }
}

//: family line_reader
class LineReader {
  #rest = '';

  feed(chunk) {
    //: ends=semicolon
    const lines = [];
    for (const letter of chunk) {
      if (letter === ';' && this.#rest.split('"').length % 2 === 1) {
        lines.push(this.#rest);
        this.#rest = '';
      } else {
        this.#rest += letter;
      }
    }
    return lines;
    //: ends=newline
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop();
    return lines;
    //: ends=either
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop();
    return lines.map((line) => line.replace(/\r$/, ''));
    //: end
  }

  finish() {
    const rest = this.#rest;
    this.#rest = '';
    return rest === '' ? null : rest;
  }
}

//: family multi_tap
const LETTERS = [' ', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

function multiTap(keys) {
  const runs = keys.match(/(\d)\1*/g) ?? [];
  return runs
    .map((run) => {
      const letters = LETTERS[run[0]];
      const { length } = letters;
      return letters[(run.length - 1) % length]; //: more=wrap
      return letters[Math.min(run.length, length) - 1]; //: more=last
      //: more=next
      const rest = run.length % length;
      const whole = letters.at(-1).repeat((run.length - rest) / length);
      return whole + letters.slice(rest - 1, rest);
      //: end
    })
    .join('');
}

//: family tennis_game
class TennisGame {
  static #NAMES = [0, 15, 30, 40];
  #server = 0;
  #receiver = 0;

  point(server) {
    if (this.#isOver()) {
      throw new Error('the game is over');
    }
    if (server) {
      this.#server += 1;
    } else {
      this.#receiver += 1;
    }
    return this.score();
  }

  score() {
    const leader = this.#server > this.#receiver ? 'server' : 'receiver';
    if (this.#isOver()) {
      return `${leader} wins`;
    }
    if (this.#server < 3 || this.#receiver < 3) {
      return `${TennisGame.#NAMES[this.#server]}-${TennisGame.#NAMES[this.#receiver]}`;
    }
    return this.#server === this.#receiver ? 'deuce' : `advantage ${leader}`; //: deuce=advantage
    return 'deuce'; //: deuce=golden
  }

  #isOver() {
    const lead = Math.abs(this.#server - this.#receiver);
    const least = 2; //: deuce=advantage
    const least = 1; //: deuce=golden
    return Math.max(this.#server, this.#receiver) > 3 && lead >= least;
  }
}

//: family trace_machine
function traceMachine(rules, start, symbols) {
  const find = (state, symbol) =>
    rules.find((rule) => rule.source === state && rule.symbol === symbol)?.target;
  const states = [start];
  for (const symbol of symbols) {
    const state = states.at(-1);
    const target = find(state, symbol) ?? find(state, '*');
    //: missing=stays
    states.push(target ?? state);
    //: missing=stops
    if (target === undefined) {
      break;
    }
    states.push(target);
    //: missing=error
    if (target === undefined) {
      throw new Error('no rule applies');
    }
    states.push(target);
    //: end
  }
  return states;
}

//: family strip_block_comments
function stripBlockComments(source) {
  //: nested=flat
  return source.replaceAll(/\/\*(?:[^]*?(\*\/))?/g, (comment, end) => {
    if (end === undefined) {
      throw new RangeError('unclosed comment');
    }
    //: nested=flat and space=gone
    return '';
    //: nested=flat and space=blank
    return ' ';
    //: nested=flat
  });
  //: nested=nested
  let kept = '';
  let depth = 0;
  for (let i = 0; i < source.length; i += 1) {
    if (source.startsWith('/*', i)) {
      depth += 1;
      i += 1;
    } else if (depth > 0 && source.startsWith('*/', i)) {
      depth -= 1;
      i += 1;
      kept += depth === 0 ? ' ' : ''; //: nested=nested and space=blank
    } else if (depth === 0) {
      kept += source[i];
    }
  }
  if (depth > 0) {
    throw new RangeError('unclosed comment');
  }
  return kept;
  //: end
}

//: family unescape
const SIMPLE = { n: '\n', t: '\t', '\\': '\\' };

function unescape(text) {
  return text.replace(/\\(?:x([0-9a-f]{2})|([nt\\]))?/gi, (escape, code, simple) => {
    if (code) {
      return String.fromCharCode(parseInt(code, 16));
    }
    if (SIMPLE[simple]) {
      return SIMPLE[simple];
    }
    throw new RangeError('bad escape'); //: unknown=error
    return escape; //: unknown=kept
    return escape.slice(1); //: unknown=dropped
  });
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

//: family sealed_auction
class SealedAuction {
  #reserve;
  #bids = new Map(); // in the order of the bids
  #open = true;

  constructor(reserve) {
    this.#reserve = reserve;
  }

  bid(name, amount) {
    if (!this.#open) {
      throw new Error('the auction is closed');
    }
    if (amount < this.#reserve) {
      return false;
    }
    this.#bids.delete(name);
    this.#bids.set(name, amount);
    return true;
  }

  close() {
    this.#open = false;
    return this.#sorted()[0]?.[0] ?? null;
  }

  get price() {
    if (this.#open || this.#bids.size === 0) {
      return null;
    }
    return this.#sorted()[0][1]; //: pays=own
    return this.#sorted()[1]?.[1] ?? this.#reserve; //: pays=second
  }

  #sorted() {
    return [...this.#bids].sort(([, a], [, b]) => b - a);
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

//: family number_kind
function numberKind(text) {
  if (/^[+-]?\d+$/.test(text)) {
    return 'integer';
  }
  const decimal = /^[+-]?\d+\.\d+$/; //: point=inner
  const decimal = /^[+-]?(?:\d+\.\d*|\.\d+)$/; //: point=outer
  const decimal = /^[+-]?\d+\.\d*$/; //: point=front
  return decimal.test(text) ? 'decimal' : 'other';
}
