// Solutions of spec.py's families; see AUTHORING.md.

//: family drive
const HEADINGS = 'NESW';
const STEPS = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
];

function drive(width, height, commands) {
  let x = 0;
  let y = 0;
  let heading = 0;
  for (const command of commands) {
    if (command === 'L') {
      heading = (heading + 3) % 4;
    } else if (command === 'R') {
      heading = (heading + 1) % 4;
    } else {
      const [dx, dy] = STEPS[heading];
      //: wall=wrap
      x = (x + dx + width) % width;
      y = (y + dy + height) % height;
      //: wall!=wrap
      const fits = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
      if (fits) {
        x += dx;
        y += dy;
      //: wall=turn
      } else {
        heading = (heading + 1) % 4;
      //: wall!=wrap
      }
      //: end
    }
  }
  return { x, y, heading: HEADINGS[heading] };
}

//: family cells_within
function cellsWithin(rows, columns, center, reach) {
  const cells = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const down = Math.abs(row - center.row);
      const right = Math.abs(column - center.column);
      const steps = down + right; //: how=taxi
      const steps = Math.max(down, right); //: how=king
      const steps = down === 0 || right === 0 ? down + right : Infinity; //: how=rook
      if (steps > 0 && steps <= reach) {
        cells.push({ row, column });
      }
    }
  }
  return cells;
}

//: family spiral_cell
function spiralCell(number) {
  let [x, y] = [0, 0];
  let [dx, dy] = [1, 0];
  let left = number - 1;
  for (let side = 2; left > 0; side += 1) {
    // Each length occurs on two sides, so half of the counter is the length.
    const steps = Math.min(Math.floor(side / 2), left);
    x += steps * dx;
    y += steps * dy;
    left -= steps;
    [dx, dy] = [0 - dy, dx]; //: turn=ccw
    [dx, dy] = [dy, 0 - dx]; //: turn=cw
  }
  return { x, y };
}

//: family cells_between
function cellsBetween(start, end) {
  const down = end.row - start.row;
  const right = end.column - start.column;
  if (down !== 0 && right !== 0 && Math.abs(down) !== Math.abs(right)) {
    throw new RangeError('not a straight line');
  }
  const length = Math.max(Math.abs(down), Math.abs(right));
  const cells = [];
  for (let step = 0; step <= length; step += 1) { //: ends=both
  for (let step = 1; step < length; step += 1) { //: ends=neither
  for (let step = 1; step <= length; step += 1) { //: ends=last
    cells.push({
      row: start.row + step * Math.sign(down),
      column: start.column + step * Math.sign(right),
    });
  }
  return cells;
}

//: family same_shape
//: moves=shift
function sameShape(first, second) {
  return normal(first) === normal(second);
}

//: moves!=shift
function sameShape(first, second) {
  const wanted = normal(second);
  let cells = first;
  for (let turn = 0; turn < 4; turn += 1) {
    //: moves=turn
    if (normal(cells) === wanted) {
      return true;
    }
    //: moves=flip
    const flipped = cells.map(({ row, column }) => ({ row, column: -column }));
    if (normal(cells) === wanted || normal(flipped) === wanted) {
      return true;
    }
    //: moves!=shift
    cells = cells.map(({ row, column }) => ({ row: column, column: -row }));
  }
  return false;
}

//: end
function normal(cells) {
  const top = Math.min(...cells.map(({ row }) => row));
  const left = Math.min(...cells.map(({ column }) => column));
  return cells
    .map(({ row, column }) => `${row - top},${column - left}`)
    .sort()
    .join(' ');
}

//: family seen_cells
//: directions!=diagonal
const STEPS = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
  //: directions=diagonal
const STEPS = [
  //: directions!=straight
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
  //: end
];

function seenCells(rows, row, column) {
  let seen = 0;
  for (const [down, right] of STEPS) {
    let [r, c] = [row + down, column + right];
    while (rows[r]?.[c] === '.') {
      seen += 1;
      r += down;
      c += right;
    }
  }
  return seen;
}

//: family beam_cells
function beamCells(rows, entry) {
  let row = entry;
  let column = 0; //: side=left
  let column = rows[entry].length - 1; //: side=right
  let [down, right] = [0, 1]; //: side=left
  let [down, right] = [0, -1]; //: side=right
  const touched = new Set();
  while (rows[row]?.[column] !== undefined) {
    touched.add(`${row},${column}`);
    if (rows[row][column] === '/') {
      [down, right] = [-right, -down];
    } else if (rows[row][column] === '\\') {
      [down, right] = [right, down];
    }
    row += down;
    column += right;
  }
  return touched.size;
}

//: family tile_count
function tileCount(width, height, tileWidth, tileHeight) {
  return Math.floor(width / tileWidth) * Math.floor(height / tileHeight); //: what=whole
  return Math.ceil(width / tileWidth) * Math.ceil(height / tileHeight); //: what=cover
  //: what=turned
  const fit = (across, up) => Math.floor(width / across) * Math.floor(height / up);
  return Math.max(fit(tileWidth, tileHeight), fit(tileHeight, tileWidth));
  //: end
}

//: family fence_length
function fenceLength(rows) {
  const cell = (row, column) => rows[row]?.[column] ?? '.'; //: edge=fenced
  const cell = (row, column) => rows[row]?.[column] ?? '#'; //: edge=sea
  let length = 0;
  //: edge=free
  for (const [r, row] of rows.entries()) {
    for (const [c, here] of [...row].entries()) {
      const neighbours = [row[c + 1], rows[r + 1]?.[c]];
      length += neighbours.filter((each) => each && each !== here).length;
    }
  }
  //: edge!=free
  for (let row = -1; row < rows.length; row += 1) {
    for (let column = -1; column < rows[0].length; column += 1) {
      const here = cell(row, column);
      length += Number(here !== cell(row, column + 1));
      length += Number(here !== cell(row + 1, column));
    }
  }
  //: end
  return length;
}
