// Solutions of spec.py's families; see AUTHORING.md.

//: family lfu_cache
class LfuCache {
  #capacity;
  #entries = new Map();

  constructor(capacity) {
    this.#capacity = capacity;
  }

  get(key) {
    const entry = this.#entries.get(key);
    if (entry === undefined) {
      return null;
    }
    this.#use(key, entry.value);
    return entry.value;
  }

  put(key, value) {
    if (!this.#entries.has(key) && this.#entries.size === this.#capacity) {
      this.#entries.delete(this.#victim());
    }
    this.#use(key, value);
  }

  #victim() {
    const [first, ...rest] = this.#entries;
    const least = (a, b) => (b[1].uses < a[1].uses ? b : a);
    return rest.reduce(least, first)[0];
  }

  #use(key, value) {
    const uses = (this.#entries.get(key)?.uses ?? 0) + 1;
    this.#entries.delete(key); //: tie=stale
    this.#entries.set(key, { value, uses });
  }
}

//: family ttl_cache
class TtlCache {
  #lifetime;
  #now = 0;
  #entries = new Map();

  constructor(lifetime) {
    this.#lifetime = lifetime;
  }

  put(key, value) {
    this.#entries.set(key, { value, end: this.#now + this.#lifetime });
  }

  get(key) {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.end <= this.#now) {
      return null;
    }
    this.put(key, entry.value); //: since=used
    return entry.value;
  }

  advance(seconds) {
    this.#now += seconds;
  }

  size() {
    return [...this.#entries.values()].filter(({ end }) => end > this.#now).length;
  }
}

//: family checkout_time
function checkoutTime(customers, tills) {
  if (tills < 1) {
    throw new RangeError('there must be a till');
  }
  const freeAt = new Array(tills).fill(0);
  //: queue=shared
  for (const minutes of customers) {
    const next = freeAt.indexOf(Math.min(...freeAt));
    freeAt[next] += minutes;
  }
  //: queue=fixed
  customers.forEach((minutes, i) => {
    freeAt[i % tills] += minutes;
  });
  //: end
  return Math.max(...freeAt);
}

//: family ticket_desk
class TicketDesk {
  #last = 0;
  #urgent = [];
  #ordinary = [];
  #wasUrgent = false; //: order=fair

  take(urgent) {
    this.#last += 1;
    (urgent ? this.#urgent : this.#ordinary).push(this.#last);
    return this.#last;
  }

  call() {
    //: order=always
    return this.#urgent.shift() ?? this.#ordinary.shift() ?? null;
    //: order=fair
    if (this.#ordinary.length > 0 && (this.#wasUrgent || this.#urgent.length === 0)) {
      this.#wasUrgent = false;
      return this.#ordinary.shift();
    }
    this.#wasUrgent ||= this.#urgent.length > 0;
    return this.#urgent.shift() ?? null;
    //: end
  }
}

//: family stock_cost
class StockCost {
  #prices = [];

  buy(count, price) {
    this.#prices.push(...new Array(count).fill(price));
    this.#prices.sort((a, b) => a - b); //: which=dearest
  }

  sell(count) {
    if (count > this.#prices.length) {
      throw new Error('not enough in stock');
    }
    const sold = this.#prices.splice(0, count); //: which=oldest
    const sold = this.#prices.splice(-count); //: which!=oldest
    return sold.reduce((sum, price) => sum + price, 0);
  }

