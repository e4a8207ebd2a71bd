// Solutions of spec.py's families; see AUTHORING.md.

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
