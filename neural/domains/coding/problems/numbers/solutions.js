// Solutions of spec.py's families; see AUTHORING.md.

//: family clamp
function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high); //: outside=nearest
  //: outside=wrapped
  const size = high - low + 1;
  return low + ((((value - low) % size) + size) % size);
  //: outside=low
  return low <= value && value <= high ? value : low;
  //: end
}

//: family digit_sum
function digitSum(number) {
  const sum = [...String(number)].reduce((total, digit) => total + Number(digit), 0); //: again!=alternating
  return sum; //: again=once
  return sum > 9 ? digitSum(sum) : sum; //: again=root
  //: again=alternating
  return [...String(number)].reduceRight(
    ({ sum, sign }, digit) => ({ sum: sum + sign * Number(digit), sign: -sign }),
    { sum: 0, sign: 1 },
  ).sum;
  //: end
}

//: family has_prime_form
function hasPrimeForm(number) {
  const factors = [];
  let rest = number;
  for (let divisor = 2; divisor * divisor <= rest; divisor += 1) {
    while (rest % divisor === 0) {
      factors.push(divisor);
      rest /= divisor;
    }
    if (rest === 0) {
      break;
    }
  }
  if (rest > 1) {
    factors.push(rest);
  }
  return factors.length === 1; //: kind=prime
  return factors.length === 2; //: kind=semiprime
  return new Set(factors).size === 1; //: kind=power
}

//: family primes
function primes(limit) {
  const size = Math.max(limit, 0); //: bound=below
  const size = Math.max(limit + 1, 0); //: bound=up_to
  const composite = new Uint8Array(size);
  const found = [];
  for (let number = 2; number < size; number += 1) {
    if (!composite[number]) {
      found.push(number);
      for (let multiple = number * number; multiple < size; multiple += number) {
        composite[multiple] = 1;
      }
    }
  }
  return found;
}

//: family factors
function factors(number) {
  const found = [];
  //: what=prime|distinct
  let rest = number;
  for (let divisor = 2; divisor * divisor <= rest; divisor += 1) {
    //: what=prime
    while (rest % divisor === 0) {
      found.push(divisor);
      rest /= divisor;
    }
    //: what=distinct
    if (rest % divisor === 0) {
      found.push(divisor);
    }
    while (rest % divisor === 0) {
      rest /= divisor;
    }
    //: what=prime|distinct
  }
  if (rest > 1) {
    found.push(rest);
  }
  return found;
  //: what=divisors|proper
  for (let divisor = 1; divisor * divisor <= number; divisor += 1) {
    if (number % divisor === 0) {
      found.push(divisor, number / divisor);
    }
  }
  return [...new Set(found)].sort((a, b) => a - b); //: what=divisors
  return [...new Set(found)].sort((a, b) => a - b).slice(0, -1); //: what=proper
  //: end
}

//: family common_number
const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));

function commonNumber(numbers) {
  return numbers.reduce(gcd, 0); //: what=divisor
  return numbers.reduce((a, b) => (a / gcd(a, b)) * b, 1); //: what=multiple
}

//: family divide
function divide(total, parts) {
  if (parts < 1) {
    throw new RangeError('parts must be at least 1');
  }
  const share = Math.floor(total / parts);
  const rest = total % parts;
  return Array.from({ length: parts }, (_, i) => share + (i < rest ? 1 : 0)); //: where_=first
  return Array.from({ length: parts }, (_, i) => share + (i >= parts - rest ? 1 : 0)); //: where_=last
}

//: family round_half
function roundHalf(number, unit) {
  const units = Math.floor(number / unit);
  const rest = number % unit;
  const up = 2 * rest >= unit; //: tie=up
  const up = 2 * rest > unit; //: tie=down
  const up = 2 * rest > unit || (2 * rest === unit && units % 2 === 1); //: tie=even
  return (up ? units + 1 : units) * unit;
}

//: family median
function median(values) {
  if (values.length === 0) {
    throw new RangeError('no values');
  }
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)]; //: middle!=high
  const high = sorted[Math.floor(sorted.length / 2)]; //: middle!=low
  return (low + high) / 2; //: middle=mean
  return low; //: middle=low
  return high; //: middle=high
}

