// Solutions of spec.py's families; see AUTHORING.md.

//: family explain
function explain(failure) {
  const messages = [];
  for (let error = failure; error; error = error.cause) {
    messages.push(error.message);
  }
  return messages.join(': '); //: what=outer
  return messages.reverse().join(' -> '); //: what=inner
  return messages.length > 1 ? `${messages[0]} (${messages.at(-1)})` : messages[0]; //: what=ends
}

//: driver
function explained(messages) {
  return explain(
    messages.reduceRight((cause, message) => new Error(message, { cause }), undefined),
  );
}

//: family retry_if
function retryIf(operation, attempts, retryable) {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return operation();
    } catch (error) {
      //: exhausted=pass
      if (left === 0 || !retryable(error)) {
        throw error;
      }
      //: exhausted=give_up
      if (!retryable(error)) {
        throw error;
      }
      if (left === 0) {
        throw new Error('gave up', { cause: error });
      }
      //: end
    }
  }
}

//: driver
function tries(outcomes, attempts) {
  const left = [...outcomes];
  let calls = 0;
  const operation = () => {
    calls += 1;
    const outcome = left.shift() ?? 'ok';
    if (outcome !== 'ok') {
      throw new RangeError(outcome);
    }
    return 'done';
  };
  const result = retryIf(operation, attempts, (error) => error.message === 'busy');
  return [result, calls];
}

//: family run_or_undo
function runOrUndo(actions, undos) {
  const done = [];
  actions.forEach((action, i) => {
    try {
      done.push(undos[i]); //: scope=failed
      action();
      done.push(undos[i]); //: scope!=failed
    } catch (error) {
      done.reverse(); //: scope!=forward
      done.forEach((undo) => undo());
      throw error;
    }
  });
}

//: driver
function undone(steps) {
  const called = [];
  const actions = steps.map((name) => () => {
    called.push(name);
    if (name.startsWith('x')) {
      throw new Error(`${name} failed`);
    }
  });
  const undos = steps.map((name) => () => {
    called.push(`undo ${name}`);
  });
  try {
    runOrUndo(actions, undos);
  } catch (error) {
    called.push(error.message);
  }
  return called;
}

//: family run_every
function runEvery(jobs) {
  let called = 0;
  let failures = 0;
  for (const job of jobs) {
    called += 1;
    try {
      job();
    } catch {
      failures += 1;
      //: policy=two
      if (failures === 2) {
        break;
      }
      //: end
    }
  }
  if (failures > 0) {
    throw new Error(`${failures} of ${called} jobs failed`);
  }
  return called;
}

//: driver
function ran(tasks) {
  return runEvery(
    tasks.map((name) => () => {
      if (name === 'x') {
        throw new Error(name);
      }
    }),
  );
}

//: family close_all
function closeAll(closers) {
  const failures = [];
  for (const close of closers.toReversed()) {
    try {
      close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw failures[0]; //: how=first
    throw failures.at(-1); //: how=last
    //: how=all
    const messages = failures.map(({ message }) => message);
    throw new AggregateError(failures, messages.join('; '));
    //: end
  }
}

//: driver
function closed(resources) {
  const called = [];
  const closers = resources.map((name) => () => {
    called.push(name);
    if (name.startsWith('x')) {
      throw new Error(`${name} is stuck`);
    }
  });
  try {
    closeAll(closers);
  } catch (error) {
    called.push(`failed: ${error.message}`);
  }
  return called;
}

//: family error_budget
class BudgetSpentError extends Error {}

class ErrorBudget {
  #limit;
  #left;

  constructor(limit) {
    this.#limit = limit;
    this.#left = limit;
  }

  record(ok) {
    if (!ok) {
      if (this.#left === 0) {
        throw new BudgetSpentError('too many failures');
      }
      this.#left -= 1;
    //: rule=row
    } else {
      this.#left = this.#limit;
    //: rule=repay
    } else {
      this.#left = Math.min(this.#left + 1, this.#limit);
    //: end
    }
    return this.#left;
  }
}

//: family time_to_success
class DeadlineExceededError extends Error {}

function timeToSuccess(tries, pause, deadline) {
  let now = 0;
  for (const { seconds, ok } of tries) {
    if (now >= deadline) { //: rule=start
    if (now + seconds > deadline) { //: rule=end
      throw new DeadlineExceededError('deadline exceeded');
    }
    now += seconds;
    if (ok) {
      return now;
    }
    now += pause;
  }
  throw new Error('all tries failed');
}

//: family backoff_delays
function backoffDelays(attempts, base, cap) {
  if (attempts < 1) {
    throw new RangeError('attempts must be at least 1');
  }
  const delays = [];
  let delay = base;
  let following = base; //: growth=fibonacci
  for (let attempt = 2; attempt <= attempts; attempt += 1) {
    delays.push(Math.min(delay, cap));
    delay *= 2; //: growth=doubled
    delay += base; //: growth=linear
    [delay, following] = [following, delay + following]; //: growth=fibonacci
  }
  return delays;
}

//: family retry_delay
function retryDelay(status, header, attempt) {
  const backoff = Math.min(2 ** attempt, MOST);
  if (status === 429 || status === 503) {
    return /^\d+$/.test(header ?? '') ? Number(header) : backoff;
  }
  return null; //: others=no
  return status >= 500 && status <= 599 ? backoff : null; //: others=server
}

//: family retry_queue
class RetryQueue {
  #attempts;
  #waiting = [];
  #working = new Set();
  #failures = new Map();
  #dead = [];

  constructor(attempts) {
    this.#attempts = attempts;
  }

  add(name) {
    if (this.#failures.has(name)) {
      throw new RangeError('added before');
    }
    this.#failures.set(name, 0);
    this.#waiting.push(name);
  }

  next() {
    if (this.#waiting.length === 0) {
      return null;
    }
    const name = this.#waiting.shift();
    this.#working.add(name);
    return name;
  }

  fail(name) {
    if (!this.#working.delete(name)) {
      throw new Error('not handed out');
    }
    const failures = this.#failures.get(name) + 1;
    this.#failures.set(name, failures);
    if (failures === this.#attempts) {
      this.#dead.push(name);
      return false;
    }
    this.#waiting.push(name); //: place=end
    this.#waiting.unshift(name); //: place=front
    return true;
  }

  dead() {
    return [...this.#dead];
  }
}
