// Solutions of spec.py's families; see AUTHORING.md.

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
