import { mayHaveTask } from '../markdown/body';
import type { EvidenceFile } from './evidence';
import { titleOf } from './evidence';
import { valueOf } from '../yaml/fields';

/** What coverage, its views and the rules on portfolio.yaml ask of a file, as text: where it stays the same, nobody needs to look again. */
export const coverageSignature = (evidence: EvidenceFile): string =>
  JSON.stringify([
    evidence.elements.map(({ id }) => id),
    evidence.status.kind,
    valueOf(evidence.status),
    valueOf(evidence.date),
    valueOf(evidence.reviewBy),
    valueOf(evidence.owner),
    titleOf(evidence),
    mayHaveTask(evidence.text, evidence.bodyStart)
      ? evidence.body().tasks.map(({ text, isDone }) => [text, isDone])
      : [],
  ]);
