// Solutions of spec.py's families; see AUTHORING.md.

//: family bounded_map
async function boundedMap(items, limit, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const i = next;
      next += 1;
      results[i] = await work(items[i]); //: failure=stops
      results[i] = await work(items[i]).catch(() => null); //: failure=is_none
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

//: driver
async function boundedResults(values, limit) {
  let running = 0;
  let peak = 0;
  const work = async (value) => {
    running += 1;
    peak = Math.max(peak, running);
    await null;
    running -= 1;
    if (value === 13) {
      throw new RangeError('unlucky');
    }
    return value * value;
  };
  return [await boundedMap(values, limit, work), peak <= limit];
}

//: family retry
async function retry(operation, attempts, pause) {
  let delay = 100; //: backoff=doubled
  for (let i = 1; i < attempts; i += 1) { //: limit=total
  for (let i = 0; i < attempts; i += 1) { //: limit=more
    try {
      return await operation();
    } catch {
      await pause(100); //: backoff=fixed
      //: backoff=doubled
      await pause(delay);
      delay *= 2;
      //: end
    }
  }
  return operation();
}

//: driver
async function retried(failures, attempts) {
  let calls = 0;
  const pauses = [];
  const operation = async () => {
    calls += 1;
    if (calls <= failures) {
      throw new RangeError(`failure ${calls}`);
    }
    return calls;
  };
  const pause = async (delay) => pauses.push(delay);
  return [await retry(operation, attempts, pause), pauses];
}

//: family memoize
function memoize(compute) {
  //: memory=all
  const results = new Map();
  return (value) => {
    if (!results.has(value)) {
      results.set(value, compute(value));
    }
    return results.get(value);
  };
  //: memory=last
  let latest = null;
  return (value) => {
    if (latest?.value !== value) {
      latest = { value, result: compute(value) };
    }
    return latest.result;
  };
  //: end
}

//: driver
function evaluations(inputs) {
  let calls = 0;
  const remembering = memoize((value) => {
    calls += 1;
    return value * value;
  });
  return [inputs.map(remembering), calls];
}

//: family emitter
class Emitter {
  #listeners = new Map();

  on(event, call) {
    this.#add(event, { call, once: false });
  }

  once(event, call) {
    this.#add(event, { call, once: true });
  }

  off(event) {
    this.#listeners.delete(event);
  }

  emit(event, value) {
    const called = this.#listeners.get(event) ?? [];
    this.#listeners.set(
      event,
      called.filter(({ once }) => !once),
    );
    called.forEach(({ call }) => call(value)); //: order=first
    called.toReversed().forEach(({ call }) => call(value)); //: order=last
  }

  #add(event, listener) {
    const known = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, [...known, listener]);
  }
}

//: driver
function heard(steps) {
  const emitter = new Emitter();
  const log = [];
  for (const [number, step] of steps.entries()) {
    const [action, event] = step.split(' ');
    const call = (value) => log.push(`${number}:${value}`);
    emitter[action](event, action === 'emit' ? String(number) : call);
  }
  return log;
}

//: family first_success
async function firstSuccess(sources) {
  let failure = null;
  for (const source of sources) {
    try {
      return await source();
    } catch (error) {
      failure ??= error; //: which=first
      failure = error; //: which=last
    }
  }
  throw failure ?? new RangeError('no sources');
}

//: driver
function firstAnswer(answers) {
  return firstSuccess(
    answers.map((answer, place) => async () => {
      if (answer === null) {
        throw new RangeError(`source ${place} is down`);
      }
      return answer;
    }),
  );
}

//: family count_words
async function countWords(texts) {
  const counts = new Map();
  await Promise.all(
    texts.map(async (text) => {
      for (const word of text.split(' ').filter(Boolean)) { //: case=kept
      for (const word of text.toLowerCase().split(' ').filter(Boolean)) { //: case=folded
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }),
  );
  return counts;
}

//: family sum_of_powers
async function sumOfPowers(values) {
  const middle = Math.floor(values.length / 2);
  const sum = async (half) =>
    half.reduce((total, value) => total + value ** BigInt(EXPONENT), 0n);
  const halves = [values.slice(0, middle), values.slice(middle)];
  const [left, right] = await Promise.all(halves.map(sum));
  return left + right;
}

//: family account
class InsufficientFundsError extends Error {}

class Account {
  #balance;

  constructor(balance) {
    this.#balance = balance;
  }

  deposit(amount) {
    Account.#check(amount);
    this.#balance += amount;
    return this.#balance;
  }

  withdraw(amount) {
    Account.#check(amount);
    if (this.#balance - amount < FLOOR) {
      throw new InsufficientFundsError('insufficient funds');
    }
    this.#balance -= amount;
    return this.#balance;
  }

  get balance() {
    return this.#balance;
  }

  static #check(amount) {
    if (amount < 1) {
      throw new RangeError('amount must be positive');
    }
  }
}

//: family task_queue
class TaskQueue {
  #tasks = [];

  add(name, priority) {
    const place = this.#tasks.findIndex((task) => TaskQueue.#before(priority, task));
    this.#tasks.splice(place < 0 ? this.#tasks.length : place, 0, { name, priority });
  }

  next() {
    return this.#tasks.shift()?.name ?? null;
  }

  static #before(priority, task) {
    return priority > task.priority; //: best=highest and tie=first
    return priority >= task.priority; //: best=highest and tie=last
    return priority < task.priority; //: best=lowest and tie=first
    return priority <= task.priority; //: best=lowest and tie=last
  }
}

//: family rate_limiter
class RateLimiter {
  #limit;
  #period;
  #now = 0;
  #events = []; //: window=sliding
  #block = 0; //: window=fixed
  #count = 0; //: window=fixed

  constructor(limit, period) {
    this.#limit = limit;
    this.#period = period;
  }

  allow(wait) {
    this.#now += wait;
    //: window=sliding
    this.#events = this.#events.filter((time) => time > this.#now - this.#period);
    if (this.#events.length >= this.#limit) {
      return false;
    }
    this.#events.push(this.#now);
    //: window=fixed
    const block = Math.floor(this.#now / this.#period);
    if (block !== this.#block) {
      this.#block = block;
      this.#count = 0;
    }
    if (this.#count >= this.#limit) {
      return false;
    }
    this.#count += 1;
    //: end
    return true;
  }
}

//: family differences
async function* differences(values) {
  let earlier = null;
  for await (const later of values) {
    if (earlier !== null) {
      yield later - earlier; //: sign=signed
      yield Math.abs(later - earlier); //: sign=absolute
    }
    earlier = later;
  }
}

//: driver
async function allDifferences(values) {
  return Array.fromAsync(differences(values));
}
