// Inside the box: a reporter of node:test that tells each test.
import { writeSync } from 'node:fs';

const send = (...line) => writeSync(3, `${JSON.stringify(line)}\n`);

function told(error) {
  const cause = error?.cause ?? error;
  if (!(cause instanceof Error)) return String(cause);
  const place = (cause.stack ?? '').split('\n').find((line) => /^\s+at .*\/box\//.test(line));
  return `${cause.name}: ${cause.message}${place ? `\n${place}` : ''}`;
}

export default async function* report(source) {
  const printed = new Map();
  for await (const { type, data } of source) {
    if (type === 'test:stderr') {
      printed.set(data.file, (printed.get(data.file) ?? '') + data.message);
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.skip || data.todo || data.details?.type === 'suite') continue;
    const error = data.details?.error;
    if (error?.failureType === 'subtestsFailed') continue;
    const file = (data.file ?? data.name).replace('/box/', '');
    if (data.name.endsWith(file)) {
      if (type === 'test:fail') send(file, 'load', printed.get(data.file) ?? told(error));
    } else {
      send(`${file}::${data.name}`, type.slice(5), type === 'test:fail' ? told(error) : '');
    }
  }
  yield '';
}
