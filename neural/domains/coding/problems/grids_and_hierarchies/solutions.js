// Solutions of spec.py's families; see AUTHORING.md.

//: family shortest_path
function shortestPath(grid) {
  const goal = `${grid.length - 1},${grid[0].length - 1}`;
  const seen = new Set();
  let front = [[0, 0]];
  for (let steps = 0; front.length > 0; steps += 1) {
    const next = [];
    for (const [row, column] of front) {
      const key = `${row},${column}`;
      if (grid[row]?.[column] !== '.' || seen.has(key)) {
        continue;
      }
      if (key === goal) {
        return steps;
      }
      seen.add(key);
      //: moves=four
      next.push(
        [row - 1, column],
        [row + 1, column],
        [row, column - 1],
        [row, column + 1],
      );
      //: moves=eight
      for (const r of [row - 1, row, row + 1]) {
        next.push([r, column - 1], [r, column], [r, column + 1]);
      }
      //: end
    }
    front = next;
  }
  return null;
}

//: family measure_islands
function measureIslands(rows) {
  const cells = rows.map((row) => [...row]);
  const sink = (row, column) => {
    if (cells[row]?.[column] !== '#') {
      return 0;
    }
    cells[row][column] = '.';
    let size = 1;
    for (const dr of [-1, 0, 1]) {
      for (const dc of [-1, 0, 1]) {
        //: how=four
        if (dr === 0 || dc === 0) {
          size += sink(row + dr, column + dc);
        }
        //: how=eight
        size += sink(row + dr, column + dc);
        //: end
      }
    }
    return size;
  };
  const sizes = cells.flatMap((line, row) =>
    line.map((_, column) => sink(row, column)),
  );
  return sizes.filter((size) => size > 0).length; //: what=count
  return Math.max(...sizes); //: what=largest
}

//: family flood_fill
function floodFill(rows, row, column) {
  const cells = rows.map((line) => [...line]);
  const old = cells[row][column];
  const waiting = [[row, column]];
  while (waiting.length > 0) {
    const [r, c] = waiting.pop();
    if (cells[r]?.[c] === old) {
      cells[r][c] = '*';
      //: how=four
      waiting.push([r - 1, c], [r + 1, c], [r, c - 1], [r, c + 1]);
      //: how=eight
      for (const near of [r - 1, r, r + 1]) {
        waiting.push([near, c - 1], [near, c], [near, c + 1]);
      }
      //: end
    }
  }
  return cells.map((line) => line.join(''));
}

//: family depth
function depth(tree, root) {
  //: what!=widest
  const below = (tree.get(root) ?? []).map((child) => depth(tree, child));
  return 1 + Math.max(0, ...below); //: what=levels
  return below.reduce((sum, count) => sum + count, 1); //: what=nodes
  return below.reduce((sum, count) => sum + count, 0) || 1; //: what=leaves
  //: what=widest
  let widest = 0;
  let level = [root];
  while (level.length > 0) {
    widest = Math.max(widest, level.length);
    level = level.flatMap((name) => tree.get(name) ?? []);
  }
  return widest;
  //: end
}

//: family walk
function walk(tree, root) {
  //: order=pre|post
  const below = (tree.get(root) ?? []).flatMap((child) => walk(tree, child));
  return [root, ...below]; //: order=pre
  return [...below, root]; //: order=post
  //: order=level|bottom
  const levels = [];
  let level = [root];
  while (level.length > 0) {
    levels.push(level);
    level = level.flatMap((name) => tree.get(name) ?? []);
  }
  return levels.flat(); //: order=level
  return levels.reverse().flat(); //: order=bottom
  //: end
}

//: family outline
function outline(tree, root, level = 0) { //: style=indent
function outline(tree, root, number = '1') { //: style=numbers
function outline(tree, root, path = '') { //: style=path
  const children = tree.get(root) ?? [];
  //: style=indent
  return [
    '  '.repeat(level) + root,
    ...children.flatMap((child) => outline(tree, child, level + 1)),
  ];
  //: style=numbers
  return [
    `${number} ${root}`,
    ...children.flatMap((child, i) => outline(tree, child, `${number}.${i + 1}`)),
  ];
  //: style=path
  return [
    path + root,
    ...children.flatMap((child) => outline(tree, child, `${path}${root}/`)),
  ];
  //: end
}

//: family common_ancestor
function* ancestors(parents, name) {
  let current = name; //: itself=in
  let current = parents.get(name); //: itself=out
  while (current !== undefined) {
    yield current;
    current = parents.get(current);
  }
}

function commonAncestor(parents, first, second) {
  const theirs = new Set(ancestors(parents, second));
  return [...ancestors(parents, first)].find((name) => theirs.has(name)) ?? null;
}
