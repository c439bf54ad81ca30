// @ts-check
// Runs an area's tests for one change after the other, in a copy that copyWithMutants has made, and writes down what came
// of each. Run with tsx in that copy. Arguments: the file to write to (what it has already is not tried again), and which
// of how many processes this is. Each change is told to the parent when it begins.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Mocha from 'mocha';

const [known = '', lane, lanes] = process.argv.slice(2);
const { mutants, tests: files } = JSON.parse(readFileSync('mutants.json', 'utf8'));

/**
 * What Stryker's switches ask: which change is on, and how often its place may be gone through.
 *
 * @type {{ activeMutant?: string, currentTestId?: string, hitCount?: number, hitLimit?: number, mutantCoverage: { static: Record<string, number>, perTest: Record<string, Record<string, number>> } }}
 */
const switches = Reflect.get(globalThis, '__stryker__') ?? {};
Reflect.set(globalThis, '__stryker__', switches);
switches.mutantCoverage ??= { static: {}, perTest: {} };

/**
 * @typedef {object} Test
 * @property {string} id
 * @property {string} name
 * @property {() => unknown} run
 * @property {readonly any[]} suites From the outermost one.
 * @property {number} milliseconds Of the processor, without a change.
 * @property {Readonly<Record<string, number>>} passes Id of a change → how often its place is gone through.
 * @property {Map<string, number>} noticed File → how many changes of it this test has noticed.
 */

/** What a test or a hook has for `this`. */
const context = { timeout: () => context, slow: () => context, retries: () => context };
/** Suites whose hooks have been run for the change that is being tried. @type {any[]} */
let entered = [];

const tests = await untouched();
const order = (/** @type {string} */ file) => (/** @type {Test} */ a, /** @type {Test} */ b) =>
  (b.noticed.get(file) ?? 0) - (a.noticed.get(file) ?? 0) || a.milliseconds - b.milliseconds;

const statuses = existsSync(known) ? JSON.parse(readFileSync(known, 'utf8')) : {};
const own = mutants.filter(
  (/** @type {unknown} */ _, /** @type {number} */ at) => at % Number(lanes) === Number(lane),
);
for (const [at, { id, fileName }] of own.entries()) {
  if (statuses[id] !== undefined) continue;
  process.send?.(id);
  statuses[id] = await statusOf(id, fileName);
  if (at % 10 === 0) writeFileSync(known, JSON.stringify(statuses));
  if (at % 100 === 0) console.log(`${fileName}: ${at} of ${own.length} tried`);
}
writeFileSync(known, JSON.stringify(statuses));
process.exit(0);

/**
 * The tests, run once without a change. One that fails here is told, and asked nothing.
 *
 * @returns {Promise<readonly Test[]>}
 */
async function untouched() {
  const mocha = new Mocha({ ui: 'bdd', timeout: 0 });
  for (const file of ['test/unit/support/seed.ts', ...files]) mocha.addFile(resolve(file));
  await mocha.loadFilesAsync();
  /** @type {Test[]} */
  const passing = [];
  for (const test of testsIn(mocha.suite, [])) {
    switches.currentTestId = test.id;
    const before = process.cpuUsage();
    const isPassed = await passes(test);
    const { user, system } = process.cpuUsage(before);
    if (!isPassed) console.log(`Fails without any change: ${test.name}`);
    else
      passing.push({
        ...test,
        milliseconds: (user + system) / 1000,
        passes: switches.mutantCoverage.perTest[test.id] ?? {},
      });
  }
  delete switches.currentTestId;
  await leave();
  return passing;
}

/**
 * @param {any} suite Of mocha.
 * @param {readonly any[]} above
 * @returns {Generator<Test>}
 */
function* testsIn(suite, above) {
  const suites = [...above, suite];
  for (const { fn, pending, title } of suite.tests) {
    const name = [...suites.map((one) => one.title), title].filter(Boolean).join(' ');
    if (fn === undefined || pending) continue;
    const id = `${suite.file ?? ''} ${name}`;
    yield { id, name, run: fn, suites, milliseconds: 0, passes: {}, noticed: new Map() };
  }
  for (const inner of suite.suites) yield* testsIn(inner, suites);
}

/**
 * @param {string} id
 * @param {string} file
 * @returns {Promise<import('../mutation.mjs').Status>}
 */
async function statusOf(id, file) {
  const going = tests.filter(({ passes: places }) => places[id] !== undefined).sort(order(file));
  // What is worked out once, while a file is loaded, would cost a process for each change.
  if (going.length === 0) return switches.mutantCoverage.static[id] === undefined ? 'NoCoverage' : 'Ignored';
  switches.activeMutant = id;
  const noticing = await firstThatFails(going, id);
  delete switches.activeMutant;
  delete switches.hitCount;
  await leave();
  noticing?.noticed.set(file, (noticing.noticed.get(file) ?? 0) + 1);
  return noticing === undefined ? 'Survived' : 'Killed';
}

/** @type {(going: readonly Test[], id: string) => Promise<Test | undefined>} */
async function firstThatFails(going, id) {
  for (const test of going) {
    switches.hitCount = 0;
    switches.hitLimit = (test.passes[id] ?? 1) * 100; // As Stryker does: what never ends is known by it, on a busy computer too.
    if (!(await passes(test))) return test;
  }
  return undefined;
}

/** @type {(test: Test) => Promise<boolean>} */
async function passes({ run, suites }) {
  const isPassed = await succeeds(async () => {
    for (const suite of suites) {
      if (entered.includes(suite)) continue;
      entered.push(suite);
      await hooks(suite._beforeAll);
    }
    for (const suite of suites) await hooks(suite._beforeEach);
    await run.call(context);
  });
  // After a test that fails, too: the next one begins as it would in mocha.
  const isTidied = await succeeds(async () => {
    for (const suite of suites.toReversed()) await hooks(suite._afterEach);
  });
  return isPassed && isTidied;
}

/** @type {(act: () => Promise<void>) => Promise<boolean>} */
async function succeeds(act) {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}

async function leave() {
  for (const suite of entered.reverse()) await succeeds(() => hooks(suite._afterAll));
  entered = [];
}

/** @param {readonly any[]} all */
async function hooks(all) {
  for (const { fn } of all) await fn.call(context);
}
