// Solutions of spec.py's families; see AUTHORING.md.

//: family parse_settings
function parseSettings(text) {
  const settings = new Map();
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) {
      continue;
    }
    const [key, ...rest] = line.split('=');
    if (rest.length === 0 || key.trim() === '') {
      throw new RangeError(`line ${i + 1}: no setting`);
    }
    //: again=last
    settings.set(key.trim(), rest.join('=').trim());
    //: again=first
    if (!settings.has(key.trim())) {
      settings.set(key.trim(), rest.join('=').trim());
    }
    //: end
  }
  return settings;
}

//: family parse_csv_line
const CELL = /(?:"((?:[^"]|"")*)"|([^",][^,]*|))(,|$)/y;

function parseCsvLine(line) {
  const cells = [];
  CELL.lastIndex = 0;
  for (;;) {
    const match = CELL.exec(line);
    if (match === null) {
      throw new RangeError('malformed line');
    }
    const [, quoted, plain, end] = match;
    cells.push(quoted?.replaceAll('""', '"') ?? plain); //: spaces=kept
    cells.push(quoted?.replaceAll('""', '"') ?? plain.trim()); //: spaces=trimmed
    if (end === '') {
      return cells;
    }
  }
}

//: family to_csv_line
function toCsvLine(cells) {
  const quoted = cells.map((cell) => {
    const special = [DELIMITER, '"', '\n'].some((each) => cell.includes(each));
    return special ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  return quoted.join(DELIMITER);
}

//: family parse_query
function parseQuery(query) {
  const values = new Map();
  for (const part of query.split('&').filter(Boolean)) { //: plus=literal
  for (const part of query.replaceAll('+', ' ').split('&').filter(Boolean)) { //: plus=space
    const [name, ...rest] = part.split('=');
    values.set(name, [...(values.get(name) ?? []), rest.join('=')]);
  }
  return values;
}

//: family evaluate
function evaluate(expression) {
  const [first, ...rest] = expression.match(/\d+|[-+*]/g);
  let total = 0; //: precedence=usual
  let term = Number(first); //: precedence=usual
  let result = Number(first); //: precedence=none
  for (let i = 0; i < rest.length; i += 2) {
    const number = Number(rest[i + 1]);
    //: precedence=usual
    if (rest[i] === '*') {
      term *= number;
    } else {
      total += term;
      term = rest[i] === '-' ? -number : number;
    }
    //: precedence=none
    if (rest[i] === '*') {
      result *= number;
    } else {
      result += rest[i] === '-' ? -number : number;
    }
    //: end
  }
  return total + term; //: precedence=usual
  return result; //: precedence=none
}

//: family render
function render(template, values) {
  //: unknown=kept
  return template.replace(/\[([a-z]+)\]/g, (all, name) => values.get(name) ?? all);
  //: unknown=empty
  return template.replace(/\[([a-z]+)\]/g, (_, name) => values.get(name) ?? '');
  //: unknown=error
  return template.replace(/\[([a-z]+)\]/g, (_, name) => {
    if (!values.has(name)) {
      throw new Error(`no value for ${name}`);
    }
    return values.get(name);
  });
  //: end
}

//: family count_levels
//: unknown!=counted
const KNOWN = new Set(['INFO', 'WARN', 'ERROR']);

//: end
function countLevels(log) {
  const counts = new Map();
  for (const line of log.split('\n')) {
    const [, level] = line.split(' ').filter(Boolean);
    //: unknown=counted
    if (level !== undefined) {
      counts.set(level, (counts.get(level) ?? 0) + 1);
    }
    //: unknown=skipped
    if (KNOWN.has(level)) {
      counts.set(level, (counts.get(level) ?? 0) + 1);
    }
    //: unknown=other
    if (level !== undefined) {
      const key = KNOWN.has(level) ? level : 'OTHER';
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    //: end
  }
  return counts;
}

//: family parse_arguments
function parseArguments(args) {
  const options = new Map();
  const plain = [];
  for (const [i, argument] of args.entries()) {
    if (argument === '--') {
      plain.push(...args.slice(i + 1));
      break;
    }
    const [, name, value] = /^--([^=]*)=?(.*)$/.exec(argument) ?? []; //: short=plain
    //: short=option
    const [, name, value] =
      /^--([^=]*)=?(.*)$/.exec(argument) ?? /^-([a-z])()$/i.exec(argument) ?? [];
    //: end
    if (name === undefined) {
      plain.push(argument);
    } else {
      options.set(name, value);
    }
  }
  return [options, plain];
}

//: family key_values
function keyValues(line) {
  //: quotes=plain
  return line
    .split(' ')
    .filter((word) => word.includes('='))
    .map((word) => {
      const [key, ...rest] = word.split('=');
      return [key, rest.join('=')];
    });
  //: quotes=group
  const pairs = line.matchAll(/([^ =]+)=(?:"([^"]*)"|([^ ]*))/g);
  return Array.from(pairs, ([, key, quoted, plain]) => [key, quoted ?? plain]);
  //: end
}

//: family strip_comment
function stripComment(line) {
  return line.replace(/ *#.*$/, ''); //: where=any
  return line.replace(/^((?:[^"#]|"[^"]*(?:"|$))*?) *#.*$/, '$1'); //: where=outside
  return line.replace(/(^| +)#.*$/, ''); //: where=spaced
}

//: family match_pattern
function matchPattern(pattern, name) {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('?', '.')
    .replaceAll('*', '.*'); //: star=any
    .replaceAll('*', '[^/]*'); //: star=segment
    .replaceAll('*', '.+'); //: star=some
  return new RegExp(`^${source}$`, 's').test(name);
}

//: family nesting
const PAIRS = new Map([[')', '(']]); //: kind=round
//: kind=all
const PAIRS = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);
//: end
const OPENERS = new Set(PAIRS.values());

function nesting(text) {
  const opened = [];
  let deepest = 0;
  for (const letter of text) {
    if (OPENERS.has(letter)) {
      opened.push(letter);
      deepest = Math.max(deepest, opened.length);
    } else if (PAIRS.has(letter) && opened.pop() !== PAIRS.get(letter)) {
      throw new RangeError('brackets do not match');
    }
  }
  if (opened.length > 0) {
    throw new RangeError('brackets do not match');
  }
  return deepest;
}
