// Solutions of spec.py's families; see AUTHORING.md.

//: family parse_log_line
const FORM = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d) (INFO|WARN|ERROR) ([a-z]+): (.*)$/;

function parseLogLine(line) {
  const found = FORM.exec(line);
  if (!found) {
    return null; //: bad=none
    throw new RangeError('malformed line'); //: bad=error
    return { seconds: 0, level: 'INFO', source: '', message: line }; //: bad=plain
  }
  const [hours, minutes, seconds] = found.slice(1, 4).map(Number);
  const [level, source, message] = found.slice(4);
  return { seconds: hours * 3600 + minutes * 60 + seconds, level, source, message };
}

//: family cut_lines
function cutLines(text, count) {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  return lines.slice(Math.max(lines.length - count, 0)).join(''); //: part=last
  return lines.slice(0, count).join(''); //: part=first
  return lines.slice(0, Math.max(lines.length - count, 0)).join(''); //: part=but_last
}

//: family grep_context
function grepContext(lines, word, around) {
  const shown = new Set();
  lines.forEach((line, place) => {
    if (line.includes(word)) {
      const [from, to] = [place - around, place]; //: where=before
      const [from, to] = [place, place + around]; //: where=after
      const [from, to] = [place - around, place + around]; //: where=both
      for (let near = Math.max(from, 0); near <= to && near < lines.length; near += 1) {
        shown.add(near);
      }
    }
  });
  const output = [];
  let previous = null;
  for (const place of [...shown].sort((a, b) => a - b)) {
    if (previous !== null && place > previous + 1) {
      output.push('--');
    }
    const mark = lines[place].includes(word) ? ':' : '-';
    output.push(`${place + 1}${mark}${lines[place]}`);
    previous = place;
  }
  return output;
}

//: family rotation_steps
function rotationSteps(names, base, keep) {
  if (!names.includes(base)) {
    return [];
  }
  const name = (number) => (number === 0 ? base : `${base}.${number}`);
  const steps = [];
  for (let number = 0; number <= keep; number += 1) {
    if (!names.includes(name(number))) {
      break; //: which=needed
      continue; //: which=all
    }
    const move = `rename ${name(number)} ${name(number + 1)}`;
    steps.unshift(number === keep ? `delete ${name(number)}` : move);
  }
  return steps;
}

//: family merge_logs
function mergeLogs(first, second) {
  const left = entries(first);
  //: same=dropped
  const known = new Set(left.map((entry) => entry.join('\n')));
  const right = entries(second).filter((entry) => !known.has(entry.join('\n')));
  return [...left, ...right].sort(byTime).flat();
  //: same=kept
  return [...left, ...entries(second)].sort(byTime).flat();
  //: end
}

function entries(lines) {
  const found = [];
  for (const line of lines) {
    if (line.startsWith(' ')) {
      found.at(-1).push(line);
    } else {
      found.push([line]);
    }
  }
  return found;
}

function byTime([a], [b]) {
  const [left, right] = [a.slice(0, 5), b.slice(0, 5)];
  return Number(left > right) - Number(left < right);
}

//: family traffic
const FORM = /^[A-Z]+ (\/[^ ?]*)[^ ]* (\d{3}) (\d+|-)$/;

function traffic(lines) {
  const result = new Map();
  for (const line of lines) {
    const [, path, status, size] = line.match(FORM) ?? [];
    if (path !== undefined) { //: what!=failures
    if (path !== undefined && Number(status) >= 400) { //: what=failures
      const amount = size === '-' ? 0 : Number(size); //: what=bytes
      result.set(path, (result.get(path) ?? 0) + amount); //: what=bytes
      result.set(path, (result.get(path) ?? 0) + 1); //: what!=bytes
    }
  }
  return result;
}

//: family collapse_repeats
function collapseRepeats(lines) {
  const shortened = [];
  let start = 0;
  while (start < lines.length) {
    let end = start + 1;
    while (end < lines.length && lines[end] === lines[start]) { //: alike=equal
    while (end < lines.length && lines[end].slice(5) === lines[start].slice(5)) { //: alike=timed
      end += 1;
    }
    const repeated = end - start - 1;
    shortened.push(lines[start]);
    if (repeated > 1) {
      shortened.push(`repeated ${repeated} times`);
    } else if (repeated === 1) {
      shortened.push('repeated once'); //: least=any
      shortened.push(lines[start + 1]); //: least=two
    }
    start = end;
  }
  return shortened;
}

//: family clean_text
function cleanText(text) {
  const lines = text.split(/\r\n|\r|\n/);
  const clean = lines.map((line) => line.replace(/ +$/, '')).join('\n');
  return clean.replace(/\n+$/, ''); //: end=none
  //: end=one
  const body = clean.replace(/\n+$/, '');
  return body === '' ? '' : `${body}\n`;
  //: end=kept
  return clean === '' || clean.endsWith('\n') ? clean : `${clean}\n`;
  //: end
}

//: family redact
function redact(line, secrets) {
  const hide = (word) => {
    const equals = word.indexOf('=');
    if (equals < 0 || !secrets.has(word.slice(0, equals).toLowerCase())) {
      return word;
    }
    return `${word.slice(0, equals)}=***`; //: mask=three
    //: mask!=three
    const value = word.slice(equals + 1);
    return `${word.slice(0, equals)}=${'*'.repeat(value.length)}`; //: mask=length
    //: mask=last
    const shown = value.length > 4 ? value.slice(-2) : '';
    const stars = '*'.repeat(value.length - shown.length);
    return `${word.slice(0, equals)}=${stars}${shown}`;
    //: end
  };
  return line.split(' ').map(hide).join(' ');
}
