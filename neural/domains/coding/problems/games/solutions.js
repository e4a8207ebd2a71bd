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
