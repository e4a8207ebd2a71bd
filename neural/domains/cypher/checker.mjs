// Answers each line of JSON on standard input with one of what Neo4j says of a query.
// Run by checker.py: node checker.mjs FOLDER, in whose node_modules the language support is.
import { createInterface } from 'node:readline';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { mentions } from './mentions.mjs';

enableCompileCache(join(process.argv[2], 'cache')); // loads in half the time
const VERSION = 'CYPHER 5';
const base = '@neo4j-cypher/language-support/dist/esm/project/language-support/src';
const load = (name) => import(pathToFileURL(join(process.argv[2], 'node_modules', base, name)));
const { createParsingResult } = await load('cypherLanguageService.js');
const { lintCypherQueryWithParsingResult } = await load('syntaxValidation/syntaxValidation.js');
const { analyzeQuery } = await load('syntaxValidation/semanticAnalysis.js');
const { functions, procedures } = (await load('tests/testData.js')).testData.mockSchema;
flushCompileCache(); // as this process is killed in the end

// What may be slow on a large graph is not wrong.
const SLOW = /^If a part of a query contains multiple disconnected|^Using shortest path with an/;

// What every Neo4j has, without plug-ins. The linter writes these lists out for each query to see
// whether they are the last one's: the constant text saves it the work.
function builtIn(registry, keep) {
  const kept = Object.entries(registry[VERSION]).filter(([name, one]) => keep(name, one));
  const list = Object.fromEntries(kept);
  Object.defineProperty(list, 'toJSON', { value: () => 'built in' });
  return { [VERSION]: list };
}
const schema = {
  defaultLanguage: VERSION,
  functions: builtIn(functions, (name, one) => one.isBuiltIn),
  procedures: builtIn(procedures, (name) => /^(db|dbms|tx)\./.test(name)),
};

// The linter takes an exception in Neo4j's analysis for "no errors". It leaves no symbols then.
function failure(statement, diagnostics, symbols) {
  if (symbols.length || diagnostics.some((one) => one.severity === 1)) return undefined;
  try {
    analyzeQuery(statement.command.statement, statement.cypherVersion ?? VERSION);
  } catch (error) {
    return String(error);
  }
}

function check({ query, parameters }) {
  const parsingResult = createParsingResult(query, { consoleCommandsEnabled: false });
  const { diagnostics, symbolTables } = lintCypherQueryWithParsingResult(
    query,
    { ...schema, parameters: Object.fromEntries(parameters.map((name) => [name, 0])) },
    { parsingResult },
  );
  const wrong = diagnostics.filter(({ message }) => !SLOW.test(message));
  const problems = wrong.map(({ severity, message, range: { start } }) => [
    severity === 1 ? 'error' : 'warning',
    message,
    start.line + 1,
    start.character + 1,
  ]);
  const statements = parsingResult.statementsParsing.filter(({ command }) => command.statement);
  if (!statements.length && !problems.length) problems.push(['error', 'There is no query.', 1, 1]);
  const broken = problems.some(([, message]) => message.startsWith("Invalid input '"));
  const found = [];
  parsingResult.statementsParsing.forEach((statement, i) => {
    if (!statements.includes(statement)) return;
    const symbols = symbolTables[i] ?? [];
    const failed = failure(statement, diagnostics, symbols);
    if (failed) problems.push(['error', `Neo4j's analysis failed: ${failed}`, 1, 1]);
    if (!broken && !statement.syntaxErrors.length) found.push(mentions(statement.ctx, symbols));
  });
  return { problems, mentions: found };
}

// The end of the input ends this process, but not while a query keeps it busy.
const watch = `
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 1000);
`;
new Worker(watch, { eval: true }).unref();

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = check(JSON.parse(line));
  } catch (error) {
    answer = { failure: String(error?.stack ?? error) };
  }
  answer.heap = process.memoryUsage().heapUsed;
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
