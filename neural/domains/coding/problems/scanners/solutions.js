// Solutions of spec.py's families; see AUTHORING.md.

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
