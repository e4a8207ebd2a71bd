// Solutions of spec.py's families; see AUTHORING.md.

//: family in_batches
async function inBatches(items, size, load) {
  const results = [];
  let start = 0;
  while (start < items.length) {
    let end = start + size; //: last=merged
    const end = start + size; //: last=short
    //: last=merged
    if (2 * (items.length - end) < size) {
      end = items.length;
    }
    //: end
    results.push(...(await load(items.slice(start, end))));
    start = end;
  }
  return results;
}

//: driver
async function batchedCalls(values, size) {
  const sizes = [];
  const load = async (batch) => {
    sizes.push(batch.length);
    return batch.map((value) => value * value);
  };
  return [await inBatches(values, size, load), sizes];
}

//: family pipeline
function* pipeline(numbers) {
  let total = 0; //: map=total
  let before = null; //: filter=change
  for (const number of numbers) {
    if (number % 2 !== 0) { //: filter=even
    if (number <= 0) { //: filter=positive
    if (number === before) { //: filter=change
      continue;
    }
    before = number; //: filter=change
    yield 2 * number; //: map=double
    //: map=total
    total += number;
    yield total;
    //: end
  }
}

//: driver
function piped(values, limit) {
  return pipeline(values.values()).take(limit).toArray();
}

//: family with_fallback
async function withFallback(sources, fallback) {
  const answers = [];
  for (const source of sources) {
    //: instead=value
    answers.push(await source().catch(() => fallback));
    //: instead=again
    answers.push(
      await source()
        .catch(source)
        .catch(() => fallback),
    );
    //: instead=before
    answers.push(await source().catch(() => answers.at(-1) ?? fallback));
    //: end
  }
  return answers;
}

//: driver
async function fetched(answers, fallback) {
  const sources = answers.map((answer, place) => {
    let asked = 0;
    return async () => {
      asked += 1;
      if (answer === null && (asked === 1 || place % 2 === 0)) {
        throw new RangeError('down');
      }
      return answer ?? -1;
    };
  });
  return withFallback(sources, fallback);
}

//: family debounced
function debounced(times, delay) {
  //: policy=trailing
  return times
    .filter((time, i) => i === times.length - 1 || times[i + 1] - time >= delay)
    .map((time) => time + delay);
  //: policy=leading
  return times.filter((time, i) => i === 0 || time - times[i - 1] >= delay);
  //: policy=throttle
  const runs = [];
  for (const time of times) {
    if (runs.length === 0 || time - runs.at(-1) >= delay) {
      runs.push(time);
    }
  }
  return runs;
  //: end
}

//: family round_robin
function roundRobin(tasks, slice) {
  const queue = [...tasks];
  const done = [];
  while (queue.length > 0) {
    const { name, work } = queue.shift();
    if (work <= slice) {
      done.push(name);
    } else {
      queue.push({ name, work: work - slice }); //: back=end
      queue.splice(1, 0, { name, work: work - slice }); //: back=second
    }
  }
  return done;
}

//: family waiting_times
function waitingTimes(arrivals, service) {
  const free = new Array(CLERKS).fill(0); // when each clerk is free again
  return arrivals.map((arrival) => {
    const clerk = free.indexOf(Math.min(...free));
    const begins = Math.max(arrival, free[clerk]);
    free[clerk] = begins + service;
    return begins - arrival;
  });
}

//: family delay_queue
class DelayQueue {
  #now = 0;
  #entries = [];

  put(item, delay) {
    this.#entries.push({ item, ready: this.#now + delay });
  }

  advance(time) {
    this.#now += time;
    const ready = this.#entries.filter((entry) => entry.ready <= this.#now);
    this.#entries = this.#entries.filter((entry) => entry.ready > this.#now);
    ready.sort((a, b) => a.ready - b.ready); //: order=ready
    ready.sort((a, b) => b.ready - a.ready); //: order=latest
    return ready.map(({ item }) => item);
  }

  pending() {
    return this.#entries.length;
  }
}

//: family two_stack_queue
class TwoStackQueue {
  #back = [];
  #front = []; // its last item is the oldest of all

  push(item) {
    this.#back.push(item);
  }

  pop() {
    this.#shift();
    return this.#front.pop() ?? null;
  }

  peek() {
    this.#shift();
    return this.#front.at(-1) ?? null;
  }

  get size() {
    return this.#back.length + this.#front.length;
  }

  #shift() {
    if (this.#front.length === 0) {
      while (this.#back.length > 0) {
        this.#front.push(this.#back.pop());
      }
    }
  }
}

//: family hot_potato
function hotPotato(names, count) {
  const circle = [...names];
  const left = [];
  let place = 0;
  while (circle.length > 0) {
    place = (place + count - 1) % circle.length;
    left.push(...circle.splice(place, 1));
  }
  return left; //: what=order
  return left.slice(-1); //: what=survivor
}
