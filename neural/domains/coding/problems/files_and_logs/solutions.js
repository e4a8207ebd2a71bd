// Solutions of spec.py's families; see AUTHORING.md.

//: family parse_ini
function parseIni(text) {
  const sections = new Map();
  let current = '';
  for (const [i, raw] of text.split('\n').entries()) {
    const line = trim(raw);
    const equals = line.indexOf('=');
    if (/^\[.+\]$/.test(line)) {
      current = line.slice(1, -1);
      //: again=refused
      if (sections.has(current)) {
        throw new RangeError('a section comes again');
      }
      //: again!=continued
      sections.set(current, new Map());
      //: again=continued
      sections.set(current, sections.get(current) ?? new Map());
      //: end
    } else if (line !== '' && !/^[;#]/.test(line)) {
      const key = trim(line.slice(0, Math.max(equals, 0)));
      if (key === '') {
        throw new RangeError(`line ${i + 1} is malformed`);
      }
      const settings = sections.get(current) ?? new Map();
      settings.set(key, trim(line.slice(equals + 1)));
      sections.set(current, settings);
    }
  }
  return sections;
}

function trim(text) {
  return text.replace(/^ +| +$/g, '');
}

//: family normalize_path
function normalizePath(path) {
  const root = path.startsWith('/') ? '/' : '';
  const parts = [];
  for (const part of path.split('/').filter((each) => each !== '' && each !== '.')) {
    //: above=kept
    const stays = root === '' && (parts.length === 0 || parts.at(-1) === '..');
    if (part !== '..' || stays) {
    //: above!=kept
    if (part !== '..') {
    //: end
      parts.push(part);
    //: above=refused
    } else if (parts.length === 0) {
      throw new RangeError('path leads outside');
    //: end
    } else {
      parts.pop();
    }
  }
  return root + parts.join('/') || '.';
}

//: family relative_path
function relativePath(source, target) {
  const here = source.split('/').filter((part) => part !== ''); //: kind=folder
  const here = source.split('/').slice(1, -1); //: kind=file
  const there = target.split('/').filter((part) => part !== '');
  let common = 0;
  while (common < here.length && here[common] === there[common]) {
    common += 1;
  }
  const up = here.slice(common).map(() => '..');
  return [...up, ...there.slice(common)].join('/') || '.';
}

//: family split_name
function splitName(name) {
  const place = name.indexOf('.', 1); //: which=first
  const place = name.lastIndexOf('.'); //: which=last
  return place < 1 ? [name, ''] : [name.slice(0, place), name.slice(place + 1)];
}

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

//: family apply_patch
function applyPatch(lines, patch) {
  const patched = [];
  let place = 0;
  for (const line of patch) {
    const text = line.slice(1);
    if (line[0] === '+') { //: direction=forward
    if (line[0] === '-') { //: direction=backward
      patched.push(text);
      continue;
    }
    if (lines[place] !== text) {
      throw new RangeError('the patch does not fit');
    }
    place += 1;
    if (line[0] === ' ') {
      patched.push(text);
    }
  }
  //: rest=error
  if (place < lines.length) {
    throw new RangeError('the patch does not fit');
  }
  return patched;
  //: rest=kept
  return [...patched, ...lines.slice(place)];
  //: end
}

//: family sum_column
function sumColumn(text, column) {
  const [header, ...rows] = text.split('\n');
  const place = header.split(',').indexOf(column);
  if (place < 0) {
    throw new Error('no such column');
  }
  let total = 0;
  rows.forEach((row, i) => { //: bad!=skip
  for (const row of rows) { //: bad=skip
    const cell = row.split(',')[place] ?? '';
    if (/^-?\d+$/.test(cell)) {
      total += Number(cell);
    //: bad=error
    } else if (row !== '') {
    //: bad=blank
    } else if (cell !== '') {
    //: bad!=skip
      throw new RangeError(`line ${i + 2}: not a number`);
    //: end
    }
  }); //: bad!=skip
  } //: bad=skip
  return total;
}

//: family read_records
function readRecords(lines) {
  const names = (lines[0] ?? '').split(';');
  const records = [];
  lines.forEach((line, i) => {
    if (i === 0 || line === '') {
      return;
    }
    const cells = line.split(';');
    //: ragged!=fill
    if (cells.length !== names.length) {
      return; //: ragged=skip
      throw new RangeError(`line ${i + 1} has ${cells.length} cells`); //: ragged=error
    }
    //: end
    records.push(new Map(names.map((name, place) => [name, cells[place]]))); //: ragged!=fill
    records.push(new Map(names.map((name, place) => [name, cells[place] ?? '']))); //: ragged=fill
  });
  return records;
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

//: family join_continued
function joinContinued(text) {
  if (text === '') {
    return [];
  }
  const logical = [];
  let continues = false;
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const part = line.replace(/\\$/, '');
    if (continues) {
      logical.push(logical.pop() + part); //: join=as_is
      logical.push(logical.pop() + part.replace(/^ +/, '')); //: join=trimmed
      logical.push(`${logical.pop()} ${part.replace(/^ +/, '')}`); //: join=space
    } else {
      logical.push(part);
    }
    continues = line.endsWith('\\');
  }
  return logical;
}

//: family load_env
function loadEnv(text) {
  const values = new Map();
  const valueOf = (reference, name) => {
    return values.get(name) ?? ''; //: unknown=empty
    return values.get(name) ?? reference; //: unknown=kept
    //: unknown=error
    if (!values.has(name)) {
      throw new Error(`${name} is not set`);
    }
    return values.get(name);
    //: end
  };
  for (const line of text.split('\n')) {
    if (line !== '' && !line.startsWith('#')) {
      const equals = line.indexOf('=');
      const value = line.slice(equals + 1).replace(/\$([A-Z]+)/g, valueOf);
      values.set(line.slice(0, equals), value);
    }
  }
  return values;
}

//: family file_tree
function fileTree(paths) {
  const root = new Map();
  for (const path of paths) {
    const folders = path.split('/');
    const file = folders.pop();
    let here = root;
    for (const name of folders) {
      here.set(name, here.get(name) ?? new Map());
      here = here.get(name);
    }
    here.set(file, null);
  }
  return listing(root, '');
}

function listing(folder, indent) {
  const byName = ([a], [b]) => (a < b ? -1 : 1);
  const isFile = ([, content]) => Number(content === null); //: order!=names
  return [...folder]
    .sort(byName)
    .sort((a, b) => isFile(a) - isFile(b)) //: order=folders
    .sort((a, b) => isFile(b) - isFile(a)) //: order=files
    .flatMap(([name, content]) =>
      content === null
        ? [indent + name]
        : [`${indent}${name}/`, ...listing(content, `${indent}  `)],
    );
}

//: family folder_sizes
function folderSizes(files) {
  const sizes = new Map(); //: what=direct
  const sizes = new Map([['.', 0]]); //: what=all
  const add = (folder, size) => {
    sizes.set(folder, (sizes.get(folder) ?? 0) + size);
  };
  for (const { path, size } of files) {
    const parts = path.split('/').slice(0, -1);
    add(parts.join('/') || '.', size); //: what=direct
    //: what=all
    add('.', size);
    parts.forEach((_, i) => add(parts.slice(0, i + 1).join('/'), size));
    //: end
  }
  return sizes;
}

//: family kept_files
function keptFiles(paths, rules) {
  return paths.filter((path) => {
    const rule = rules.find((each) => fits(path, each)); //: winner=first
    const rule = rules.findLast((each) => fits(path, each)); //: winner=last
    return rule === undefined || rule.startsWith('!');
  });
}

function fits(path, rule) {
  const folders = path.split('/');
  const name = folders.pop();
  const pattern = rule.replace(/^!/, '');
  if (pattern.endsWith('/')) {
    return folders.includes(pattern.slice(0, -1));
  }
  return pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern;
}

//: family hex_dump
function hexDump(data) {
  const lines = [];
  for (let start = 0; start < data.length; start += 8) {
    const row = data.slice(start, start + 8);
    const codes = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const shown = row.map((byte) =>
      byte >= 32 && byte <= 126 ? String.fromCharCode(byte) : '.',
    );
    const offset = start.toString(16).padStart(4, '0'); //: digits=hex
    const offset = String(start).padStart(6, '0'); //: digits=decimal
    lines.push(`${offset}  ${codes.padEnd(23)}  ${shown.join('')}`);
  }
  return lines;
}

//: family parse_headers
function parseHeaders(lines) {
  const headers = [];
  for (const [i, line] of lines.entries()) {
    if (line === '') {
      break;
    }
    const colon = line.indexOf(':');
    if (line.startsWith(' ') && headers.length > 0) {
      headers.at(-1)[1] += ` ${trim(line)}`;
    } else if (line.startsWith(' ') || colon < 1) {
      throw new RangeError(`line ${i + 1} is malformed`);
    } else {
      headers.push([line.slice(0, colon).toLowerCase(), trim(line.slice(colon + 1))]);
    }
  }
  return headers; //: again=kept
  //: again=merged
  const merged = new Map();
  for (const [name, value] of headers) {
    merged.set(name, merged.has(name) ? `${merged.get(name)}, ${value}` : value);
  }
  return [...merged];
  //: end
}

function trim(text) {
  return text.replace(/^ +| +$/g, '');
}

//: family diff_stats
function diffStats(lines) {
  const stats = new Map();
  let current = { added: 0, removed: 0 };
  for (const line of lines) {
    if (line.startsWith('+++ ')) {
      const name = line.slice(4);
      current = stats.get(name) ?? { name, added: 0, removed: 0 };
      stats.set(name, current);
    } else if (line.startsWith('+')) {
      current.added += 1;
    } else if (line.startsWith('-') && !line.startsWith('--- ')) {
      current.removed += 1;
    }
  }
  return [...stats.values()]; //: order=diff
  //: order=changes
  const changes = ({ added, removed }) => added + removed;
  return [...stats.values()].sort(
    (a, b) => changes(b) - changes(a) || (a.name < b.name ? -1 : 1),
  );
  //: end
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

//: family split_front_matter
function splitFrontMatter(text) {
  const [first, ...lines] = text.split('\n');
  if (first !== '---') {
    return [new Map(), text];
  }
  let end = lines.indexOf('---'); //: open=settings
  const end = lines.indexOf('---'); //: open!=settings
  if (end < 0) {
    throw new RangeError('front matter is not closed'); //: open=error
    return [new Map(), text]; //: open=text
    end = lines.length; //: open=settings
  }
  const settings = new Map();
  for (const line of lines.slice(0, end)) {
    const found = line.match(/^ *([^:]*?) *: *(.*?) *$/);
    if (found) {
      settings.set(found[1], found[2]);
    }
  }
  return [settings, lines.slice(end + 1).join('\n')];
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
