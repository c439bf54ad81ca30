// @ts-check
// Runs check and diff, writes the job summary. Outputs: those of the action, and status, the exit status of check.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fitted } from '../forge/body.mjs';
import { changesIn, countsOf, verdictIn } from '../forge/results.mjs';
import { announce, fail, setOutputs, summarise, variable } from './runner.mjs';

/** GitHub takes this many bytes from each step. */
const maximumSummary = 1024 * 1024;

const command = variable('EVIDENCE_COMMAND');
const base = variable('EVIDENCE_BASE');
const given = variable('EVIDENCE_FOLDER') || '.';
// A word that can be nothing but a folder.
const folder = isAbsolute(given) ? given : `./${given}`;
const place = mkdtempSync(join(variable('RUNNER_TEMP') || tmpdir(), 'evidence-portfolio-'));
/** @param {string} name */
const at = (name) => join(place, name);

const status = check();
const diff = base === '' ? undefined : compare();
const markdown = readFileSync(at('check.md'), 'utf8');
// Where there is no portfolio, both say just that.
const summary = diff === undefined || diff.markdown === markdown ? markdown : `${diff.markdown}\n${markdown}`;
const note =
  'The rest is longer than a job summary may be. All findings are in the files that this step wrote.';
// A little is left for what the next step has to say.
summarise(fitted(summary, maximumSummary - 4096, note, (text) => Buffer.byteLength(text)));
setOutputs({
  status,
  ...countsOf(readData(at('check.json'))),
  sarif: at('evidence-portfolio.sarif'),
  json: at('check.json'),
  verdict: diff === undefined ? '' : verdictIn(diff.markdown),
  ...changesIn(diff?.data),
  diff: diff === undefined ? '' : at('diff.md'),
  'diff-json': diff === undefined ? '' : at('diff.json'),
});

/** @returns {number} 0 or 1 */
function check() {
  const ended = run('check', [
    '--format=github',
    `--output=sarif=${at('evidence-portfolio.sarif')}`,
    `--output=json=${at('check.json')}`,
    `--output=markdown=${at('check.md')}`,
    ...(base === '' ? [] : [`--since=${base}`]),
  ]);
  if (ended === 0 || ended === 1) return ended;
  return fail('The check could not run; what is said above tells why.');
}

function compare() {
  const outputs = [`--output=markdown=${at('diff.md')}`, `--output=json=${at('diff.json')}`];
  const ended = run('diff', [...outputs, '--format=json'], [base]);
  if ((ended !== 0 && ended !== 1) || !existsSync(at('diff.md'))) {
    announce('warning', 'The comparison could not run; what is said above tells why.');
    return undefined;
  }
  return { markdown: readFileSync(at('diff.md'), 'utf8'), data: readData(at('diff.json')) };
}

/**
 * Runs a command of the command line. Findings become annotations; what diff prints goes into files only.
 *
 * @param {'check' | 'diff'} name
 * @param {readonly string[]} options
 * @param {readonly string[]} words
 */
function run(name, options, words = []) {
  const today = variable('EVIDENCE_TODAY').trim();
  const args = [
    name,
    ...options,
    `--fail-on=${variable('EVIDENCE_FAIL_ON').trim() || 'error'}`,
    ...(today === '' ? [] : [`--today=${today}`]),
    '--',
    ...words,
    folder,
  ];
  const { status: ended, error } = spawnSync(process.execPath, [command, ...args], {
    stdio: ['ignore', name === 'check' ? 'inherit' : 'ignore', 'inherit'],
    // The summary of the check stands below that of the comparison; it is written above.
    env: { ...process.env, GITHUB_STEP_SUMMARY: '' },
  });
  if (error) announce('error', `${name} did not start: ${error.message}`);
  return ended;
}

/** @param {string} file */
function readData(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
