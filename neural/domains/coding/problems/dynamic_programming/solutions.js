// Solutions of spec.py's families; see AUTHORING.md.

//: family hop_ways
function hopWays(stones) {
  const ways = [1];
  for (const place of `${stones}o`) {
    const count = (ways.at(-1) ?? 0) + (ways.at(-2) ?? 0); //: hops=short
    const count = (ways.at(-1) ?? 0) + (ways.at(-2) ?? 0) + (ways.at(-3) ?? 0); //: hops=long
    const count = (ways.at(-1) ?? 0) + (ways.at(-3) ?? 0); //: hops=odd
    ways.push(place === 'o' ? count : 0);
  }
  return ways.at(-1);
}

//: family closest_sum
function closestSum(numbers, target) {
  let sums = new Set([0]);
  for (const number of numbers) {
    sums = new Set([...sums].flatMap((sum) => [sum, sum + number]));
  }
  return Math.max(...[...sums].filter((sum) => sum <= target)); //: what=below
  //: what=nearest
  const distance = (sum) => Math.abs(sum - target);
  return [...sums].sort((a, b) => distance(a) - distance(b) || a - b)[0];
  //: end
}

//: family fair_split
function fairSplit(weights) {
  //: counts=any
  let differences = new Set([0]);
  for (const weight of weights) {
    differences = new Set(
      [...differences].flatMap((each) => [each + weight, Math.abs(each - weight)]),
    );
  }
  return Math.min(...differences);
  //: counts=equal
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sums = [new Set([0]), ...weights.map(() => new Set())]; // by number of things
  for (const [i, weight] of weights.entries()) {
    for (let count = i; count >= 0; count -= 1) {
      sums[count].forEach((sum) => sums[count + 1].add(sum + weight));
    }
  }
  const half = sums[Math.floor(weights.length / 2)];
  return Math.min(...[...half].map((sum) => Math.abs(total - 2 * sum)));
  //: end
}

//: family segmentations
function segmentations(text, words) {
  //: what=ways
  const ways = new Array(text.length).fill(0).concat(1);
  for (let start = text.length - 1; start >= 0; start -= 1) {
    for (const word of words) {
      if (text.startsWith(word, start)) {
        ways[start] += ways[start + word.length];
      }
    }
  }
  return ways[0];
  //: what=fewest
  const fewest = new Array(text.length).fill(Infinity).concat(0);
  for (let start = text.length - 1; start >= 0; start -= 1) {
    for (const word of words) {
      if (text.startsWith(word, start)) {
        fewest[start] = Math.min(fewest[start], fewest[start + word.length] + 1);
      }
    }
  }
  return Number.isFinite(fewest[0]) ? fewest[0] : -1;
  //: end
}

//: family longest_common
function longestCommon(left, right) {
  const better = (one, other) =>
    one.length > other.length || (one.length === other.length && one < other);
  //: what=part
  let best = '';
  for (let start = 0; start < left.length; start += 1) {
    for (let end = start + 1; end <= left.length; end += 1) {
      const part = left.slice(start, end);
      if (right.includes(part) && better(part, best)) {
        best = part;
      }
    }
  }
  return best;
  //: what=sequence
  let above = new Array(right.length + 1).fill('');
  for (const letter of left) {
    const row = [''];
    for (const [i, other] of [...right].entries()) {
      let best = better(row[i], above[i + 1]) ? row[i] : above[i + 1];
      if (letter === other && better(above[i] + letter, best)) {
        best = above[i] + letter;
      }
      row.push(best);
    }
    above = row;
  }
  return above.at(-1);
  //: end
}

//: family align_score
function alignScore(left, right) {
  let above = Array.from({ length: right.length + 1 }, (_, j) => -2 * j); //: parts=whole
  let above = new Array(right.length + 1).fill(0); //: parts!=whole
  let best = 0; //: parts=local
  for (const [i, letter] of [...left].entries()) {
    const row = [-2 * (i + 1)]; //: parts!=local
    const row = [0]; //: parts=local
    for (const [j, other] of [...right].entries()) {
      const match = above[j] + (letter === other ? 2 : -1);
      row.push(Math.max(match, above[j + 1] - 2, row[j] - 2)); //: parts!=local
      row.push(Math.max(match, above[j + 1] - 2, row[j] - 2, 0)); //: parts=local
    }
    best = Math.max(best, ...row); //: parts=local
    above = row;
  }
  return above.at(-1); //: parts=whole
  return best; //: parts=local
  return Math.max(...above); //: parts=inside
}

