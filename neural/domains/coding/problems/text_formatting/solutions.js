// Solutions of spec.py's families; see AUTHORING.md.

//: family wrap
function wrap(text, width) {
  const lines = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word); //: long=alone
      //: long=cut
      for (let start = 0; start < word.length; start += width) {
        lines.push(word.slice(start, start + width));
      }
      //: end
    }
  }
  return lines;
}

//: family justify
function justify(words, width) {
  const [first, ...rest] = words;
  if (rest.length === 0) {
    return first.padEnd(width);
  }
  const free = width - words.join('').length;
  const space = Math.floor(free / rest.length);
  const more = free % rest.length;
  return rest.reduce((line, word, i) => {
    const gap = i < more ? space + 1 : space; //: where_=left
    const gap = i >= rest.length - more ? space + 1 : space; //: where_=right
    return line + ' '.repeat(gap) + word;
  }, first);
}

//: family table
function table(rows) {
  const width = (column) => Math.max(...rows.map((row) => row[column].length));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(width(column))) //: align=left
      .map((cell, column) => cell.padStart(width(column))) //: align=right
      .join(GAP)
      .replace(/ +$/, ''),
  );
}

//: family join_names
function joinNames(names) {
  //: oxford=more
  const shown =
    names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} others`] : names;
  const last = shown.at(-1) ?? '';
  const before = shown.slice(0, -1);
  //: oxford!=more
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1);
  //: oxford=yes
  if (before.length > 1) {
    return `${before.join(', ')}, and ${last}`;
  }
  //: end
  return before.length > 0 ? `${before.join(', ')} and ${last}` : last;
}

//: family plural
function plural(count, noun) {
  const number = count; //: zero=digit
  const number = count || 'no'; //: zero=word
  if (count === 1) {
    return `1 ${noun}`;
  }
  //: rule=english
  if (/(?:s|x|ch|sh)$/.test(noun)) {
    return `${number} ${noun}es`;
  }
  if (/[^aeiou]y$/.test(noun)) {
    return `${number} ${noun.slice(0, -1)}ies`;
  }
  //: end
  return `${number} ${noun}s`;
}

//: family ordinal
function ordinal(number) {
  //: form=french
  return number === 1 ? '1er' : `${number}e`;
  //: form=word
  if (number <= 3) {
    return ['first', 'second', 'third'][number - 1];
  }
  //: form!=french
  if ([11, 12, 13].includes(number % 100)) {
    return `${number}th`;
  }
  const suffix = { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th';
  return `${number}${suffix}`;
  //: end
}

//: family bar_chart
function barChart(values) {
  const width = Math.max(...[...values.keys()].map((name) => name.length));
  const largest = Math.max(1, ...values.values()); //: bar=scaled
  return [...values.keys()].sort().map((name) => {
    const value = values.get(name);
    const bar = '#'.repeat(value); //: bar=plain
    const bar = `${'#'.repeat(value)}(${value})`; //: bar=number
    const bar = '#'.repeat(Math.floor((10 * value) / largest)); //: bar=scaled
    return `${name.padEnd(width)} ${bar}`;
  });
}

//: family progress
function progress(done, total) {
  const share = (steps) => (total === 0 ? steps : Math.floor((steps * done) / total)); //: rounding=down
  const share = (steps) => (total === 0 ? steps : Math.ceil((steps * done) / total)); //: rounding=up
  return `[${'#'.repeat(share(10)).padEnd(10)}] ${share(100)}%`;
}

//: family diff_lines
function diffLines(oldLines, newLines) {
  // common[i][j] is the number of common lines of the first i and the first j.
  const common = [...Array(oldLines.length + 1)].map(() =>
    Array(newLines.length + 1).fill(0),
  );
  for (const [i, left] of oldLines.entries()) {
    for (const [j, right] of newLines.entries()) {
      const best = Math.max(common[i][j + 1], common[i + 1][j]);
      common[i + 1][j + 1] = left === right ? common[i][j] + 1 : best;
    }
  }
  const changes = [];
  let i = oldLines.length;
  let j = newLines.length;
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && oldLines[i - 1] === newLines[j - 1]) {
      i -= 1;
      j -= 1;
      changes.push(`  ${oldLines[i]}`); //: same=shown
    } else if (j > 0 && (i === 0 || common[i][j - 1] >= common[i - 1][j])) { //: prefer=added
    } else if (j > 0 && (i === 0 || common[i][j - 1] > common[i - 1][j])) { //: prefer=removed
      j -= 1;
      changes.push(`+ ${newLines[j]}`);
    } else {
      i -= 1;
      changes.push(`- ${oldLines[i]}`);
    }
  }
  return changes.reverse();
}

//: family indent
function indent(text) {
  return text.replace(/^/gm, PREFIX); //: blank=all
  return text.replace(/^(?=.*[^ \n])/gm, PREFIX); //: blank=skip
}

//: family dedent
function dedent(text) {
  const spaces = (line) => line.length - line.trimStart().length;
  const lines = text.split('\n');
  const chosen = lines.filter((line) => line.trim() !== ''); //: which=filled
  const chosen = lines.slice(1); //: which=rest
  const margin = chosen.length > 0 ? Math.min(...chosen.map(spaces)) : 0;
  return lines.map((line) => line.slice(Math.min(margin, spaces(line)))).join('\n');
}

//: family columns
function columns(items, count) {
  const width = Math.max(...items.map((item) => item.length));
  const height = Math.ceil(items.length / count);
  return Array.from({ length: height }, (_, row) =>
    items
      .filter((_item, i) => Math.floor(i / count) === row) //: order=across
      .filter((_item, i) => i % height === row) //: order=down
      .map((item) => item.padEnd(width))
      .join(' ')
      .replace(/ +$/, ''),
  );
}

//: family highlight
function highlight(text, word) {
  return text.replaceAll(word, MARKS + word + MARKS); //: match=any
  //: match=whole
  const pattern = new RegExp(`(?<![A-Za-z])${word}(?![A-Za-z])`, 'g');
  return text.replace(pattern, MARKS + word + MARKS);
  //: match=folded
  return text.replace(new RegExp(word, 'gi'), (found) => MARKS + found + MARKS);
  //: end
}

//: family number_lines
function numberLines(lines) {
  //: blank=counted
  const width = String(lines.length).length;
  return lines.map((line, i) => `${String(i + 1).padStart(width, PAD)}: ${line}`);
  //: blank=skipped
  const width = String(lines.filter(Boolean).length).length;
  let number = 0;
  return lines.map((line) => {
    if (line === '') {
      return '';
    }
    number += 1;
    return `${String(number).padStart(width, PAD)}: ${line}`;
  });
  //: end
}
