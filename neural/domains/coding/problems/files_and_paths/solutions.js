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
