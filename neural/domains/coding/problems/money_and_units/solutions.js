// Solutions of spec.py's families; see AUTHORING.md.

//: family format_cents
function formatCents(cents) {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const units = digits.slice(0, -2);
  const rest = digits.slice(-2);
  const sign = cents < 0 ? '-' : ''; //: style!=accounting
  return `${sign}${units}.${rest}`; //: style=plain
  return `${sign}${units.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`; //: style=grouped
  return `${sign}${units.replace(/\B(?=(\d{3})+$)/g, '.')},${rest}`; //: style=european
  return cents < 0 ? `(${units}.${rest})` : `${units}.${rest}`; //: style=accounting
}

//: family parse_price
const PRICE = /^(\d+)(?:\.(\d{1,2}))?$/; //: currency=none
const PRICE = /^(-?\d+)(?:\.(\d{1,2}))?$/; //: currency=sign
const PRICE = /^(?:€(?!.*€))?(\d+)(?:\.(\d{1,2}))?€?$/; //: currency=euro

function parsePrice(text) {
  const match = PRICE.exec(text);
  if (match === null) {
    throw new RangeError(`not a price: '${text}'`);
  }
  const [, units, fraction = ''] = match;
  return Number(units + fraction.padEnd(2, '0'));
}

//: family add_tax
function addTax(cents, percent) {
  return cents + Math.round((cents * percent) / 100); //: rounding=nearest
  return cents + Math.floor((cents * percent) / 100); //: rounding=down
  return cents + Math.ceil((cents * percent) / 100); //: rounding=up
}

//: family net_price
function netPrice(gross, percent) {
  //: rounded=net
  const net = Math.round((gross * 100) / (100 + percent));
  return [net, gross - net];
  //: rounded=tax
  const tax = Math.round((gross * percent) / (100 + percent));
  return [gross - tax, tax];
  //: end
}

//: family split_bill
function splitBill(cents, people) {
  if (people < 1) {
    throw new RangeError('nobody is there to pay');
  }
  const share = Math.floor(cents / people);
  const left = cents % people;
  return Array.from({ length: people }, (_, i) => {
    return i < left ? share + 1 : share; //: rest=first
    return i >= people - left ? share + 1 : share; //: rest=last
    return i === 0 ? share + left : share; //: rest=one
  });
}

//: family allocate
function allocate(cents, shares) {
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  const total = sum(shares);
  if (total === 0) {
    throw new RangeError('there are no shares');
  }
  const amounts = shares.map((share) => Math.floor((cents * share) / total));
  const left = cents - sum(amounts);
  const cut = (i) => (cents * shares[i]) % total; //: order=remainder
  const places = [...shares.keys()].filter((i) => shares[i] > 0); //: order=given
  const places = [...shares.keys()].sort((i, j) => cut(j) - cut(i)); //: order=remainder
  const places = [...shares.keys()].sort((i, j) => shares[j] - shares[i]); //: order=largest
  for (const i of places.slice(0, left)) {
    amounts[i] += 1;
  }
  return amounts;
}

//: family discount
function discount(cents, count) {
  return cents * (count - Math.floor(count / 3)); //: deal=third
  const total = cents * count; //: deal!=third
  return count < 3 ? total : Math.floor((total * 9) / 10); //: deal=bulk
  //: deal=extra
  if (count < 3 || total <= 1000) {
    return total;
  }
  return 1000 + Math.floor((total - 1000) / 2);
  //: end
}

//: family income_tax
function incomeTax(income) {
  //: scheme=progressive
  const middle = Math.min(Math.max(income - 10_000, 0), 40_000);
  const upper = Math.max(income - 50_000, 0);
  return Math.floor((middle * 20 + upper * 40) / 100);
  //: scheme=stepped
  if (income <= 10_000) {
    return 0;
  }
  return Math.floor((income * (income <= 50_000 ? 20 : 40)) / 100);
  //: scheme=capped
  const tax = Math.floor((Math.max(income - 10_000, 0) * 20) / 100);
  return Math.min(tax, 8_000);
  //: end
}

