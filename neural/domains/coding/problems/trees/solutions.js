// Solutions of spec.py's families; see AUTHORING.md.

//: family search_tree_order
function insert(node, value) {
  if (node === null) {
    return { value, left: null, right: null };
  }
  if (value < node.value) {
    node.left = insert(node.left, value);
  } else if (value > node.value) { //: equal=ignored
  } else { //: equal=right
    node.right = insert(node.right, value);
  }
  return node;
}

function* walk(node) {
  if (node !== null) {
    yield node.value; //: order=pre
    yield* walk(node.left);
    yield* walk(node.right);
    yield node.value; //: order=post
  }
}

function searchTreeOrder(values) {
  return [...walk(values.reduce(insert, null))];
}

//: family search_tree
class SearchTree {
  #root = null;

  add(value) {
    if (this.#has(value)) {
      return false;
    }
    this.#root = this.#added(this.#root, value);
    return true;
  }

  remove(value) {
    if (!this.#has(value)) {
      return false;
    }
    this.#root = this.#removed(this.#root, value);
    return true;
  }

  preorder() {
    const list = (node) =>
      node === null ? [] : [node.value, ...list(node.left), ...list(node.right)];
    return list(this.#root);
  }

  #has(value) {
    let node = this.#root;
    while (node !== null && node.value !== value) {
      node = value < node.value ? node.left : node.right;
    }
    return node !== null;
  }

  #added(node, value) {
    if (node === null) {
      return { value, left: null, right: null };
    }
    const side = value < node.value ? 'left' : 'right';
    node[side] = this.#added(node[side], value);
    return node;
  }

  #removed(node, value) {
    if (value !== node.value) {
      const side = value < node.value ? 'left' : 'right';
      node[side] = this.#removed(node[side], value);
      return node;
    }
    if (node.left === null || node.right === null) {
      return node.left ?? node.right;
    }
    //: heir=next
    let heir = node.right;
    while (heir.left !== null) {
      heir = heir.left;
    }
    node.right = this.#removed(node.right, heir.value);
    //: heir=previous
    let heir = node.left;
    while (heir.right !== null) {
      heir = heir.right;
    }
    node.left = this.#removed(node.left, heir.value);
    //: end
    node.value = heir.value;
    return node;
  }
}

//: family is_search_tree
function isSearchTree(nodes) {
  const fits = (place, low, high) => {
    if (place === -1) {
      return true;
    }
    const { value, left, right } = nodes[place];
    if (value < low || value > high) {
      return false;
    }
    const most = value - 1; //: left=less
    const most = value; //: left=most
    const least = value + 1; //: right=greater
    const least = value; //: right=least
    return fits(left, low, most) && fits(right, least, high);
  };
  return nodes.length === 0 || fits(0, -Infinity, Infinity);
}

//: family is_balanced
function isBalanced(nodes) {
  // Returns null as soon as a subtree is out of balance.
  const measure = (place) => {
    if (place === -1) {
      return 0;
    }
    const left = measure(nodes[place].left);
    const right = measure(nodes[place].right);
    if (left === null || right === null || Math.abs(left - right) > 1) {
      return null;
    }
    return Math.max(left, right) + 1; //: measure=height
    return left + right + 1; //: measure=size
  };
  return nodes.length === 0 || measure(0) !== null;
}

//: family paths_with_sum
function pathsWithSum(nodes, total) {
  const search = (place, above, left) => {
    if (place === -1) {
      return [];
    }
    const node = nodes[place];
    const path = [...above, node.value];
    const rest = left - node.value;
    const ends = rest === 0; //: end=anywhere
    const ends = rest === 0 && node.left === -1 && node.right === -1; //: end=leaf
    return [
      ...(ends ? [path] : []),
      ...search(node.left, path, rest),
      ...search(node.right, path, rest),
    ];
  };
  return search(nodes.length > 0 ? 0 : -1, [], total);
}

//: family best_path
function bestPath(nodes) {
  if (nodes.length === 0) {
    return 0;
  }
  //: ends=any
  let best = -Infinity;
  const down = (place) => {
    if (place === -1) {
      return 0;
    }
    const { value, left, right } = nodes[place];
    const sides = [left, right].map((child) => Math.max(down(child), 0));
    best = Math.max(best, value + sides[0] + sides[1]);
    return value + Math.max(...sides);
  };
  down(0);
  return best;
  //: ends=root
  const down = (place) => {
    if (place === -1) {
      return 0;
    }
    const { value, left, right } = nodes[place];
    return value + Math.max(0, down(left), down(right));
  };
  return down(0);
  //: ends=leaf
  const down = (place) => {
    const { value, left, right } = nodes[place];
    const children = [left, right].filter((child) => child !== -1);
    return children.length === 0 ? value : value + Math.max(...children.map(down));
  };
  return down(0);
  //: end
}

//: family subtree_measures
function subtreeMeasures(parents) {
  const children = parents.map(() => []);
  parents.forEach((parent, node) => children[parent]?.push(node));
  const measures = [];
  const measure = (node) => {
    const below = children[node].map(measure);
    measures[node] = below.reduce((total, each) => total + each + 1, 0); //: what=size
    measures[node] = Math.max(-1, ...below) + 1; //: what=height
    measures[node] = below.reduce((total, each) => total + each, 0) || 1; //: what=leaves
    return measures[node];
  };
  measure(parents.indexOf(-1));
  return measures;
}

