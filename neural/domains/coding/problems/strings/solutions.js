// Solutions of spec.py's families; see AUTHORING.md.

//: family slugify
function slugify(title) {
  return title
    .toLowerCase()
    .split(/[^a-z0-9]+/) //: kept=alnum
    .split(/[^a-z]+/) //: kept=letters
    .filter(Boolean)
    .join(SEPARATOR);
}

//: family truncate
function truncate(text, limit) {
  if (text.length <= limit) {
    return text;
  }
  return `${text.slice(0, limit - 3)}...`; //: dots=inside
  return `${text.slice(0, limit)}...`; //: dots=beyond
  //: dots=words
  const space = text.lastIndexOf(' ', limit - 3);
  return `${text.slice(0, space >= 0 ? space : limit - 3)}...`;
  //: end
}

//: family mask
function mask(secret, visible) {
  if (secret.length <= visible) {
    return '*'.repeat(secret.length); //: short=hidden
    return secret; //: short=shown
  }
  const hidden = secret.length - visible; //: side=last
  return secret.slice(hidden).padStart(secret.length, '*'); //: side=last
  return secret.slice(0, visible).padEnd(secret.length, '*'); //: side=first
}

//: family to_camel
function toCamel(name) {
  const parts = name.split('_').filter(Boolean);
  //: style=upper
  return parts.map((part) => part[0].toUpperCase() + part.slice(1)).join('');
  //: style=lower
  return parts
    .map((part, i) => (i === 0 ? part : part[0].toUpperCase() + part.slice(1)))
    .join('');
  //: end
}

//: family to_snake
function toSnake(name) {
  return name.replace(/(?<!^)(?=[A-Z])/g, '_').toLowerCase(); //: acronyms=split
  //: acronyms=joined
  return name
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .toLowerCase();
  //: end
}

//: family common_prefix
function commonPrefix(paths) {
  if (paths.length === 0) {
    return '';
  }
  const [first, ...others] = paths.map((path) => [...path]); //: unit=characters
  const [first, ...others] = paths.map((path) => path.split('/')); //: unit=segments
  const differs = first.findIndex((part, i) => others.some((each) => each[i] !== part));
  const prefix = differs < 0 ? first : first.slice(0, differs);
  return prefix.join(''); //: unit=characters
  return prefix.join('/'); //: unit=segments
}

//: family is_palindrome
function isPalindrome(text) {
  const plain = text; //: respecting=all
  const plain = text.toLowerCase(); //: respecting=case
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, ''); //: respecting=letters
  return plain === [...plain].reverse().join('');
}

//: family title_case
//: small!=all
const MINOR = new Set(['a', 'and', 'of', 'the']);

//: end
function titleCase(text) {
  const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
  return text.split(' ').map(capital).join(' '); //: small=all
  //: small=not_inside
  return text
    .split(' ')
    .map((word, i) => (i > 0 && MINOR.has(word) ? word : capital(word)))
    .join(' ');
  //: small=not_inner
  return text
    .split(' ')
    .map((word, i, { length }) => {
      const inner = i > 0 && i < length - 1;
      return inner && MINOR.has(word) ? word : capital(word);
    })
    .join(' ');
  //: end
}

//: family squeeze
function squeeze(text) {
  return text.trim().replace(/\s+/g, ' '); //: scope=all
  //: scope=lines
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .join('\n');
  //: scope=blank
  const kept = [];
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      kept.push(line);
    } else if (kept.at(-1) !== '') {
      kept.push('');
    }
  }
  return kept.join('\n');
  //: end
}

//: family hashtags
function hashtags(post) {
  const tags = [...post.matchAll(/(?<![^ ])#(\w+)/g)].map(([, tag]) => tag);
  return tags; //: repeated=kept
  return [...new Set(tags)]; //: repeated=exact
  return [...new Set(tags.map((tag) => tag.toLowerCase()))]; //: repeated=folded
}

//: family initials
function initials(name) {
  return name
    .split(' ')
    .filter(Boolean) //: particles=all
    .filter((part) => /^[A-Z]/.test(part)) //: particles=capitals
    .map((part) => `${part[0].toUpperCase()}.`) //: style=dots and particles=all
    .map((part) => part[0].toUpperCase()) //: style=plain and particles=all
    .map((part) => `${part[0]}.`) //: style=dots and particles=capitals
    .map((part) => part[0]) //: style=plain and particles=capitals
    .join('');
}

//: family between
function between(text, start, end) {
  const found = text.indexOf(start);
  if (found < 0) {
    return null;
  }
  const rest = text.slice(found + start.length);
  const closed = rest.indexOf(end); //: which=first
  const closed = rest.lastIndexOf(end); //: which=last
  return closed < 0 ? null : rest.slice(0, closed);
}

//: family unique_lines
function uniqueLines(text) {
  const lines = text.split('\n');
  //: which=first and blank=counted
  return [...new Set(lines)].join('\n');
  //: which=first and blank=kept
  return lines.filter((line, i) => line === '' || lines.indexOf(line) === i).join('\n');
  //: which=last and blank=counted
  return lines.filter((line, i) => lines.lastIndexOf(line) === i).join('\n');
  //: which=last and blank=kept
  return lines
    .filter((line, i) => line === '' || lines.lastIndexOf(line) === i)
    .join('\n');
  //: end
}

//: family unique_name
function uniqueName(name, taken) {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) { //: pattern=dash
  for (let number = 1; taken.has(free); number += 1) { //: pattern=brackets
    free = `${name}-${number}`; //: pattern=dash
    free = `${name} (${number})`; //: pattern=brackets
  }
  return free;
}

//: family shared_letters
function sharedLetters(left, right) {
  //: count=once
  const shared = [...new Set(left)].filter((letter) => right.includes(letter));
  return shared.sort().join('');
  //: count=often
  const rest = [...right];
  const shared = [...left].filter((letter) => {
    const place = rest.indexOf(letter);
    return place >= 0 && rest.splice(place, 1);
  });
  return shared.sort().join('');
  //: end
}

//: family natural_key_order
function naturalKeyOrder(names) {
  const parts = (name) => {
    const [, letters, digits] = /^(\D*)(\d+)$/.exec(name);
    return [letters, Number(digits)];
  };
  return names.toSorted((a, b) => {
    const [left, m] = parts(a);
    const [right, n] = parts(b);
    if (left !== right) {
      return left < right ? -1 : 1;
    }
    return m - n; //: direction=up
    return n - m; //: direction=down
  });
}

//: family longest_word
function longestWord(sentence) {
  return sentence.split(' ').reduce((longest, word) => {
    return word.length > longest.length ? word : longest; //: tie=first
    return word.length >= longest.length ? word : longest; //: tie=last
    //: tie=alphabetical
    const better =
      word.length > longest.length ||
      (word.length === longest.length && word < longest);
    return better ? word : longest;
    //: end
  }, '');
}

//: family replace_words
function replaceWords(text, replacements) {
  return text
    .split(' ')
    .map((word) => replacements.get(word) ?? word) //: case=exact
    .map((word) => replacements.get(word.toLowerCase()) ?? word) //: case=ignored
    .join(' ');
}
