// Solutions of spec.py's families; see AUTHORING.md.

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
