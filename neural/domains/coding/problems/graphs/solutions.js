// Solutions of spec.py's families; see AUTHORING.md.

//: family reachable
function reachable(links, start) {
  const neighbours = new Map();
  const connect = (from, to) =>
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  for (const [first, second] of links) {
    connect(first, second);
    connect(second, first); //: direction=both
  }
  const found = new Set([start]); //: itself=in
  const found = new Set(); //: itself=cycle
  const waiting = [start];
  while (waiting.length > 0) {
    for (const name of neighbours.get(waiting.pop()) ?? []) {
      if (!found.has(name)) {
        found.add(name);
        waiting.push(name);
      }
    }
  }
  return [...found].sort();
}

//: family build_order
class CycleError extends Error {}

function buildOrder(needs) {
  const missing = new Map(needs.flat().map((name) => [name, new Set()]));
  for (const [name, needed] of needs) {
    missing.get(name).add(needed);
  }
  const order = [];
  while (missing.size > 0) {
    const ready = [...missing.keys()].filter((name) => missing.get(name).size === 0);
    if (ready.length === 0) {
      throw new CycleError('the needs form a cycle');
    }
    const chosen = ready.sort()[0]; //: choice=first
    const chosen = ready.sort().at(-1); //: choice=last
    order.push(chosen);
    missing.delete(chosen);
    missing.forEach((needed) => needed.delete(chosen));
  }
  return order;
}

//: family build_stages
class CycleError extends Error {}

function buildStages(needs) {
  const before = new Map(needs.flat().map((name) => [name, new Set()]));
  for (const [name, needed] of needs) {
    before.get(name).add(needed); //: when=early
    before.get(needed).add(name); //: when=late
  }
  const stages = [];
  while (before.size > 0) {
    const stage = [...before.keys()].filter((name) => before.get(name).size === 0);
    if (stage.length === 0) {
      throw new CycleError('the needs form a cycle');
    }
    stages.push(stage.sort());
    stage.forEach((name) => before.delete(name));
    before.forEach((others) => stage.forEach((name) => others.delete(name)));
  }
  return stages; //: when=early
  return stages.reverse(); //: when=late
}

//: family has_cycle
function hasCycle(links) {
  //: direction=directed
  const active = new Set();
  const done = new Set();
  const visit = (name) => {
    if (active.has(name) || done.has(name)) {
      return active.has(name);
    }
    active.add(name);
    const found = links.some(([source, target]) => source === name && visit(target));
    active.delete(name);
    done.add(name);
    return found;
  };
  return links.some(([source]) => visit(source));
  //: direction=both
  const leaders = new Map();
  const root = (name) => (leaders.has(name) ? root(leaders.get(name)) : name);
  for (const [first, second] of links) {
    if (root(first) === root(second)) {
      return true;
    }
    leaders.set(root(first), root(second));
  }
  return false;
  //: end
}

//: family groups
function groups(links) {
  let found = [];
  for (const link of links) {
    const touches = (group) => link.some((name) => group.has(name));
    const joined = new Set([
      ...link,
      ...found.filter(touches).flatMap((group) => [...group]),
    ]);
    found = [...found.filter((group) => !touches(group)), joined];
  }
  const sorted = found.map((group) => [...group].sort());
  return sorted.sort(([a], [b]) => (a < b ? -1 : 1)); //: order=name
  return sorted.sort((a, b) => b.length - a.length || (a[0] < b[0] ? -1 : 1)); //: order=size
}

//: family cheapest
function cheapest(roads, start, goal) {
  const best = new Map([[start, 0]]);
  const done = new Set();
  for (;;) {
    const open = [...best.keys()].filter((name) => !done.has(name));
    const [place] = open.sort((a, b) => best.get(a) - best.get(b));
    if (place === undefined || place === goal) {
      return best.get(goal) ?? null;
    }
    done.add(place);
    const reach = (target, cost) => {
      const sum = best.get(place) + cost; //: what=total
      const sum = Math.max(best.get(place), cost); //: what=worst
      best.set(target, Math.min(best.get(target) ?? sum, sum));
    };
    for (const { source, target, cost } of roads) {
      if (source === place) {
        reach(target, cost);
      //: direction=both
      } else if (target === place) {
        reach(source, cost);
      //: end
      }
    }
  }
}

//: family network_cost
function networkCost(cables) {
  const leaders = new Map(
    cables.flatMap(({ first, second }) => [
      [first, first],
      [second, second],
    ]),
  );
  const root = (name) => (leaders.get(name) === name ? name : root(leaders.get(name)));
  let total = 0;
  let parts = leaders.size;
  for (const { first, second, cost } of cables.toSorted((a, b) => a.cost - b.cost)) { //: which=min
  for (const { first, second, cost } of cables.toSorted((a, b) => b.cost - a.cost)) { //: which=max
    if (root(first) !== root(second)) {
      leaders.set(root(first), root(second));
      total += cost;
      parts -= 1;
    }
  }
  if (parts > 1) {
    throw new RangeError('not everything can be connected');
  }
  return total;
}

//: family mutual
function mutual(follows) {
  const known = new Set(follows.map(([a, b]) => `${a} ${b}`));
  const pairs = [...known].sort().map((pair) => pair.split(' '));
  return pairs.filter(([a, b]) => a < b && known.has(`${b} ${a}`)); //: what=both
  return pairs.filter(([a, b]) => !known.has(`${b} ${a}`)); //: what=unrequited
  //: what=suggest
  const further = pairs.flatMap(([a, b]) =>
    pairs.filter(([c, d]) => b === c && a !== d).map(([, d]) => `${a} ${d}`),
  );
  return [...new Set(further).difference(known)].sort().map((pair) => pair.split(' '));
  //: end
}
