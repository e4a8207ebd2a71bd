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