//: family spaced_sum
function spacedSum(values) {
  //: shape=row|ring
  const inRow = (row) => {
    let [without, best] = [0, 0];
    for (const value of row) {
      [without, best] = [best, Math.max(best, without + value)];
    }
    return best;
  };
  return inRow(values); //: shape=row
  //: shape=ring
  if (values.length < 2) {
    return inRow(values);
  }
  return Math.max(inRow(values.slice(1)), inRow(values.slice(0, -1)));
  //: shape=pairs
  const half = values.length / 2;
  let [none, upper, lower] = [0, 0, 0];
  for (let i = 0; i < half; i += 1) {
    [none, upper, lower] = [
      Math.max(none, upper, lower),
      Math.max(none, lower) + values[i],
      Math.max(none, upper) + values[half + i],
    ];
  }
  return Math.max(none, upper, lower);
  //: end
}

//: family best_profit
function bestProfit(prices) {
  //: rule=twice
  let [first, firstSold, second, secondSold] = [-Infinity, 0, -Infinity, 0];
  for (const price of prices) {
    secondSold = Math.max(secondSold, second + price);
    second = Math.max(second, firstSold - price);
    firstSold = Math.max(firstSold, first + price);
    first = Math.max(first, -price);
  }
  return Math.max(firstSold, secondSold);
  //: rule=pause
  let [holding, justSold, free] = [-Infinity, -Infinity, 0];
  for (const price of prices) {
    [holding, justSold, free] = [
      Math.max(holding, free - price),
      holding + price,
      Math.max(free, justSold),
    ];
  }
  return Math.max(justSold, free);
  //: rule=fee
  let [holding, free] = [-Infinity, 0];
  for (const price of prices) {
    [holding, free] = [
      Math.max(holding, free - price),
      Math.max(free, holding + price - 2),
    ];
  }
  return free;
  //: end
}