//: family write_tree
function writeTree(nodes) {
  const write = (place) => {
    if (place === -1) {
      return '#'; //: form=marks
      return ''; //: form=brackets
    }
    const { value, left, right } = nodes[place];
    //: form=marks
    return `${value} ${write(left)} ${write(right)}`;
    //: form=brackets
    if (right !== -1) {
      return `${value}(${write(left)})(${write(right)})`;
    }
    return left === -1 ? `${value}` : `${value}(${write(left)})`;
    //: end
  };
  return write(nodes.length > 0 ? 0 : -1);
}

//: family read_tree
function readTree(text) {
  const parts = text.split(' ');
  let next = 0;
  const read = () => {
    const part = parts[next] ?? '';
    next += 1;
    if (part === '#') {
      return null;
    }
    if (!/^\d+$/.test(part)) {
      throw new RangeError('not a tree');
    }
    return { value: Number(part), left: read(), right: read() };
  };
  const root = read();
  if (next < parts.length) {
    throw new RangeError('not a tree');
  }
  //: order=inorder
  const inorder = (node) =>
    node === null ? [] : [...inorder(node.left), node.value, ...inorder(node.right)];
  return inorder(root);
  //: order=levels
  const values = [];
  let level = [root];
  while (level.length > 0) {
    const nodes = level.filter((node) => node !== null);
    values.push(...nodes.map((node) => node.value));
    level = nodes.flatMap((node) => [node.left, node.right]);
  }
  return values;
  //: end
}

//: family rebuild
function rebuild(outer, inorder) {
  //: wanted=level
  const values = [];
  let level = [build(outer, inorder)];
  while (level.length > 0) {
    const nodes = level.filter((node) => node !== null);
    values.push(...nodes.map((node) => node.root));
    level = nodes.flatMap(({ left, right }) => [left, right]);
  }
  return values;
}

function build(outer, inorder) {
  if (outer.length === 0) {
    return null;
  }
  //: wanted!=level
  if (outer.length === 0) {
    return [];
  }
  //: given=pre
  const [root, ...rest] = outer;
  //: given=post
  const rest = outer.slice(0, -1);
  const root = outer.at(-1);
  //: end
  const size = inorder.indexOf(root);
  //: wanted!=level
  const left = rebuild(rest.slice(0, size), inorder.slice(0, size));
  const right = rebuild(rest.slice(size), inorder.slice(size + 1));
  return [root, ...left, ...right]; //: wanted=pre
  return [...left, ...right, root]; //: wanted=post
  //: wanted=level
  const left = build(rest.slice(0, size), inorder.slice(0, size));
  const right = build(rest.slice(size), inorder.slice(size + 1));
  return { root, left, right };
  //: end
}

//: family to_infix
const RANKS = new Map([
  ['+', 1],
  ['-', 1],
  ['*', 2],
  ['/', 2],
]);

function toInfix(postfix) {
  const waiting = [];
  for (const part of postfix) {
    if (!RANKS.has(part)) {
      waiting.push({ part });
      continue;
    }
    if (waiting.length < 2) {
      throw new RangeError('not an expression');
    }
    const [left, right] = waiting.splice(-2);
    waiting.push({ part, left, right });
  }
  if (waiting.length !== 1) {
    throw new RangeError('not an expression');
  }
  return write(waiting[0]);
}

function write({ part, left, right }) {
  if (left === undefined) {
    return part;
  }
  //: brackets=all
  const operand = (node) => (node.left ? `(${write(node)})` : write(node));
  return `${operand(left)} ${part} ${operand(right)}`;
  //: brackets=needed
  const rank = RANKS.get(part);
  const operand = (node, most) =>
    RANKS.get(node.part) <= most ? `(${write(node)})` : write(node);
  return `${operand(left, rank - 1)} ${part} ${operand(right, rank)}`;
  //: end
}

//: family cousins
function cousins(parents, node) {
  //: what=level
  const depth = (place) => (place === -1 ? 0 : depth(parents[place]) + 1);
  const level = depth(node);
  return [...parents.keys()].filter((each) => each !== node && depth(each) === level);
  //: what!=level
  const parent = parents[node];
  const above = parents[parent] ?? -1;
  if (above === -1) {
    return [];
  }
  const places = [...parents.keys()];
  const uncles = places.filter((each) => each !== parent && parents[each] === above);
  return uncles; //: what=uncles
  return places.filter((each) => uncles.includes(parents[each])); //: what=cousins
  //: end
}

//: family quad_text
function quadText(rows) {
  const letters = new Set(rows.join(''));
  if (letters.size === 1) {
    return rows[0][0];
  }
  const half = rows.length / 2;
  const top = rows.slice(0, half);
  const bottom = rows.slice(half);
  const left = (part) => part.map((row) => row.slice(0, half));
  const right = (part) => part.map((row) => row.slice(half));
  const quarters = [left(top), right(top), left(bottom), right(bottom)]; //: order=reading
  const quarters = [left(top), right(top), right(bottom), left(bottom)]; //: order=clockwise
  return `(${quarters.map(quadText).join('')})`;
}
