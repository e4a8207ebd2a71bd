// Inside the box: calls the samples' functions one after the other.
import { readFileSync, writeSync } from 'node:fs';
import { inspect, types } from 'node:util';

const send = (...line) => writeSync(3, `${JSON.stringify(line)}\n`);
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const plain = (name) => name.replaceAll('_', '').toLowerCase();
const NUMBERS = { nan: NaN, inf: Infinity, '-inf': -Infinity };

function decode(value, kind) {
  if (typeof kind === 'string') {
    if (kind === 'long') return BigInt(value);
    return kind === 'float' ? NUMBERS[value] ?? value : value;
  }
  const [head, ...rest] = kind;
  if (head === 'optional') return value === null ? null : decode(value, rest[0]);
  if (head === 'list') return value.map((item) => decode(item, rest[0]));
  if (head === 'set') return new Set(value.map((item) => decode(item, rest[0])));
  if (head === 'dict') {
    return new Map(value.map(([k, v]) => [decode(k, rest[0]), decode(v, rest[1])]));
  }
  if (head === 'tuple') return value.map((item, i) => decode(item, rest[i]));
  return Object.fromEntries(rest[1].map(([name, k], i) => [camel(name), decode(value[i], k)]));
}

function named(value) {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== 'object') return typeof value;
  return value.constructor?.name ?? 'Object';
}

function demand(right, value, kind) {
  if (!right) throw new TypeError(`found ${named(value)}, expected ${kind}`);
}

function encodeScalar(value, kind) {
  if (kind === 'none') {
    demand(value === undefined || value === null, value, kind);
    return null;
  }
  if (kind === 'int') {
    demand(typeof value === 'number' && Number.isInteger(value), value, kind);
    if (!Number.isSafeInteger(value)) throw new RangeError('an int beyond 2^53; use long');
    return value + 0; // no negative zero
  }
  if (kind === 'long') {
    demand(typeof value === 'bigint' || Number.isSafeInteger(value), value, kind);
    return String(value);
  }
  if (kind === 'float') {
    demand(typeof value === 'number', value, kind);
    if (Number.isFinite(value)) return value;
    return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  }
  demand(typeof value === (kind === 'str' ? 'string' : 'boolean'), value, kind);
  return value;
}

function encode(value, kind) {
  if (typeof kind === 'string') return encodeScalar(value, kind);
  const [head, ...rest] = kind;
  if (head === 'optional') {
    return value === null || value === undefined ? null : encode(value, rest[0]);
  }
  if (head === 'dict') {
    demand(typeof value === 'object' && value !== null && !Array.isArray(value), value, 'Map');
    const pairs = value instanceof Map ? [...value] : Object.entries(value);
    const number = rest[0] === 'int' && !(value instanceof Map);
    return pairs.map(([k, v]) => [encode(number ? Number(k) : k, rest[0]), encode(v, rest[1])]);
  }
  if (head === 'record') {
    demand(typeof value === 'object' && value !== null, value, rest[0]);
    return rest[1].map(([name, k]) => encode(value[camel(name)], k));
  }
  if (head === 'set') {
    demand(value instanceof Set, value, 'Set');
    return [...value].map((item) => encode(item, rest[0]));
  }
  const iterates = typeof value === 'object' && value?.[Symbol.iterator];
  demand(iterates && !(value instanceof Set || value instanceof Map), value, 'Array');
  const items = [...value];
  if (head === 'tuple') {
    demand(items.length === rest.length, value, `${rest.length} values`);
    return items.map((item, i) => encode(item, rest[i]));
  }
  return items.map((item) => encode(item, rest[0]));
}

function failure(error, job) {
  if (!types.isNativeError(error) && !(error instanceof Error)) {
    return { error: ['thrown'], message: String(error), line: null };
  }
  const kinds = [];
  for (let made = error.constructor; made?.name; made = Object.getPrototypeOf(made)) {
    kinds.push(made.name);
  }
  const at = String(error.stack).split(`${job.source}:`)[1];
  return { error: kinds, message: error.message, line: at ? parseInt(at, 10) : null };
}

async function attempt(action, kind, job) {
  let found;
  try {
    found = await action();
    return { value: encode(found, kind) };
  } catch (error) {
    const outcome = failure(error, job);
    const wrong = outcome.message.startsWith('found ') && outcome.line === null;
    return wrong ? { ...outcome, shown: inspect(found, { breakLength: Infinity }) } : outcome;
  }
}

async function callFunction(target, job, args) {
  const { entry } = job;
  const given = args.map((value, i) => decode(value, entry.args[i][1]));
  const snapshot = () => JSON.stringify(given.map((value, i) => encode(value, entry.args[i][1])));
  if (entry.mutates !== null) {
    return attempt(async () => {
      await target(...given);
      return given[entry.mutates];
    }, entry.returns, job);
  }
  const before = snapshot();
  const outcome = await attempt(() => target(...given), entry.returns, job);
  return snapshot() === before ? outcome : { ...outcome, changed: true };
}

function member(object, name) {
  for (let at = object; at; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyNames(at).find((each) => plain(each) === plain(name));
    if (found) return found;
  }
  throw new TypeError(`no method ${camel(name)}`);
}

async function callClass(Target, job, [initial, operations]) {
  const { entry } = job;
  let object;
  try {
    object = new Target(...initial.map((value, i) => decode(value, entry.args[i][1])));
  } catch (error) {
    return failure(error, job);
  }
  const trace = [];
  for (const [method, ...values] of operations) {
    const [inputs, returns] = entry.methods[method];
    trace.push(
      await attempt(async () => {
        const name = member(object, method);
        const given = values.map((value, i) => decode(value, inputs[i][1]));
        const found = object[name];
        return typeof found === 'function' ? object[name](...given) : found;
      }, returns, job),
    );
  }
  return { value: trace };
}

const jobs = JSON.parse(readFileSync('/box/jobs.json', 'utf8'));
for (const number of readFileSync(0, 'utf8').split(/\s+/).filter(Boolean).map(Number)) {
  const job = jobs[number];
  send(number, 'begin', null);
  try {
    const module = await import(`/box/${job.source}`);
    const key = Object.keys(module).find((each) => plain(each) === plain(job.entry.name));
    const call = job.entry.methods ? callClass : callFunction;
    for (const [index, args] of job.calls.entries()) {
      send(number, index, await call(module[key], job, args));
    }
  } catch (error) {
    send(number, 'load', failure(error, job));
  }
  send(number, 'end', 0);
}
process.exit(0);
