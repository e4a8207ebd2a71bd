// Solutions of spec.py's families; see AUTHORING.md.

//: family rotated
function rotated(matrix) {
  return matrix.map((row) => row.toReversed()); //: how=mirror
  return matrix.map((row) => row.toReversed()).reverse(); //: how=half
  //: how=right|left
  const [first = []] = matrix;
  const columns = first.map((_, column) => matrix.map((row) => row[column]));
  return columns.map((column) => column.reverse()); //: how=right
  return columns.reverse(); //: how=left
  //: end
}

//: family multiply
function multiply(left, right) {
  //: product=matrix
  if (left[0].length !== right.length) {
    throw new RangeError('sizes do not fit');
  }
  return left.map((row) =>
    right[0].map((_, column) =>
      row.reduce((sum, number, k) => sum + number * right[k][column], 0),
    ),
  );
  //: product=element
  if (left.length !== right.length || left[0].length !== right[0].length) {
    throw new RangeError('sizes do not fit');
  }
  return left.map((row, i) => row.map((number, j) => number * right[i][j]));
  //: end
}

//: family spiral
function transposed(rows) {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}

function spiral(matrix) {
  const found = [];
  let rows = matrix; //: start=right
  let rows = transposed(matrix); //: start=down
  while (rows.length > 0) {
    const [first, ...rest] = rows;
    found.push(...first);
    rows = transposed(rest).reverse();
  }
  return found;
}

//: family line_sums
function lineSums(matrix) {
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  return matrix.map(sum); //: line=row
  return matrix.map((_, column) => sum(matrix.map((row) => row[column]))); //: line=column
  //: line=diagonal
  const size = matrix.length;
  const offsets = Array.from(
    { length: Math.max(2 * size - 1, 0) },
    (_, i) => i - size + 1,
  );
  return offsets.map((offset) => sum(matrix.map((row, i) => row[i + offset] ?? 0)));
  //: end
}

//: family winner
function winner(board) {
  const three = [0, 1, 2];
  const columns = three.map((column) => board.map((row) => row[column]).join(''));
  const lines = [...board, ...columns]; //: counted=straight
  //: counted=all
  const falling = three.map((i) => board[i][i]).join('');
  const rising = three.map((i) => board[i][2 - i]).join('');
  const lines = [...board, ...columns, falling, rising];
  //: end
  return ['X', 'O'].find((player) => lines.includes(player.repeat(3))) ?? null;
}

//: family life
function life(rows) {
  const height = rows.length;
  const width = rows[0].length;
  //: edge=torus
  const alive = (row, column) =>
    rows[(row + height) % height][(column + width) % width] === '#';
  //: edge=dead
  const alive = (row, column) => rows[row]?.[column] === '#';
  //: end
  const count = (row, column) => {
    let alives = 0;
    for (const r of [row - 1, row, row + 1]) {
      for (const c of [column - 1, column, column + 1]) {
        if ((r !== row || c !== column) && alive(r, c)) {
          alives += 1;
        }
      }
    }
    return alives;
  };
  return rows.map((line, row) =>
    [...line]
      .map((cell, column) => {
        const near = count(row, column);
        return near === 3 || (near === 2 && cell === '#') ? '#' : '.';
      })
      .join(''),
  );
}

//: family minesweeper
function minesweeper(rows) {
  const count = (row, column) => {
    //: near=eight
    const near = [row - 1, row, row + 1].flatMap((r) =>
      [column - 1, column, column + 1].map((c) => [r, c]),
    );
    //: near=four
    const near = [
      [row - 1, column],
      [row + 1, column],
      [row, column - 1],
      [row, column + 1],
    ];
    //: end
    return near.filter(([r, c]) => rows[r]?.[c] === '#').length;
  };
  return rows.map((line, row) =>
    [...line]
      .map((cell, column) => (cell === '#' ? cell : count(row, column))) //: zero=0
      .map((cell, column) => (cell === '#' ? cell : count(row, column) || ' ')) //: zero=space
      .join(''),
  );
}

