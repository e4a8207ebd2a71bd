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