//: family cut_value
function cutValue(length, prices) {
  const best = new Array(length + 1).fill(0);
  for (const [piece, price] of prices) {
    for (let size = piece; size <= length; size += 1) { //: uses=many
    for (let size = length; size >= piece; size -= 1) { //: uses=once
      best[size] = Math.max(best[size], best[size - piece] + price);
    }
  }
  return best[length];
}

//: family merge_cost
function mergeCost(piles) {
  const sums = [0];
  piles.forEach((pile) => sums.push(sums.at(-1) + pile));
  const costs = sums.map(() => new Array(sums.length).fill(0));
  for (let width = 2; width <= piles.length; width += 1) {
    for (let start = 0; start + width <= piles.length; start += 1) {
      const end = start + width;
      costs[start][end] = Infinity;
      for (let middle = start + 1; middle < end; middle += 1) {
        const left = sums[middle] - sums[start];
        const right = sums[end] - sums[middle];
        const price = left + right; //: price=sum
        const price = Math.max(left, right); //: price=larger
        const price = left * right; //: price=product
        const cost = costs[start][middle] + costs[middle][end] + price;
        costs[start][end] = Math.min(costs[start][end], cost);
      }
    }
  }
  return costs[0][piles.length];
}

//: family partitions
function partitions(number, largest) {
  const ways = [1, ...new Array(number).fill(0)];
  for (let part = 1; part <= largest; part += 1) { //: rule!=odd
  for (let part = 1; part <= largest; part += 2) { //: rule=odd
    for (let total = part; total <= number; total += 1) { //: rule!=distinct
    for (let total = number; total >= part; total -= 1) { //: rule=distinct
      ways[total] += ways[total - part];
    }
  }
  return ways[number];
}

//: family best_jobs
function bestJobs(jobs) {
  const sorted = jobs.toSorted((a, b) => a.end - b.end);
  const best = [0];
  for (const [i, { start, pay }] of sorted.entries()) {
    const before = sorted.findLastIndex(({ end }, j) => j < i && end <= start); //: last=excluded
    const before = sorted.findLastIndex(({ end }, j) => j < i && end < start); //: last=included
    best.push(Math.max(best[i], best[before + 1] + pay));
  }
  return best.at(-1);
}

//: family readings
function readings(digits) {
  const letters = Array.from({ length: HIGHEST }, (_, i) => String(i + 1));
  //: unknown=star
  const fits = (part, letter) =>
    part.length === letter.length &&
    [...letter].every(
      (digit, i) => part[i] === digit || (part[i] === '*' && digit !== '0'),
    );
  //: end
  const ways = [1];
  for (let end = 1; end <= digits.length; end += 1) {
    const count = (size) => {
      if (size > end) {
        return 0;
      }
      const part = digits.slice(end - size, end);
      return ways[end - size] * letters.filter((letter) => fits(part, letter)).length; //: unknown=star
      return letters.includes(part) ? ways[end - size] : 0; //: unknown=none
    };
    ways.push(count(1) + count(2));
  }
  return ways.at(-1);
}

//: family paint_cost
function paintCost(costs) {
  if (costs.length === 0) {
    return 0;
  }
  const [first, ...others] = costs;
  const cheapest = (best, without) =>
    Math.min(...best.filter((_, colour) => colour !== without));
  const next = (best, row) => row.map((cost, colour) => cost + cheapest(best, colour));
  const lowest = Math.min(...others.reduce(next, first)); //: street=row
  //: street=ring
  if (others.length === 0) {
    return Math.min(...first);
  }
  const around = (cost, colour) => {
    const start = first.map((_, i) => (i === colour ? cost : Infinity));
    return cheapest(others.reduce(next, start), colour);
  };
  const lowest = Math.min(...first.map(around));
  //: end
  if (lowest === Infinity) {
    throw new RangeError('not enough colours');
  }
  return lowest;
}

//: family dice_ways
function diceWays(sides, target) {
  //: goal!=highest
  let ways = [1];
  for (const side of sides) {
    const rolled = new Array(ways.length + side).fill(0);
    for (const [total, count] of ways.entries()) {
      for (let face = 1; face <= side; face += 1) {
        rolled[total + face] += count;
      }
    }
    ways = rolled;
  }
  return ways[target] ?? 0; //: goal=exactly
  return ways.slice(target).reduce((sum, count) => sum + count, 0); //: goal=least
  //: goal=highest
  if (sides.length === 0 || target === 0) {
    return sides.length === target ? 1 : 0;
  }
  const upTo = (most) => sides.reduce((ways, side) => ways * Math.min(side, most), 1);
  return upTo(target) - upTo(target - 1);
  //: end
}

//: family mirror_parts
function mirrorParts(text) {
  //: what=letters
  let previous = new Array(text.length + 1).fill(0); // begins one letter later
  for (let start = text.length - 1; start >= 0; start -= 1) {
    const removed = new Array(text.length + 1).fill(0);
    for (let end = start + 2; end <= text.length; end += 1) {
      removed[end] =
        text[start] === text[end - 1]
          ? previous[end - 1]
          : 1 + Math.min(previous[end], removed[end - 1]);
    }
    previous = removed;
  }
  return previous[text.length];
  //: what=fewest
  const fewest = [0];
  for (let end = 1; end <= text.length; end += 1) {
    const counts = fewest.filter((_, start) => isMirrored(text.slice(start, end)));
    fewest.push(Math.min(...counts) + 1);
  }
  return fewest.at(-1);
  //: what=count
  let count = 0;
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 1; end <= text.length; end += 1) {
      count += isMirrored(text.slice(start, end)) ? 1 : 0;
    }
  }
  return count;
  //: end
}
//: what!=letters

function isMirrored(part) {
  return part === [...part].reverse().join('');
}
//: end

//: family raggedness
function raggedness(lengths, width) {
  if (lengths.some((length) => length > width)) {
    throw new RangeError('a word is too long');
  }
  const costs = [...lengths.map(() => Infinity), 0]; // of the words from a place on
  for (let start = lengths.length - 1; start >= 0; start -= 1) {
    let left = width - lengths[start];
    for (let end = start + 1; left >= 0; end += 1) {
      const cost = end === lengths.length ? 0 : costs[end] + left ** 2; //: last=free
      costs[start] = Math.min(costs[start], cost); //: last=free
      costs[start] = Math.min(costs[start], costs[end] + left ** 2); //: last=counted
      left -= 1 + (lengths[end] ?? Infinity);
    }
  }
  return costs[0];
}

//: family bracket_ways
//: limit=exact
function bracketWays(pairs, depth) {
  return depth === 0 ? upTo(pairs, 0) : upTo(pairs, depth) - upTo(pairs, depth - 1);
}

function upTo(pairs, depth) {
//: limit=most
function bracketWays(pairs, depth) {
//: end
  let ways = [1, ...new Array(depth).fill(0)]; // by the number of brackets that are open
  for (let i = 0; i < 2 * pairs; i += 1) {
    ways = ways.map((_, open) => (ways[open - 1] ?? 0) + (ways[open + 1] ?? 0));
  }
  return ways[0];
}

//: family game_margin
function gameMargin(values) {
  //: move=front
  const margins = [...values, 0]; // of the values from a place on
  for (let start = values.length - 1; start >= 0; start -= 1) {
    const sizes = [1, 2, 3].filter((size) => start + size <= values.length);
    const results = sizes.map((size) => {
      const taken = values.slice(start, start + size);
      return taken.reduce((sum, value) => sum + value) - margins[start + size];
    });
    margins[start] = Math.max(...results);
  }
  return margins[0];
  //: move!=front
  const known = new Map();
  const margin = (start, end) => {
    if (start === end) {
      return 0;
    }
    const key = `${start} ${end}`;
    if (!known.has(key)) {
      const moves = [
        values[start] - margin(start + 1, end),
        values[end - 1] - margin(start, end - 1),
      ];
      //: move=same
      if (end - start > 1) {
        moves.push(values[start] + values[start + 1] - margin(start + 2, end));
      }
      //: move!=front
      known.set(key, Math.max(...moves));
    }
    return known.get(key);
  };
  return margin(0, values.length);
  //: end
}

//: family can_win
function canWin(stones, moves) {
  const wins = [];
  for (let count = 0; count <= stones; count += 1) {
    const possible = moves.filter((move) => move <= count);
    const good = possible.some((move) => !wins[count - move]);
    wins.push(good); //: result=loses
    wins.push(good || possible.length === 0); //: result=wins
  }
  return wins[stones];
}

//: family travel_cost
function travelCost(days, single, weekly) {
  //: span=rolling
  const costs = [...days, 0]; // of the days from a place on
  for (let i = days.length - 1; i >= 0; i -= 1) {
    const next = days.filter((day) => day < days[i] + 7).length;
    costs[i] = Math.min(single + costs[i + 1], weekly + costs[next]);
  }
  return costs[0];
  //: span=calendar
  const weeks = new Map();
  for (const day of days) {
    const week = Math.floor((day - 1) / 7);
    weeks.set(week, (weeks.get(week) ?? 0) + single);
  }
  return [...weeks.values()].reduce((total, cost) => total + Math.min(cost, weekly), 0);
  //: end
}

//: family fill_truck
function fillTruck(crates, capacity) {
  const best = new Array(capacity + 1).fill(-Infinity); // by the weight of a load
  best[0] = 0;
  //: count=stock
  const singles = crates.flatMap(({ weight, value, count }) =>
    Array.from({ length: count }, () => [weight, value]),
  );
  for (const [weight, value] of singles) {
  //: count=set
  const sets = crates.map((kind) => [
    kind.weight * kind.count,
    kind.value * kind.count,
  ]);
  for (const [weight, value] of sets) {
  //: end
    for (let total = capacity; total >= weight; total -= 1) {
      best[total] = Math.max(best[total], best[total - weight] + value);
    }
  }
  return Math.max(...best); //: load=most
  return Math.max(best[capacity], -1); //: load=exact
}

//: family assembly_time
function assemblyTime(upper, lower, change) {
  if (upper.length === 0) {
    return 0;
  }
  let [above, below] = [upper[0], lower[0]]; //: start=either
  let [above, below] = [upper[0], Infinity]; //: start=upper
  for (let i = 1; i < upper.length; i += 1) {
    [above, below] = [
      Math.min(above, below + change) + upper[i],
      Math.min(below, above + change) + lower[i],
    ];
  }
  return Math.min(above, below);
}

//: family count_shapes
function countShapes(rows) {
  //: what!=frames
  let above = new Array(rows[0].length).fill(0); // sides of squares that end at each place
  let result = 0;
  for (const row of rows) {
    const sides = [];
    for (const [i, cell] of [...row].entries()) {
      const corner = Math.min(above[i - 1] ?? 0, above[i], sides[i - 1] ?? 0);
      sides.push(cell === '#' ? corner + 1 : 0);
    }
    result = Math.max(result, ...sides); //: what=largest
    result += sides.reduce((sum, side) => sum + side); //: what=all
    above = sides;
  }
  return result;
  //: what=frames
  const columns = [...rows[0]].map((_, i) => rows.map((row) => row[i]).join(''));
  const full = (line, start, side) => line.startsWith('#'.repeat(side), start);
  const framed = (row, column, side) =>
    full(rows[row], column, side) &&
    full(rows[row + side - 1], column, side) &&
    full(columns[column], row, side) &&
    full(columns[column + side - 1], row, side);
  for (let side = Math.min(rows.length, columns.length); side > 0; side -= 1) {
    for (let row = 0; row + side <= rows.length; row += 1) {
      for (let column = 0; column + side <= columns.length; column += 1) {
        if (framed(row, column, side)) {
          return side;
        }
      }
    }
  }
  return 0;
  //: end
}
