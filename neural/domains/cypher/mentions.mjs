// What a query says of its graph: labels, types, properties of which variable, steps of patterns.
// Read off Neo4j's parse tree, with the variables that its semantic analysis found.

// Functions that hand on one of the values they are given.
const PASSING = new Set(['collect', 'head', 'last', 'reverse', 'tail']);

const CHAIN = new Set(['NodePattern', 'RelationshipPattern', 'Quantifier']);

const rule = (tree) => tree?.constructor.name.replace(/Context$/, '');
const all = (found) => [found ?? []].flat();

function plain(tree) {
  const text = tree.getText();
  return text.startsWith('`') ? text.slice(1, -1).replaceAll('``', '`') : text;
}

const place = (tree) => [tree.start.line, tree.start.column + 1];

// The labels of which a variable has at least one; null where it may have any.
function positive(tree) {
  if ('value' in tree) return [tree.value];
  const parts = tree.children.map(positive);
  if (tree.condition === 'and') {
    const known = parts.filter((part) => part);
    return known.length ? known.flat() : null;
  }
  return tree.condition === 'or' && !parts.includes(null) ? parts.flat() : null;
}

// What each rule of the grammar tells.
const TELLS = {
  NodePattern: (found, tree) => found.pattern(tree, 'node'),
  RelationshipPattern: (found, tree) => found.pattern(tree, 'relationship'),
  PatternElement: (found, tree) => found.chain(tree),
  PathPatternNonEmpty: (found, tree) => found.chain(tree),
  // Expressions
  Expression2: (found, tree) => found.access(tree),
  MapProjection: (found, tree) => found.projection(tree),
  LabelComparison: (found, tree) => found.comparison(tree),
  // Writes
  SetProps: (found, tree) => found.assignment(tree),
  AddProp: (found, tree) => found.assignment(tree),
  LabelType: (found, tree) => found.label(tree.symbolicNameString(), 'label'),
  RelType: (found, tree) => found.label(tree.symbolicNameString(), 'type'),
  // Values under another name
  ReturnItem: (found, tree) => found.alias(tree.variable(), tree.expression()),
  UnwindClause: (found, tree) => found.alias(tree.variable(), tree.expression()),
  ListComprehension: (found, tree) => found.alias(tree.variable(), tree.expression(0)),
  ListItemsPredicate: (found, tree) => found.alias(tree.variable(), tree.expression(0)),
  ForeachClause: (found, tree) => found.alias(tree.variable(), tree.expression()),
  ReduceExpression: (found, tree) => found.alias(tree.variable(1), tree.expression(1)),
  // Indexes and constraints
  CommandNodePattern: (found, tree) =>
    found.command(tree, 'node', [tree.labelType().symbolicNameString()]),
  CommandRelPattern: (found, tree) =>
    found.command(tree, 'relationship', [tree.relType().symbolicNameString()]),
  MultiLabelNodePattern: (found, tree) =>
    found.command(tree, 'node', all(tree.symbolicNameString()), 'label'),
  MultiRelTypeRelPattern: (found, tree) =>
    found.command(tree, 'relationship', all(tree.symbolicNameString()), 'type'),
  PropertyList: (found, tree) => found.indexed(tree),
  EnclosedPropertyList: (found, tree) => found.indexed(tree),
};

class Mentions {
  constructor(symbols) {
    const ofGraph = (type) => /^(List<)*(Node|Relationship)>*$/.test(type);
    this.symbols = symbols.filter(({ types }) => types.length && types.every(ofGraph));
    this.found = { elements: [], labels: [], properties: [], steps: [] };
    this.numbers = new Map(); // of elements, by symbol or pattern
    this.aliases = new Map(); // from a symbol to the one that its values come from
    this.local = new Map(); // elements by name, of indexes and constraints
  }

  visit(tree) {
    TELLS[rule(tree)]?.(this, tree);
    for (const child of tree.children ?? []) this.visit(child);
  }

  // Variables

  symbol(variable) {
    const at = variable.start.start;
    const name = plain(variable);
    return (
      this.symbols.find(({ references }) => references.includes(at)) ??
      this.symbols.findLast((one) => one.variable === name && one.definitionPosition <= at)
    );
  }

  // The symbol whose values an expression gives, or some of them.
  origin(tree) {
    switch (rule(tree)) {
      case 'Variable':
        return this.symbol(tree);
      case 'FunctionInvocation':
        if (!PASSING.has(tree.functionName().getText().toLowerCase())) return undefined;
        return this.origin(tree.functionArgument(0));
      case 'ListComprehension':
        return tree.BAR() ? undefined : this.origin(tree.expression(0));
      case 'ListLiteral':
        return tree.expression(1) ? undefined : this.origin(tree.expression(0));
      case 'ParenthesizedExpression':
        return this.origin(tree.expression());
      case 'Expression2':
        if (all(tree.postFix()).some((one) => rule(one) === 'PropertyPostfix')) return undefined;
        return this.origin(tree.expression1());
    }
    return tree?.children?.length === 1 ? this.origin(tree.children[0]) : undefined;
  }

  alias(variable, expression) {
    const [from, to] = [variable && this.symbol(variable), this.origin(expression)];
    if (from && to && from !== to) this.aliases.set(from, to);
  }

  kind(symbol) {
    return symbol.types[0].includes('Node') ? 'node' : 'relationship';
  }

