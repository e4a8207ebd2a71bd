// Solutions of spec.py's families; see AUTHORING.md.

//: family count_bits
function countBits(number) {
  const binary = number.toString(2);
  return binary.replaceAll('0', '').length; //: what=ones
  return number === 0 ? 0 : binary.replaceAll('1', '').length; //: what=zeros
  return Math.max(...binary.split('0').map((run) => run.length)); //: what=run
  return number === 0 ? 0 : binary.length - binary.lastIndexOf('1') - 1; //: what=trailing
}

//: family flags
const NAMES = { read: 4, write: 2, execute: 1 }; //: bits=unix
const NAMES = { read: 1, write: 2, execute: 4 }; //: bits=rising

function flags(mask) {
  return Object.keys(NAMES).filter((name) => mask & NAMES[name]);
}

//: family set_bits
function setBits(number, places) {
  return places.reduce((bits, place) => bits | (1 << place), number); //: how=set
  return places.reduce((bits, place) => bits & ~(1 << place), number); //: how=clear
  return places.reduce((bits, place) => bits ^ (1 << place), number); //: how=flip
}

//: family parse_color
function parseColor(text) {
  const long = text.replace(/^#([0-9A-F])([0-9A-F])([0-9A-F])$/i, '#$1$1$2$2$3$3'); //: form=both
  const match = /^#([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/i.exec(long); //: form=both
  const match = /^#([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/i.exec(text); //: form=long
  const match = /^([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/i.exec(text); //: form=bare
  if (match === null) {
    throw new RangeError(`not a colour: '${text}'`);
  }
  return match.slice(1).map((part) => parseInt(part, 16));
}

//: family mix_colors
function mixColors(first, second) {
  return [16, 8, 0].reduce((mixed, shift) => {
    const a = (first >> shift) & 0xff;
    const b = (second >> shift) & 0xff;
    return (mixed << 8) | ((a + b) >> 1); //: mix=mean
    return (mixed << 8) | Math.max(a, b); //: mix=lighter
    return (mixed << 8) | Math.min(a + b, 0xff); //: mix=add
  }, 0);
}

//: family checksum
function checksum(data) {
  return data.reduce((check, byte) => check ^ byte, 0); //: method=xor
  return data.reduce((check, byte) => (check + byte) & 0xff, 0); //: method=sum
  return data.reduce((check, byte) => (check - byte) & 0xff, 0); //: method=complement
}

//: family to_hex
function toHex(data) {
  const digits = data.map((byte) => byte.toString(16).padStart(2, '0')); //: case=small
  //: case=capital
  const digits = data.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
  //: end
  return digits.join(''); //: joined=together
  return digits.join(':'); //: joined=colon
  return digits.map((pair, i) => (i > 0 && i % 2 === 0 ? ` ${pair}` : pair)).join(''); //: joined=pairs
}

//: family from_hex
function fromHex(text) {
  if (!/^(?:[0-9A-F]{2})*$/i.test(text)) { //: spaces=none
  if (!/^ *(?:[0-9A-F]{2} *)*$/i.test(text)) { //: spaces=any
    throw new RangeError(`not hexadecimal: '${text}'`);
  }
  return Array.from(text.matchAll(/[0-9A-F]{2}/gi), ([pair]) => parseInt(pair, 16));
}

//: family caesar
function caesar(text, shift) {
  const rotate = (letter, first, size) => {
    const start = first.charCodeAt(0);
    const place = (letter.charCodeAt(0) - start + shift) % size;
    return String.fromCharCode(start + ((place + size) % size));
  };
  return text.replace(/[a-z]/g, (letter) => rotate(letter, 'a', 26)); //: letters=small
  //: letters!=small
  return text
    .replace(/[a-z]/g, (letter) => rotate(letter, 'a', 26))
    .replace(/[A-Z]/g, (letter) => rotate(letter, 'A', 26)); //: letters=case
    .replace(/[A-Z]/g, (letter) => rotate(letter, 'A', 26)) //: letters=digits
    .replace(/\d/g, (digit) => rotate(digit, '0', 10)); //: letters=digits
  //: end
}

//: family xor_cipher
function xorCipher(data, key) {
  if (key.length === 0) {
    throw new RangeError('the key is empty');
  }
  return data.map((byte, i) => byte ^ key[i % key.length]); //: rule=repeat
  //: rule=chain
  let before = 0;
  return data.map((byte, i) => {
    before ^= byte ^ key[i % key.length];
    return before;
  });
  //: end
}

//: family encode_runs
function encodeRuns(text) {
  //: single=always
  return text.replace(/(.)\1*/g, (run, letter) => letter + run.length);
  //: single=omit
  return text.replace(/(.)\1+/g, (run, letter) => letter + run.length);
  //: single=shorter
  const encoded = text.replace(/(.)\1*/g, (run, letter) => letter + run.length);
  return encoded.length < text.length ? encoded : text;
  //: end
}

//: family decode_runs
function decodeRuns(text) {
  if (!/^(?:[A-Z]\d+)*$/i.test(text)) { //: missing=required
  if (!/^(?:[A-Z]\d*)*$/i.test(text)) { //: missing=one
    throw new RangeError(`malformed: '${text}'`);
  }
  return text.replace(/([A-Z])(\d+)/gi, (_, letter, count) => letter.repeat(count));
}

//: family to_base
function toBase(number, base) {
  //: negative=never
  if (number < 0) {
    throw new RangeError('number must not be negative');
  }
  //: end
  return number.toString(base); //: digits=small
  return number.toString(base).toUpperCase(); //: digits=capital
}

//: family from_base
function fromBase(text, base) {
  const digits = '0123456789abcdef'.slice(0, base);
  const plain = text.toLowerCase(); //: underscores=no
  const plain = text.toLowerCase().replace(/(?<=[0-9a-f])_(?=[0-9a-f])/g, ''); //: underscores=yes
  if (plain === '' || [...plain].some((digit) => !digits.includes(digit))) {
    throw new RangeError(`not a number: '${text}'`);
  }
  return parseInt(plain, base);
}

//: family gray_code
function grayCode(bits) {
  const codes = Array.from({ length: 1 << bits }, (_, i) => i ^ (i >> 1));
  return codes; //: which=reflected
  return codes.reverse(); //: which=inverse
}

//: family pack
function pack(values) {
  return values.reduce((packed, value, i) => packed | (value << (8 * i)), 0); //: first=little
  return values.reduce((packed, value, i) => packed | (value << (24 - 8 * i)), 0); //: first=big
}
