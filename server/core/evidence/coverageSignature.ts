import { mayHaveTask } from '../markdown/mayHave';
import { details } from '../frontMatter/fields';
import type { EvidenceFile } from './evidence';
import { titleOf } from './titleAndStanding';
import type { Field } from '../yaml/fields';
import { valueOf } from '../yaml/fields';

/** What the first heading stands in for is asked with it. */
const counted = details.filter(
  ({ countsForCoverage, without }) => countsForCoverage && without !== 'heading',
);

/** What coverage, its views and the rules on portfolio.yaml ask of a file, as text: where it stays the same, nobody needs to look again. */
export const coverageSignature = (evidence: EvidenceFile): string =>
  JSON.stringify([
    evidence.elements.map(({ id }) => id),
    counted.map(({ field }) => said(evidence[field])),
    titleOf(evidence),
    mayHaveTask(evidence.text, evidence.bodyStart)
      ? evidence.body().tasks.map(({ text, isDone }) => [text, isDone])
      : [],
  ]);

/** Its value; whether there is one that cannot be right. */
const said = (field: Field<unknown>): unknown => valueOf(field) ?? field.kind === 'invalid';
