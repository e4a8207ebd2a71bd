// Solutions of spec.py's families; see AUTHORING.md.

//: family compare_versions
function compareVersions(left, right) {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) { //: shorter=padded
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) { //: shorter!=padded
    const order = Math.sign((a[i] ?? 0) - (b[i] ?? 0)); //: shorter=padded
    const order = Math.sign(a[i] - b[i]); //: shorter!=padded
    if (order !== 0) {
      return order;
    }
  }
  return 0; //: shorter!=older
  return Math.sign(a.length - b.length); //: shorter=older
}

//: family parse_ranges
function parseRanges(text) {
  const numbers = text.split(',').flatMap((part) => {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? first);
    if (match === null || last < first) {
      throw new RangeError(`not a range: ${part}`);
    }
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  return numbers; //: order=given
  return [...new Set(numbers)].sort((a, b) => a - b); //: order=sorted
}

//: family compress_ranges
function compressRanges(numbers) {
  const runs = [];
  for (const number of numbers) {
    if (runs.at(-1)?.at(-1) === number - 1) {
      runs.at(-1).push(number);
    } else {
      runs.push([number]);
    }
  }
  return runs
    .flatMap((run) => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : run)) //: pairs=joined
    .flatMap((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run)) //: pairs=listed
    .join(',');
}

//: family parse_size
function parseSize(text) {
  const match = /^(\d+)([KMG]?)$/i.exec(text);
  if (match === null) {
    throw new RangeError(`not a size: '${text}'`);
  }
  const [, digits, unit] = match;
  const power = unit === '' ? 0 : 'KMG'.indexOf(unit.toUpperCase()) + 1;
  return BigInt(digits) * BigInt(BASE) ** BigInt(power);
}

//: family parse_roman
//: strict=yes
const FORM = /^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;
//: strict=no
const FORM = /^[IVXLCDM]+$/;
//: end
const VALUES = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

function parseRoman(text) {
  if (text === '' || !FORM.test(text)) {
    throw new RangeError(`not a Roman numeral: '${text}'`);
  }
  return [...text]
    .map((letter) => VALUES[letter])
    .reduce((sum, value, i, all) => sum + (value < all[i + 1] ? -value : value), 0);
}
