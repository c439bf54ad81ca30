/** Plans in and out of files, in memory. */
import { equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseActionPlan } from '../../../server/core/plan/parse';
import type { PlanMerge } from '../../../server/core/plan/exchange/mergePlan';
import type { ActionPlan } from '../../../server/core/plan/model';
import type { ExportFormat } from '../../../server/core/plan/exchange/exportFormats';
import { exportPlan, importPlan } from '../../../server/exchange/planExchange';
import { customerServiceExcellence } from '../support/standards';

export const standard = customerServiceExcellence;

/** A plan as people have it: test/fixtures/README.md says where it is from. */
export const realPlan = readFileSync('test/fixtures/action-plan.txt', 'utf8');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export function planOf(text: string): ActionPlan {
  const plan = parseActionPlan('file:///portfolio/action-plan.md', text);
  if (!plan) throw new Error('no plan');
  return plan;
}

/** What an import makes of a plan; `here` is its text, undefined where there is none. */
export function imported(
  here: string | undefined,
  name: string,
  content: string | Uint8Array,
  of = standard,
): PlanMerge {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const outcome = importPlan(of, here === undefined ? undefined : planOf(here), name, bytes);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
}

/** Checks that a file is not imported, and what people are told. */
export function refuses(name: string, content: string | Uint8Array, message: string): void {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const outcome = importPlan(standard, undefined, name, bytes);
  equal(outcome.kind === 'failed' ? outcome.message : 'imported', message);
}

export function exported(text: string, format: ExportFormat): Uint8Array {
  const outcome = exportPlan(standard, planOf(text), format);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
}

/** The rows of a plan's tables, cell by cell; what is empty at the end of a row is left out. */
export const rowsOf = (text: string): readonly (readonly string[])[] =>
  planOf(text).tables.flatMap(({ rows }) =>
    rows.map(({ cells }) => {
      const texts = cells.map((cell) => cell.text);
      return texts.slice(0, texts.findLastIndex((cell) => cell !== '') + 1);
    }),
  );

/** Makes the text of a plan of lines of a table without its outer bars. */
export const planText = (...lines: readonly string[]): string => {
  const [header = '', ...rows] = lines;
  const rule = header
    .split('|')
    .map(() => '---')
    .join('|');
  return ['# Action plan', '', ...[header, rule, ...rows].map((line) => `|${line}|`), ''].join('\n');
};
