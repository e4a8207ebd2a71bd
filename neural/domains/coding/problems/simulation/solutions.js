// Solutions of spec.py's families; see AUTHORING.md.

//: family evolve
function evolve(cells, steps) {
  const after = (cell, i, row) => {
    const left = row[i - 1] ?? '.'; //: ends=dead
    const right = row[i + 1] ?? '.'; //: ends=dead
    const left = row.at(i - 1); //: ends=ring
    const right = row[(i + 1) % row.length]; //: ends=ring
    const digits = [left, cell, right].map((each) => (each === '#' ? '1' : '0'));
    return (RULE >> parseInt(digits.join(''), 2)) & 1 ? '#' : '.';
  };
  let row = [...cells];
  for (let step = 0; step < steps; step += 1) {
    row = row.map(after);
  }
  return row.join('');
}

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

//: family langton
function langton(size, steps) {
  const black = new Set();
  let row = Math.floor(size / 2);
  let column = row;
  let [down, right] = [-1, 0];
  for (let step = 0; step < steps; step += 1) {
    const cell = row * size + column;
    if (black.delete(cell)) {
      [down, right] = [-right, down];
    } else {
      black.add(cell);
      [down, right] = [right, -down];
    }
    //: edge=wrap
    row = (row + down + size) % size;
    column = (column + right + size) % size;
    //: edge=stop
    row += down;
    column += right;
    if (row < 0 || row >= size || column < 0 || column >= size) {
      break;
    }
    //: end
  }
  return black.size;
}

//: family bowling_score
function bowlingScore(rolls) {
  let score = 0;
  let place = 0;
  for (let frame = 0; frame < 10; frame += 1) {
    const [first, second, third] = rolls.slice(place, place + 3); //: scoring=bonus
    const [first, second] = rolls.slice(place, place + 2); //: scoring=current
    if (first === 10) {
      score += 10 + second + third; //: scoring=bonus
      score += 30; //: scoring=current
      place += 1;
    } else {
      const pins = first + second;
      score += pins === 10 ? 10 + third : pins; //: scoring=bonus
      score += pins === 10 ? 10 + first : pins; //: scoring=current
      place += 2;
    }
  }
  return score;
}

//: family tennis_game
const NAMES = ['love', '15', '30', '40'];

function tennisGame(points) {
  let server = 0;
  let receiver = 0;
  for (const point of points) {
    if (point === 'S') {
      server += 1;
    } else {
      receiver += 1;
    }
    const most = Math.max(server, receiver);
    if (most > 3 && Math.abs(server - receiver) >= 2) { //: deuce=advantage
    if (most > 3) { //: deuce=golden
      return server > receiver ? 'server wins' : 'receiver wins';
    }
  }
  //: deuce=advantage
  if (Math.min(server, receiver) >= 3) {
    if (server === receiver) {
      return 'deuce';
    }
    return server > receiver ? 'advantage server' : 'advantage receiver';
  }
  //: deuce=golden
  if (server === 3 && receiver === 3) {
    return 'deuce';
  }
  //: end
  return `${NAMES[server]}-${NAMES[receiver]}`;
}

//: family dice_score
function diceScore(dice) {
  //: category=straight
  const thrown = new Set(dice);
  const runs = [1, 2, 3].map((low) => [low, low + 1, low + 2, low + 3]);
  return runs.some((run) => run.every((number) => thrown.has(number))) ? 30 : 0;
  //: category!=straight
  const counts = new Map();
  for (const number of dice) {
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  //: category=full_house
  const sizes = [...counts.values()].sort();
  return sizes.join() === '2,3' ? 25 : 0;
  //: category=three
  const most = Math.max(...counts.values());
  return most >= 3 ? dice.reduce((sum, number) => sum + number, 0) : 0;
  //: category=pairs
  const pairs = [...counts.keys()].filter((number) => counts.get(number) >= 2);
  return pairs.length === 2 ? 2 * (pairs[0] + pairs[1]) : 0;
  //: end
}

//: family play_ladders
function playLadders(size, jumps, rolls) {
  let place = 1;
  for (const roll of rolls) {
    if (place === size) {
      break;
    }
    let target = place + roll; //: over!=win
    const target = Math.min(place + roll, size); //: over=win
    //: over!=win
    if (target > size) {
      //: over=stay
      target = place;
      //: over=bounce
      target = 2 * size - target;
      //: over!=win
    }
    //: end
    place = jumps.get(target) ?? target;
  }
  return place;
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

//: family spread_fire
//: spreads=four
const NEAR = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
];
//: spreads=eight
const NEAR = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => [down, right]));
//: spreads=wind
const NEAR = [
  [0, 1],
  [1, 0],
];
//: end