  // The number of a symbol's element, or of the one that its values come from.
  of(symbol) {
    let last = symbol;
    for (const seen = new Set(); this.aliases.has(last) && !seen.has(last); ) {
      seen.add(last);
      last = this.aliases.get(last);
    }
    return this.element(last, this.kind(last), positive(last.labels));
  }

  variable(tree) {
    const symbol = this.symbol(tree);
    return symbol ? this.of(symbol) : this.local.get(plain(tree));
  }

  // Mentions

  element(key, kind, labels) {
    if (!this.numbers.has(key)) {
      this.numbers.set(key, this.found.elements.length);
      this.found.elements.push([kind, labels]);
    }
    return this.numbers.get(key);
  }

  label(name, kind) {
    this.found.labels.push([plain(name), kind, ...place(name)]);
  }

  property(element, key) {
    if (element !== undefined) this.found.properties.push([element, plain(key), ...place(key)]);
  }

  keys(element, map) {
    all(map?.propertyKeyName()).forEach((key) => this.property(element, key));
  }

  pattern(tree, kind) {
    if (this.numbers.has(tree)) return this.numbers.get(tree);
    const names = namesIn(tree.labelExpression());
    const exact = names.length && !/[!%$]/.test(tree.labelExpression().getText());
    const labels = exact ? names.map(plain) : null;
    const symbol = tree.variable() && this.symbol(tree.variable());
    const number = symbol ? this.of(symbol) : this.element(tree, kind, labels);
    this.numbers.set(tree, number);
    // Neo4j tells no labels of what is created.
    if (holds(tree)) this.found.elements[number][1] ??= labels;
    names.forEach((name) => this.label(name, kind === 'node' ? 'label' : 'type'));
    this.keys(number, tree.properties()?.map());
    return number;
  }

  chain(tree) {
    const parts = tree.children.filter((one) => CHAIN.has(rule(one)));
    parts.forEach((relationship, i) => {
      if (rule(relationship) !== 'RelationshipPattern') return;
      const quantifier = rule(parts[i + 1]) === 'Quantifier' && parts[i + 1].getText();
      const [left, right] = [parts[i - 1], parts[quantifier ? i + 2 : i + 1]];
      if (rule(left) !== 'NodePattern' || rule(right) !== 'NodePattern') return;
      const [back, forth] = [relationship.leftArrow(), relationship.rightArrow()];
      this.found.steps.push([
        this.pattern(left, 'node'),
        this.pattern(relationship, 'relationship'),
        this.pattern(right, 'node'),
        back && !forth ? '<' : forth && !back ? '>' : '-',
        ...(quantifier ? span(quantifier, 0) : span(relationship.pathLength()?.getText(), 1)),
        holds(tree),
        ...place(relationship),
      ]);
    });
  }

  access(tree) {
    const first = all(tree.postFix()).find((one) => rule(one) === 'PropertyPostfix');
    const symbol = first && this.origin(tree.expression1());
    if (symbol) this.property(this.of(symbol), first.property().propertyKeyName());
  }

  projection(tree) {
    const properties = all(tree.mapProjectionElement()).map((one) => one.property());
    const element = this.variable(tree.variable());
    properties.forEach((one) => one && this.property(element, one.propertyKeyName()));
  }

  comparison(tree) {
    const symbol = this.origin(tree.parent.expression6?.());
    const kind = { node: 'label', relationship: 'type' }[symbol && this.kind(symbol)] ?? 'either';
    namesIn(tree).forEach((name) => this.label(name, kind));
  }

  assignment(tree) {
    this.keys(this.variable(tree.variable()), only(tree.expression(), 'Map'));
  }

  command(tree, kind, names, mention) {
    if (mention) names.forEach((name) => this.label(name, mention));
    this.local.set(plain(tree.variable()), this.element(tree, kind, names.map(plain)));
  }

  indexed(tree) {
    const keys = all(tree.property()).map((one) => one.propertyKeyName());
    all(tree.variable()).forEach((one, i) => this.property(this.variable(one), keys[i]));
  }
}

function namesIn(tree) {
  if (!tree) return [];
  return rule(tree) === 'LabelName' ? [tree] : (tree.children ?? []).flatMap(namesIn);
}

// Whether a pattern is one that every row fulfils: no condition, nothing optional.
function holds(tree) {
  for (let one = tree; one; one = one.parent) {
    if (/^(Expression|SubqueryClause)$/.test(rule(one))) return false;
    if (rule(one) === 'MatchClause' && one.OPTIONAL()) return false;
  }
  return true;
}

// What a tree consists of, if that is of one kind alone.
function only(tree, kind) {
  if (rule(tree) === kind) return tree;
  return tree?.children?.length === 1 ? only(tree.children[0], kind) : undefined;
}

// Least and most steps of `*1..3`, `*`, `{2,}` or `+`; null for no limit.
function span(text, least) {
  if (!text || text === '+') return [1, text ? null : 1];
  const [from, to] = text.replace(/[*{}]/g, '').split(/\.\.|,/);
  const first = from ? Number(from) : least;
  return [first, to ? Number(to) : from && to === undefined ? first : null];
}

export function mentions(tree, symbols) {
  const reader = new Mentions(symbols);
  reader.visit(tree);
  return reader.found;
}