  left() {
    return this.#prices.length;
  }
}

//: family page_faults
function pageFaults(pages, frames) {
  const loaded = [];
  let faults = 0;
  for (const page of pages) { //: victim!=optimal
  for (const [place, page] of pages.entries()) { //: victim=optimal
    //: victim=lru
    const found = loaded.indexOf(page);
    if (found >= 0) {
      loaded.splice(found, 1);
    } else {
      faults += 1;
      if (loaded.length === frames) {
        loaded.shift();
      }
    }
    loaded.push(page);
    //: victim!=lru
    if (!loaded.includes(page)) {
      faults += 1;
      if (loaded.length === frames) {
        loaded.shift(); //: victim=fifo
        //: victim=optimal
        const uses = loaded.map((each) => nextUse(pages, place, each));
        loaded.splice(uses.indexOf(Math.max(...uses)), 1);
        //: victim!=lru
      }
      loaded.push(page);
    }
    //: end
  }
  return faults;
}

//: victim=optimal
function nextUse(pages, place, page) {
  const found = pages.indexOf(page, place);
  return found < 0 ? Infinity : found;
}
//: end

//: family run_order
function runOrder(jobs) {
  const waiting = [...jobs];
  const order = [];
  let now = 0;
  while (waiting.length > 0) {
    now = Math.max(now, Math.min(...waiting.map(({ arrival }) => arrival)));
    const time = now;
    const arrived = waiting.filter(({ arrival }) => arrival <= time);
    const better = (best, job) => (isBetter(job, best, time) ? job : best);
    const next = arrived.reduce(better);
    waiting.splice(waiting.indexOf(next), 1);
    order.push(next.name);
    now += next.duration;
  }
  return order;
}

//: policy=ratio
function isBetter(job, best, now) {
  // Compares the ratios without dividing, and without the 1 that both contain.
  return (now - job.arrival) * best.duration > (now - best.arrival) * job.duration;
}
//: policy!=ratio
function isBetter(job, best) {
  return job.duration < best.duration; //: policy=shortest
  return job.arrival > best.arrival; //: policy=latest
}
//: end

//: family allocator
class Allocator {
  #size;
  #blocks = new Map();

  constructor(size) {
    this.#size = size;
  }

  allocate(length) {
    const gaps = this.#gaps().filter((gap) => gap.length >= length);
    gaps.sort((a, b) => a.length - b.length); //: gap=best
    gaps.sort((a, b) => b.length - a.length); //: gap=worst
    if (gaps.length === 0) {
      return null;
    }
    const [{ start }] = gaps;
    this.#blocks.set(start, length);
    return start;
  }

  release(start) {
    if (!this.#blocks.delete(start)) {
      throw new Error('no block begins there');
    }
  }

  #gaps() {
    const taken = [...this.#blocks].sort(([a], [b]) => a - b);
    const gaps = [];
    let reached = 0;
    for (const [start, length] of [...taken, [this.#size, 0]]) {
      if (start > reached) {
        gaps.push({ start: reached, length: start - reached });
      }
      reached = start + length;
    }
    return gaps;
  }
}

//: family head_travel
function headTravel(start, requests) {
  //: order=given
  const stops = requests;
  //: order=sweep
  const above = requests.filter((track) => track >= start).sort((a, b) => a - b);
  const below = requests.filter((track) => track < start).sort((a, b) => b - a);
  const stops = [...above, ...below];
  //: order=nearest
  const waiting = requests.toSorted((a, b) => a - b);
  //: end
  let place = start;
  let travel = 0;
  //: order!=nearest
  for (const track of stops) {
  //: order=nearest
  while (waiting.length > 0) {
    const distances = waiting.map((each) => Math.abs(each - place));
    const nearest = distances.indexOf(Math.min(...distances));
    const [track] = waiting.splice(nearest, 1);
  //: end
    travel += Math.abs(track - place);
    place = track;
  }
  return travel;
}

//: family months_to_repay
function monthsToRepay(debt, percent, payment) {
  const interest = (amount) => Math.floor((amount * percent) / 100);
  let owed = debt;
  let months = 0;
  while (owed > 0) {
    //: order=interest
    const left = Math.max(owed + interest(owed) - payment, 0);
    //: order=payment
    const unpaid = Math.max(owed - payment, 0);
    const left = unpaid + interest(unpaid);
    //: end
    if (left >= owed) {
      return null;
    }
    owed = left;
    months += 1;
  }
  return months;
}

//: family server_loads
function serverLoads(tasks, servers) {
  if (servers < 1) {
    throw new RangeError('servers must be at least 1');
  }
  const loads = new Array(servers).fill(0);
  //: policy=turns
  tasks.forEach((work, i) => {
    loads[i % servers] += work;
  });
  //: policy=least
  for (const work of tasks) {
    loads[loads.indexOf(Math.min(...loads))] += work;
  }
  //: policy=largest
  for (const work of tasks.toSorted((a, b) => b - a)) {
    loads[loads.indexOf(Math.min(...loads))] += work;
  }
  //: end
  return loads;
}