//: family make_change
function makeChange(cents) {
  const change = [];
  let left = cents;
  for (const coin of [50, 20, 10, 5, 2, 1]) { //: coins=euro
  for (const coin of [25, 10, 5, 1]) { //: coins=us
    while (left >= coin) {
      change.push(coin);
      left -= coin;
    }
  }
  return change; //: order=largest
  return change.reverse(); //: order=smallest
}

//: family exchange
function exchange(amount, rates, source, target) {
  for (const currency of [source, target]) {
    if (!rates.has(currency)) {
      throw new Error(`no rate for ${currency}`);
    }
  }
  return Math.floor((amount * rates.get(source)) / rates.get(target)); //: meaning=worth
  return Math.floor((amount * rates.get(target)) / rates.get(source)); //: meaning=price
}

//: family format_bytes
const STEP = 1000n; //: units=decimal
const STEP = 1024n; //: units=binary
const NAMES = ['B', 'kB', 'MB', 'GB']; //: units=decimal
const NAMES = ['B', 'KiB', 'MiB', 'GiB']; //: units=binary

function formatBytes(size) {
  let unit = 0;
  let divisor = 1n;
  while (unit < 3 && size >= divisor * STEP) {
    unit += 1;
    divisor *= STEP;
  }
  return `${size / divisor} ${NAMES[unit]}`; //: digits=whole
  //: digits=tenth
  const tenths = (size * 10n) / divisor;
  const decimals = unit === 0 ? '' : `.${tenths % 10n}`;
  return `${tenths / 10n}${decimals} ${NAMES[unit]}`;
  //: end
}

//: family convert_length
const METRES = new Map([
  ['mm', 0.001],
  ['cm', 0.01],
  ['m', 1],
  ['km', 1000],
  ['in', 0.0254], //: imperial=yes
  ['ft', 0.3048], //: imperial=yes
]);

function convertLength(value, source, target) {
  for (const unit of [source, target]) {
    if (!METRES.has(unit)) {
      throw new Error(`unknown unit ${unit}`);
    }
  }
  return (value * METRES.get(source)) / METRES.get(target);
}

//: family convert_temperature
const ABSOLUTE_ZERO = -273.15;

function convertTemperature(degrees) {
  const celsius = degrees; //: direction!=f_c
  const celsius = ((degrees - 32) * 5) / 9; //: direction=f_c
  if (celsius < ABSOLUTE_ZERO) {
    throw new RangeError('below absolute zero');
  }
  return (celsius * 9) / 5 + 32; //: direction=c_f
  return celsius; //: direction=f_c
  return celsius - ABSOLUTE_ZERO; //: direction=c_k
}

//: family interest
function interest(cents, percent, years) {
  //: kind=compound
  let amount = cents;
  for (let year = 0; year < years; year += 1) {
    amount += Math.floor((amount * percent) / 100);
  }
  return amount;
  //: kind=simple
  return cents + Math.floor((cents * percent * years) / 100);
  //: end
}

//: family settle
function settle(balances) {
  const left = new Map([...balances].sort(([a], [b]) => (a < b ? -1 : 1)));
  const payments = [];
  for (;;) {
    const names = [...left.keys()];
    const [payee] = names.toSorted((a, b) => left.get(b) - left.get(a));
    const [payer] = names
      .filter((name) => left.get(name) < 0)
      .sort((a, b) => left.get(a) - left.get(b)); //: debtor=largest
      .sort((a, b) => left.get(b) - left.get(a)); //: debtor=smallest
    if (payer === undefined) {
      return payments;
    }
    const amount = Math.min(-left.get(payer), left.get(payee));
    payments.push([payer, payee, amount]);
    left.set(payer, left.get(payer) + amount);
    left.set(payee, left.get(payee) - amount);
  }
}