function spreadFire(rows, steps) {
  let forest = rows;
  for (let step = 0; step < steps; step += 1) {
    forest = nextRows(forest);
  }
  return forest;
}

function nextRows(rows) {
  const catches = (r, c) =>
    NEAR.some(([down, right]) => rows[r - down]?.[c - right] === '*');
  return rows.map((row, r) =>
    [...row]
      .map((cell, c) => {
        if (cell === '*') {
          return '.';
        }
        return cell === 'T' && catches(r, c) ? '*' : cell;
      })
      .join(''),
  );
}

//: family drop_stones
function dropStones(rows) {
  return rows.map(slid); //: direction=right
  //: direction!=right
  const columns = [...rows[0]].map((_, c) => rows.map((row) => row[c]).join(''));
  const settled = columns.map(slid);
  return rows.map((_, r) => settled.map((column) => column[r]).join(''));
  //: end
}

function slid(line) {
  const settle = (part) => [...part].sort().join(''); //: direction!=up
  const settle = (part) => [...part].sort().reverse().join(''); //: direction=up
  return line.split('#').map(settle).join('#');
}

//: family league_table
function leagueTable(matches) {
  const teams = new Map();
  const add = (name, lead) => {
    const team = teams.get(name) ?? { name, points: 0, difference: 0 }; //: tie=goals
    const team = teams.get(name) ?? { name, points: 0 }; //: tie=name
    if (lead > 0) {
      team.points += WIN;
    } else if (lead === 0) {
      team.points += 1;
    }
    team.difference += lead; //: tie=goals
    teams.set(name, team);
  };
  for (const { home, away, homeGoals, awayGoals } of matches) {
    add(home, homeGoals - awayGoals);
    add(away, awayGoals - homeGoals);
  }
  const byName = (a, b) => (a.name < b.name ? -1 : 1);
  return [...teams.values()]
    .sort((a, b) => b.points - a.points || byName(a, b)) //: tie=name
    //: tie=goals
    .sort((a, b) => b.points - a.points || b.difference - a.difference || byName(a, b))
    //: end
    .map(({ name, points }) => [name, points]);
}

//: family sealed_auction
class SealedAuction {
  #reserve;
  #bids = new Map();

  constructor(reserve) {
    this.#reserve = reserve;
  }

  bid(name, amount) {
    if (amount < this.#reserve || amount <= (this.#bids.get(name) ?? 0)) {
      return false;
    }
    // A new bid is the latest one, so it moves to the end.
    this.#bids.delete(name);
    this.#bids.set(name, amount);
    return true;
  }

  result() {
    const [best, second] = [...this.#bids].sort(([, a], [, b]) => b - a); //: price=second
    const [best] = [...this.#bids].sort(([, a], [, b]) => b - a); //: price=first
    if (best === undefined) {
      return null;
    }
    return { name: best[0], price: best[1] }; //: price=first
    return { name: best[0], price: second?.[1] ?? this.#reserve }; //: price=second
  }
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

//: family runoff_winner
function runoffWinner(ballots) {
  const racing = new Set(ballots.flat());
  while (racing.size > 0) {
    const counts = new Map([...racing].map((name) => [name, 0]));
    const firsts = ballots
      .map((ballot) => ballot.find((name) => racing.has(name)))
      .filter((name) => name !== undefined);
    for (const name of firsts) {
      counts.set(name, counts.get(name) + 1);
    }
    const winner = [...racing].find((name) => 2 * counts.get(name) > firsts.length);
    if (winner !== undefined) {
      return winner;
    }
    const fewest = Math.min(...counts.values());
    const losers = [...racing].filter((name) => counts.get(name) === fewest);
    racing.delete(losers.sort().at(-1)); //: out=last
    losers.forEach((name) => racing.delete(name)); //: out=all
  }
  return null;
}

//: family dealer_hand
function dealerHand(cards) {
  const hand = [];
  for (const card of cards) {
    if (worth(hand) >= 17) { //: soft=stands
    if (worth(hand) > 17 || sum(hand) === 17) { //: soft=hits
      break;
    }
    hand.push(card);
  }
  return worth(hand);
}

function worth(hand) {
  const total = sum(hand);
  return hand.includes(1) && total + 10 <= 21 ? total + 10 : total;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
