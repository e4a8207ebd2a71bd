// Solutions of spec.py's families; see AUTHORING.md.

//: family check_password
function checkPassword(password) {
  const faults = {
    'too short': password.length < 8,
    'no digit': !/[0-9]/.test(password),
    'no capital': !/[A-Z]/.test(password),
    'no symbol': !/[^A-Za-z0-9]/.test(password), //: extra=symbol
    repeated: /(.)\1\1/s.test(password), //: extra=repeated
    common: password.toLowerCase() === 'password', //: extra=common
  };
  return Object.keys(faults).filter((fault) => faults[fault]);
}

//: family is_email
const FORM = /^[^@ ]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/; //: local=any
//: local=dots
const FORM = /^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
//: end
const FORM = /^[A-Za-z0-9]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/; //: local=plain

function isEmail(address) {
  return FORM.test(address);
}

//: family is_ipv4
function isIpv4(address) {
  const parts = address.split('.');
  const valid = (part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255; //: zeros=refused
  const valid = (part) => /^\d{1,3}$/.test(part) && Number(part) <= 255; //: zeros=allowed
  return parts.length === 4 && parts.every(valid);
}

//: family is_isbn
function isIsbn(text) {
  const plain = text; //: dashes=refused
  const plain = text.replaceAll('-', ''); //: dashes=ignored
  if (!/^\d{9}[\dX]$/.test(plain)) {
    return false;
  }
  const digits = [...plain].map((letter) => (letter === 'X' ? 10 : Number(letter)));
  return digits.reduce((sum, digit, i) => sum + (10 - i) * digit, 0) % 11 === 0;
}

//: family parse_port
function parsePort(text) {
  if (!/^\d+$/.test(text)) {
    throw new TypeError('port must be a number');
  }
  const port = Number(text);
  if (port < LOWEST || port > 65535) {
    throw new RangeError(`port out of range: ${port}`);
  }
  return port;
}

//: family check_fields
function checkFields(form, required) {
  const lacking = required.filter((name) => !form.has(name)); //: lacks=absent
  const lacking = required.filter((name) => !form.get(name)?.trim()); //: lacks=blank
  return lacking; //: more=only
  //: more=unknown
  const unknown = [...form.keys()].filter((name) => !required.includes(name)).sort();
  return [...lacking, ...unknown.map((name) => `${name}?`)];
  //: end
}

//: family validate_order
class OutOfStockError extends Error {}

function validateOrder(quantity, price, stock) {
  const short = stock < quantity; //: stock_rule=error
  const short = stock < quantity && stock === 0; //: stock_rule=reduce
  //: first=stock
  if (short) {
    throw new OutOfStockError('not enough in stock');
  }
  //: end
  if (quantity < 1) {
    throw new RangeError('quantity must be at least 1');
  }
  if (price < 0) {
    throw new RangeError('price must not be negative');
  }
  //: first=order
  if (short) {
    throw new OutOfStockError('not enough in stock');
  }
  //: end
  return quantity * price; //: stock_rule=error
  return Math.min(quantity, stock) * price; //: stock_rule=reduce
}

//: family is_identifier
const RESERVED = new Set(['if', 'for', 'while']);
const FORM = /^[A-Za-z_][A-Za-z0-9_]*$/; //: rule=code
const FORM = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/; //: rule=css
const FORM = /^[A-Z][A-Z0-9_]*$/; //: rule=const

function isIdentifier(name) {
  return FORM.test(name) && !RESERVED.has(name);
}

//: family is_hex_color
function isHexColor(text) {
  return /^#[0-9A-F]{6}$/i.test(text); //: digits=six
  return /^#(?:[0-9A-F]{3}){1,2}$/i.test(text); //: digits=short
  return /^#[0-9A-F]+$/i.test(text) && [4, 5, 7, 9].includes(text.length); //: digits=alpha
}

//: family check_sudoku
function checkSudoku(cells) {
  const seen = new Set();
  for (const [i, number] of cells.entries()) {
    if (number === 0) {
      return false; //: filled=full
      continue; //: filled=partly
    }
    const row = Math.floor(i / 4);
    const column = i % 4;
    const block = Math.floor(row / 2) * 2 + Math.floor(column / 2);
    const places = [`row ${row}`, `column ${column}`, `block ${block}`];
    for (const key of places.map((place) => `${place}: ${number}`)) {
      if (seen.has(key)) {
        return false;
      }
      seen.add(key);
    }
  }
  return true;
}

//: family check_bracket_tags
function checkBracketTags(html) {
  const opened = [];
  for (const [tag, closing, name] of html.matchAll(/<(\/?)([a-z]+)>/g)) {
    if (closing === '') {
      opened.push(name); //: void=none
      //: void=br
      if (name !== 'br') {
        opened.push(name);
      }
      //: end
    } else if (opened.pop() !== name) {
      return tag;
    }
  }
  return opened.length > 0 ? `<${opened.at(-1)}>` : null;
}

//: family valid_move
function validMove(piece, start, end) {
  const files = Math.abs(start.charCodeAt(0) - end.charCodeAt(0));
  const ranks = Math.abs(start.charCodeAt(1) - end.charCodeAt(1));
  switch (piece) {
    case 'rook':
      return (files === 0) !== (ranks === 0);
    case 'bishop':
      return files === ranks && files > 0;
    case 'knight': //: third=knight
      return files * ranks === 2; //: third=knight
    case 'king': //: third=king
      return Math.max(files, ranks) === 1; //: third=king
    default:
      throw new RangeError(`unknown piece: ${piece}`);
  }
}

//: family normalize_phone
function normalizePhone(text) {
  const number = text.replace(/[ /()-]/g, '').replace(/^00/, '+'); //: prefix=strict
  //: prefix=german
  const number = text
    .replace(/[ /()-]/g, '')
    .replace(/^00/, '+')
    .replace(/^0/, '+49');
  //: end
  if (!/^\+\d{7,13}$/.test(number)) {
    throw new RangeError(`not a phone number: '${text}'`);
  }
  return number;
}

//: family layout_problems
function layoutProblems(text) {
  const lines = text.split('\n');
  return lines.filter((line) => line.length > 8).length; //: what=long
  return lines.filter((line) => /[ \t]$/.test(line)).length; //: what=trailing
  return lines.filter((line) => /^ +\t/.test(line)).length; //: what=tabs
  return lines.filter((line) => /^(?: +\t|\t+ )/.test(line)).length; //: what=mixed
}