//: family count_paths
function countPaths(rows) {
  let above = [...rows[0]].map((_, column) => (column === 0 ? 1 : 0));
  for (const row of rows) { //: steps=two
  for (const [place, row] of rows.entries()) { //: steps=three
    const ways = [];
    for (const [column, cell] of [...row].entries()) {
      const diagonal = place > 0 ? (above[column - 1] ?? 0) : 0; //: steps=three
      const count = above[column] + (ways.at(-1) ?? 0); //: steps=two
      const count = above[column] + (ways.at(-1) ?? 0) + diagonal; //: steps=three
      ways.push(cell === '#' ? 0 : count);
    }
    above = ways;
  }
  return above.at(-1);
}

//: family path_sum
function pathSum(matrix) {
  const best = Math.min; //: best=min
  const best = Math.max; //: best=max
  //: steps=two
  let above = [];
  for (const row of matrix) {
    const sums = [];
    for (const [column, number] of row.entries()) {
      const ways = [above[column], sums.at(-1)].filter((sum) => sum !== undefined);
      sums.push(number + (ways.length > 0 ? best(...ways) : 0));
    }
    above = sums;
  }
  return above.at(-1);
  //: steps=rows
  let [sums] = matrix;
  for (const row of matrix.slice(1)) {
    const near = (column) => sums.slice(Math.max(column - 1, 0), column + 2);
    sums = row.map((number, column) => number + best(...near(column)));
  }
  return best(...sums);
  //: end
}

//: family edit_distance
function editDistance(source, target) {
  let above = Array.from({ length: target.length + 1 }, (_, j) => j);
  for (let i = 0; i < source.length; i += 1) {
    const steps = [i + 1];
    for (let j = 0; j < target.length; j += 1) {
      if (source[i] === target[j]) {
        steps.push(above[j]);
      } else {
        steps.push(1 + Math.min(above[j + 1], steps[j])); //: more=only
        steps.push(1 + Math.min(above[j + 1], steps[j], above[j])); //: more=replace
      }
    }
    above = steps;
  }
  return above.at(-1);
}

//: family knapsack
function knapsack(items, capacity) {
  const best = new Array(capacity + 1).fill(0);
  for (const { weight, value } of items) {
    for (let room = capacity; room >= weight; room -= 1) { //: often=once
    for (let room = weight; room <= capacity; room += 1) { //: often=any
      best[room] = Math.max(best[room], best[room - weight] + value);
    }
  }
  return best[capacity];
}

//: family best_run
function bestRun(values) {
  //: empty=allowed
  let best = 0;
  let current = 0;
  for (const value of values) {
    current = Math.max(current + value, 0);
    best = Math.max(best, current);
  }
  return best;
  //: empty=one
  if (values.length === 0) {
    throw new RangeError('no values');
  }
  let best = -Infinity;
  let current = 0;
  for (const value of values) {
    current = Math.max(current + value, value);
    best = Math.max(best, current);
  }
  return best;
  //: end
}

//: family longest_rise
function longestRise(values) {
  //: kind!=run
  const lengths = [];
  for (const [i, value] of values.entries()) {
    const before = lengths.filter((_, j) => j < i && values[j] < value); //: kind=subsequence
    const before = lengths.filter((_, j) => j < i && values[j] <= value); //: kind=weak
    //: kind!=run
    lengths.push(Math.max(0, ...before) + 1);
  }
  return Math.max(0, ...lengths);
  //: kind=run
  let longest = 0;
  let length = 0;
  for (const [i, value] of values.entries()) {
    length = values[i - 1] < value ? length + 1 : 1;
    longest = Math.max(longest, length);
  }
  return longest;
  //: end
}

//: family coin_ways
function coinWays(total, coins) {
  //: what=ways
  const ways = [1, ...new Array(total).fill(0)];
  for (const coin of coins) {
    for (let amount = coin; amount <= total; amount += 1) {
      ways[amount] += ways[amount - coin];
    }
  }
  return ways[total];
  //: what=orders
  const ways = [1];
  for (let amount = 1; amount <= total; amount += 1) {
    ways.push(coins.reduce((sum, coin) => sum + (ways[amount - coin] ?? 0), 0));
  }
  return ways[total];
  //: what=fewest
  const fewest = [0];
  for (let amount = 1; amount <= total; amount += 1) {
    const counts = coins.map((coin) => fewest[amount - coin] ?? Infinity);
    fewest.push(Math.min(...counts) + 1);
  }
  return fewest[total] === Infinity ? -1 : fewest[total];
  //: end
}
