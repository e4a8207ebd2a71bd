// Solutions of spec.py's families; see AUTHORING.md.

//: family limit_calls
function limitCalls(action, count) {
  let left = count;
  let kept = null; //: later!=none
  return (argument) => {
    if (left === 0) {
      return kept; //: later!=none
      return null; //: later=none
    }
    left -= 1;
    return action(argument); //: later=none
    //: later=same
    kept = action(argument);
    return kept;
    //: later=first
    const result = action(argument);
    kept ??= result;
    return result;
    //: end
  };
}

//: driver
function called(inputs, count) {
  let calls = 0;
  const limited = limitCalls((value) => {
    calls += 1;
    return value * value;
  }, count);
  return [inputs.map((value) => limited(value)), calls];
}

//: family bind
function bind(action, given) {
  const fixed = [...given];
  return (...own) => {
    return action(...fixed, ...own); //: order=front
    return action(...own, ...fixed); //: order=back
    //: order=holes
    const filled = fixed.map((text) => (text === '_' ? (own.shift() ?? text) : text));
    return action(...filled, ...own);
    //: end
  };
}

//: driver
function bound(given, later) {
  const mine = [...given];
  const made = bind((...texts) => texts.join('.'), mine);
  mine.push('changed');
  return made(...later);
}

//: family scan_right
function scanRight(items, start, combine) {
  //: what=backwards
  const results = [start];
  for (const item of items.toReversed()) {
    results.push(combine(item, results.at(-1)));
  }
  return results;
  //: what!=backwards
  const results = items.reduceRight(
    (after, item) => [combine(item, after[0]), ...after],
    [start],
  );
  return results; //: what=all
  return results.slice(0, -1); //: what=items
  //: end
}

//: driver
function scanned(values, start) {
  return scanRight(values, start, (item, after) => item - after);
}

//: family layered
function layered(layers, handler) {
  const wrap = (next, layer) => (request) => layer(request, next);
  return layers.reduceRight(wrap, handler); //: order=first
  return layers.reduce(wrap, handler); //: order=last
}

//: driver
function handled(layers, request) {
  const log = [];
  const layer = (name) => (given, next) => {
    log.push(`${name} gets ${given}`);
    if (name === 'stop') {
      return 'stopped';
    }
    const answer = next(`${given}+${name}`);
    log.push(`${name} sees ${answer}`);
    return answer;
  };
  const handle = layered(
    layers.map((name) => layer(name)),
    (given) => `<${given}>`,
  );
  log.push(handle(request));
  return log;
}

//: family lazily
function lazily(compute) {
  let result = null;
  const errors = []; //: afterwards!=again
  return () => {
    if (result !== null) {
      return result.value;
    }
    //: afterwards=again
    result = { value: compute() };
    return result.value;
    //: afterwards=kept
    if (errors.length > 0) {
      throw errors[0];
    }
    //: afterwards=twice
    if (errors.length === 2) {
      throw errors[1];
    }
    //: afterwards!=again
    try {
      result = { value: compute() };
    } catch (error) {
      errors.push(error);
      throw error;
    }
    return result.value;
    //: end
  };
}

//: driver
function reads(failures, count) {
  let calls = 0;
  const read = lazily(() => {
    calls += 1;
    if (calls <= failures) {
      throw new Error(`failure ${calls}`);
    }
    return `result ${calls}`;
  });
  const seen = [];
  for (let i = 0; i < count; i += 1) {
    try {
      seen.push(read());
    } catch (error) {
      seen.push(error.message);
    }
  }
  return [seen, calls];
}

//: family throttle
function throttle(action, gap) {
  let last = -Infinity;
  return (now) => {
    const early = now - last < gap;
    last = now; //: since=call
    if (early) {
      return null;
    }
    last = now; //: since=action
    return action(now);
  };
}

//: driver
function throttled(times, gap) {
  const call = throttle((time) => 10 * time, gap);
  return times.map((time) => call(time));
}

//: family make_namer
function makeNamer() {
  const counts = new Map(); //: numbers=each
  let count = 0; //: numbers!=each
  let last = null; //: numbers=runs
  return (kind) => {
    //: numbers=each
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return `${kind}-${counts.get(kind)}`;
    //: numbers=shared
    count += 1;
    return `${kind}-${count}`;
    //: numbers=runs
    count = kind === last ? count + 1 : 1;
    last = kind;
    return `${kind}-${count}`;
    //: end
  };
}

//: driver
function givenNames(kinds) {
  const [first, other] = [makeNamer(), makeNamer()];
  return kinds.map((kind) => {
    other(kind);
    other('other');
    return first(kind);
  });
}