//: family spread
function spread(values) {
  if (values.length < 2) {
    throw new RangeError('at least two values are needed');
  }
  return Math.max(...values) - Math.min(...values); //: measure=range
  //: measure!=range
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  const mean = sum(values) / values.length;
  return sum(values.map((value) => Math.abs(value - mean))) / values.length; //: measure=mean
  const squares = sum(values.map((value) => (value - mean) ** 2)); //: measure!=mean
  return Math.sqrt(squares / values.length); //: measure=population
  return Math.sqrt(squares / (values.length - 1)); //: measure=sample
  //: end
}

//: family percentile
function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.ceil((percent * sorted.length) / 100); //: method=nearest
  const rank = Math.min(Math.floor((percent * sorted.length) / 100) + 1, sorted.length); //: method=strict
  return sorted[rank - 1];
}

//: family weighted_mean
function weightedMean(values, weights) {
  if (values.length !== weights.length) {
    throw new RangeError('as many weights as values are needed');
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) {
    throw new RangeError('the weights add up to 0'); //: zero=error
    return 0; //: zero=nothing
  }
  return values.reduce((sum, value, i) => sum + value * weights[i], 0) / total;
}

//: family histogram
function histogram(values, width) {
  const counts = new Map();
  for (const value of values) {
    const label = Math.floor(value / width) * width; //: label=start
    const label = Math.floor(value / width) * width + width - 1; //: label=end
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

//: family collatz
function* path(start) {
  let number = start;
  while (number !== 1) {
    yield number;
    number = number % 2 === 0 ? number / 2 : 3 * number + 1;
  }
  yield 1;
}

function collatz(start) {
  return [...path(start)].length - 1; //: what=steps
  return Math.max(...path(start)); //: what=peak
  return [...path(start)].filter((number) => number % 2 === 1).length; //: what=odd
}

//: family change_percent
function changePercent(before, after) {
  const change = ((after - before) * 100) / before;
  const percent = Math.floor(Math.abs(change)); //: rounding=down
  const percent = Math.ceil(Math.abs(change)); //: rounding=away
  if (percent === 0) {
    return '+0%'; //: zero=plus
    return '0%'; //: zero=plain
  }
  return `${change < 0 ? '-' : '+'}${percent}%`;
}

//: family running
function running(values) {
  const results = [];
  for (const value of values) {
    const before = results.at(-1);
    results.push((before ?? 0) + value); //: what=sum
    results.push(Math.max(before ?? value, value)); //: what=max
    results.push(Math.min(before ?? value, value)); //: what=min
    results.push((before ?? 1) * value); //: what=product
  }
  return results;
}

//: family solve_quadratic
function solveQuadratic(a, b, c) {
  if (a === 0) {
    throw new RangeError('a must not be 0');
  }
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0) {
    return [];
  }
  //: double=once
  if (discriminant === 0) {
    return [-b / (2 * a)];
  }
  //: end
  const root = Math.sqrt(discriminant);
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)].sort((x, y) => x - y);
}

//: family power_mod
function powerMod(base, exponent, modulus) {
  let result = 1n; //: zero=one
  let result = 1n % modulus; //: zero=reduced
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest /= 2n) {
    if (rest % 2n === 1n) {
      result = (result * square) % modulus;
    }
    square = (square * square) % modulus;
  }
  return result;
}

//: family to_roman
const SYMBOLS = [
  [1000, 'M'],
  [900, 'CM'], //: style=modern
  [500, 'D'],
  [400, 'CD'], //: style=modern
  [100, 'C'],
  [90, 'XC'], //: style=modern
  [50, 'L'],
  [40, 'XL'], //: style=modern
  [10, 'X'],
  [9, 'IX'], //: style=modern
  [5, 'V'],
  [4, 'IV'], //: style=modern
  [1, 'I'],
];

function toRoman(number) {
  let rest = number;
  let roman = '';
  for (const [value, symbol] of SYMBOLS) {
    roman += symbol.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return roman;
}

//: family luhn
function luhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + value; //: large=plain
    return total + (value > 9 ? value - 9 : value); //: large=luhn
  }, 0);
  return sum % 10 === 0;
}
