// @ts-check
// How a step speaks to the runner of GitHub Actions: its files, and commands on standard output.
import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';

/**
 * A variable of the environment; empty where it is not set.
 *
 * @param {string} name
 */
export const variable = (name) => process.env[name] ?? '';

/**
 * Sets outputs of this step.
 *
 * @param {Readonly<Record<string, string | number | boolean>>} values
 */
export function setOutputs(values) {
  for (const [name, value] of Object.entries(values)) {
    // Nobody can guess the line that ends a value.
    const end = `end-${randomUUID()}`;
    appendFileSync(variable('GITHUB_OUTPUT'), `${name}<<${end}\n${value}\n${end}\n`);
  }
}

/**
 * Adds to the job summary.
 *
 * @param {string} markdown
 */
export function summarise(markdown) {
  const file = variable('GITHUB_STEP_SUMMARY');
  if (file !== '') appendFileSync(file, `${markdown}\n`);
}

/**
 * A message in the log and beside it. What somebody typed may stand in it: it neither acts nor ends the message.
 *
 * @param {'notice' | 'warning' | 'error'} kind
 * @param {string} text
 */
export function announce(kind, text) {
  const seen = text.replace(unseen, '\uFFFD').replace(/##(?=\[)/g, '#\\u0023');
  const data = seen.replaceAll('%', '%25').replaceAll('\n', '%0A');
  console.log(`::${kind} title=Evidence Portfolio::${data}`);
}

/** Control characters but the end of a line, and marks that change the direction of text. */
const unseen = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * A message, and the end of this step and of the job.
 *
 * @param {string} text
 * @returns {never}
 */
export function fail(text) {
  announce('error', text);
  process.exit(1);
}

/**
 * What happened, as GitHub tells it; only what we ask for.
 *
 * @typedef {object} Event
 * @property {{ number?: number, base?: { sha?: string }, head?: { sha?: string, repo?: { full_name?: string } | null } }} [pull_request]
 * @property {{ base_sha?: string }} [merge_group]
 * @property {string} [before] Of a push.
 */

/** @returns {Event} Empty where nothing is told. */
export function readEvent() {
  try {
    return JSON.parse(readFileSync(variable('GITHUB_EVENT_PATH'), 'utf8'));
  } catch {
    return {};
  }
}
