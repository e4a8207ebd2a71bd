// Solutions of spec.py's families; see AUTHORING.md.

//: family shell_words
function shellWords(line) {
  const words = [];
  let word = null; // null between words
  let quote = null;
  //: escape=none
  for (const letter of line) {
  //: escape=double
  for (let i = 0; i < line.length; i += 1) {
    const letter = line[i];
    if (letter === '\\' && quote !== "'") {
      i += 1;
      word = i < line.length ? (word ?? '') + line[i] : word;
      continue;
    }
  //: end
    if (letter === quote) {
      quote = null;
    } else if (quote !== null) {
      word += letter;
    } else if (letter === "'" || letter === '"') {
      quote = letter;
      word ??= '';
    } else if (letter !== ' ') {
      word = (word ?? '') + letter;
    } else if (word !== null) {
      words.push(word);
      word = null;
    }
  }
  if (quote !== null) {
    throw new RangeError('unclosed quote');
  }
  return word === null ? words : [...words, word];
}

//: family strip_block_comments
function stripBlockComments(source) {
  //: nested=flat
  return source.replaceAll(/\(\*(?:[^]*?(\*\)))?/g, (comment, end) => {
    if (end === undefined) {
      throw new RangeError('unclosed comment');
    }
    //: nested=flat and space=gone
    return '';
    //: nested=flat and space=blank
    return ' ';
    //: nested=flat
  });
  //: nested=nested
  let kept = '';
  let depth = 0;
  for (let i = 0; i < source.length; i += 1) {
    if (source.startsWith('(*', i)) {
      depth += 1;
      i += 1;
    } else if (depth > 0 && source.startsWith('*)', i)) {
      depth -= 1;
      i += 1;
      kept += depth === 0 ? ' ' : ''; //: nested=nested and space=blank
    } else if (depth === 0) {
      kept += source[i];
    }
  }
  if (depth > 0) {
    throw new RangeError('unclosed comment');
  }
  return kept;
  //: end
}

//: family unescape
const SIMPLE = { n: '\n', t: '\t', '\\': '\\' };

function unescape(text) {
  return text.replace(/\\(?:x([0-9a-f]{2})|([nt\\]))?/gi, (escape, code, simple) => {
    if (code) {
      return String.fromCharCode(parseInt(code, 16));
    }
    if (SIMPLE[simple]) {
      return SIMPLE[simple];
    }
    throw new RangeError('bad escape'); //: unknown=error
    return escape; //: unknown=kept
    return escape.slice(1); //: unknown=dropped
  });
}

//: family number_kind
function numberKind(text) {
  if (/^[+-]?\d+$/.test(text)) {
    return 'integer';
  }
  const decimal = /^[+-]?\d+\.\d+$/; //: point=inner
  const decimal = /^[+-]?(?:\d+\.\d*|\.\d+)$/; //: point=outer
  const decimal = /^[+-]?\d+\.\d*$/; //: point=front
  return decimal.test(text) ? 'decimal' : 'other';
}
