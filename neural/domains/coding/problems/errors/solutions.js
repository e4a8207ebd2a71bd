// Solutions of spec.py's families; see AUTHORING.md.

//: family read_number
function readNumber(settings, key) {
  try {
    return parse(settings.get(key));
  } catch (cause) {
    throw new Error(`cannot read ${key}: ${cause.message}`, { cause });
  }
}

function parse(text) {
  if (text === undefined) {
    throw new RangeError('no such setting'); //: absent=error
    return 0; //: absent=zero
  }
  if (!/^\d+$/.test(text)) {
    throw new RangeError('not a number');
  }
  return Number(text);
}

//: driver
function numberOrCauses(settings, key) {
  try {
    return [String(readNumber(settings, key))];
  } catch (failure) {
    const messages = [];
    for (let error = failure; error; error = error.cause) {
      messages.push(error.message);
    }
    return messages;
  }
}

//: family import_amounts
function importAmounts(lines) {
  let total = 0;
  const failed = [];
  for (const [i, line] of lines.entries()) {
    const found = line.match(/^[a-z]+=(\d{1,5})$/);
    if (found) {
      total += Number(found[1]);
      continue;
    }
    failed.push(`line ${i + 1}: ${line}`);
    //: policy=two
    if (failed.length === 2) {
      break;
    }
    //: end
  }
  return { total, failed }; //: policy!=nothing
  return { total: failed.length > 0 ? 0 : total, failed }; //: policy=nothing
}

//: family sum_outcomes
function sumOutcomes(outcomes) {
  const failed = outcomes.filter(({ ok }) => !ok);
  const total = outcomes.reduce((sum, each) => sum + (each.ok ? each.value : 0), 0);
  //: policy=first
  if (failed.length > 0) {
    return { ok: false, value: 0, message: failed[0].message };
  }
  return { ok: true, value: total, message: '' };
  //: policy!=first
  const message = failed.map((each) => each.message).join('; ');
  //: policy=all
  const ok = failed.length === 0;
  return { ok, value: ok ? total : 0, message };
  //: policy=partial
  const ok = outcomes.length === 0 || failed.length < outcomes.length;
  return { ok, value: total, message };
  //: end
}

//: family apply_changes
//: policy!=skip
class OutOfStockError extends Error {}

//: end
function applyChanges(stock, changes) {
  const after = new Map(stock);
  for (const { name, amount } of changes) {
    const left = (after.get(name) ?? 0) + amount;
    //: policy=each
    if (left < 0) {
      throw new OutOfStockError('not enough in stock');
    }
    //: policy=skip
    if (left < 0) {
      continue;
    }
    //: end
    after.set(name, left);
  }
  //: policy=end
  if ([...after.values()].some((left) => left < 0)) {
    throw new OutOfStockError('not enough in stock');
  }
  //: end
  return after;
}

//: family parse_bounded
//: bounds!=clamped
class OutOfBoundsError extends Error {}

//: end
function parseBounded(text, low, high) {
  if (!/^-?\d{1,6}$/.test(text)) {
    throw new RangeError('not a number');
  }
  const number = parseInt(text, 10);
  return Math.min(Math.max(number, low), high); //: bounds=clamped
  //: bounds!=clamped
  if (number < low || number > high) { //: bounds=closed
  if (number < low || number >= high) { //: bounds=open
    throw new OutOfBoundsError('out of bounds');
  }
  return number;
  //: end
}

//: family quotients
function quotients(pairs) {
  return pairs.map(([a, b]) => (b === 0 ? null : Math.floor(a / b))); //: zero=null
  return pairs.filter(([, b]) => b !== 0).map(([a, b]) => Math.floor(a / b)); //: zero=skip
  //: zero=error
  return pairs.map(([a, b], i) => {
    if (b === 0) {
      throw new RangeError(`pair ${i + 1} divides by zero`);
    }
    return Math.floor(a / b);
  });
  //: end
}

//: family summarize_errors
function summarizeErrors(messages) {
  const counts = new Map();
  for (const message of messages) { //: order!=last
  for (const message of messages.toReversed()) { //: order=last
    counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  const pairs = [...counts];
  pairs.sort(([, a], [, b]) => b - a); //: order=count
  return pairs.map(([message, count]) =>
    count > 1 ? `${message} (${count} times)` : message,
  );
}

//: family schema_errors
const PATTERNS = {
  int: /^-?\d+$/,
  bool: /^(true|false)$/,
  text: /[^]/,
};

function schemaErrors(values, schema) {
  const problems = [];
  for (const [name, kind] of schema) {
    if (!values.has(name)) {
      problems.push(`${name}: missing`);
    } else if (!PATTERNS[kind].test(values.get(name))) {
      problems.push(`${name}: not ${kind}`);
    }
  }
  //: extra=reported
  for (const name of values.keys()) {
    if (!schema.has(name)) {
      problems.push(`${name}: unknown`);
    }
  }
  //: end
  return problems.sort();
}

//: family layered_lookup
function layeredLookup(layers, key) {
  const found = layers.find((layer) => layer.has(key)); //: which=first and empty=counts
  const found = layers.find((layer) => layer.get(key)); //: which=first and empty=skipped
  const found = layers.findLast((layer) => layer.has(key)); //: which=last and empty=counts
  const found = layers.findLast((layer) => layer.get(key)); //: which=last and empty=skipped
  if (found === undefined) {
    throw new Error('no layer has a value');
  }
  return found.get(key);
}

//: family booking_price
const PRICES = new Map([
  ['single', 50],
  ['double', 80],
]);

class BookingError extends Error {}

function bookingPrice({ guest, nights, room }) {
  const problems = [];
  if (guest === '') {
    problems.push('guest is missing');
  }
  if (nights < 1 || nights > 30) {
    problems.push('nights must be 1 to 30');
  }
  if (!PRICES.has(room)) {
    problems.push('unknown room');
  }
  if (problems.length > 0) {
    throw new BookingError(problems.join('; ')); //: report=all
    throw new BookingError(problems[0]); //: report=first
    //: report=count
    const { length } = problems;
    throw new BookingError(length === 1 ? '1 problem' : `${length} problems`);
    //: end
  }
  return nights * PRICES.get(room);
}

//: family require_settings
function requireSettings(settings, keys) {
  const missing = keys.filter((key) => !settings.has(key)); //: blank=value
  const missing = keys.filter((key) => !settings.get(key)); //: blank=missing
  if (missing.length > 0) {
    throw new Error(`missing: ${missing.join(', ')}`);
  }
  return keys.map((key) => settings.get(key));
}

//: family point_at_error
function pointAtError(source, offset, message) {
  const before = source.slice(0, offset).split('\n');
  const line = before.length;
  const column = before.at(-1).length;
  return [
    `${line}:${column}: ${message}`, //: column=0
    `${line}:${column + COLUMN}: ${message}`, //: column!=0
    source.split('\n')[line - 1],
    `${' '.repeat(column)}^`,
  ];
}
