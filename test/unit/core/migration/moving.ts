/** A file moved to an edition in which IDs are renamed, divided, joined and dropped. */
import { deepEqual, ok } from 'node:assert/strict';
import type { Migration } from '../../../../server/core/migration/migration';
import { migrated } from '../../../../server/core/migration/migration';
import { editionsFor } from '../../../../server/core/migration/oneOfSeveral';
import type { ReadAnswers } from '../../../../server/core/migration/readAnswers';
import { readAnswers } from '../../../../server/core/migration/readAnswers';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { applyEdits } from '../../../../server/core/text/edit';
import { at, indexOf } from '../../support/portfolioFiles';
import { standardOf } from '../../support/standards';

const edition = (
  year: string,
  retired: string,
  groups: Readonly<Record<string, readonly string[]>>,
): string =>
  [
    `title: Meadow\nedition: "${year}"\nlevels: [Criterion, Element]\nratings: [{ id: good, title: Good }]`,
    ...(retired === '' ? [] : [`retired: ${retired}`]),
    'children:',
    ...Object.entries(groups).flatMap(([id, below]) => [
      `  - id: "${id}"\n    title: Part ${id}\n    children:`,
      ...below.map((one) => `      - { id: "${one}", text: Text ${one} }`),
    ]),
    '',
  ].join('\n');

export const old = edition('2020', '', { A: ['A.1', 'A.2', 'A.3', 'A.4'], B: ['B.1'], C: ['C.1'] });
export const next = edition(
  '2027',
  '{ "A": "D", "A.1": "D.1", "A.2": ["D.2", "D.3"], "A.3": [], "A.4": "D.1", "B": ["E", "F"], "B.1": "E.1" }',
  { D: ['D.1', 'D.2', 'D.3'], E: ['E.1'], F: ['F.1'], C: ['C.1'] },
);

interface Move {
  readonly portfolio: Portfolio;
  readonly read: ReadAnswers;
  readonly migration: Migration;
}

/** @param answers typed, and those of a file */
export function migration(
  files: Readonly<Record<string, string>>,
  answers: readonly string[] = [],
  file?: string,
): Move {
  const texts = {
    'old.yaml': old,
    'next.yaml': next,
    'portfolio.yaml': 'standard: old.yaml\n',
    ...files,
  };
  const portfolio = indexOf(texts).portfolioAt(at('portfolio.yaml'));
  const of = portfolio?.standards[0];
  ok(portfolio && of);
  const to = standardOf('next.yaml', texts['next.yaml']);
  const read = readAnswers(portfolio, editionsFor(portfolio, of, { to }), answers, file);
  const goal = {
    of,
    to,
    name: 'next.yaml',
    uri: at('next.yaml'),
    answers: read.answers,
    today: '2027-01-01',
  };
  return { portfolio, read, migration: migrated(portfolio, goal) };
}

/** Undefined: as portfolio.yaml cannot be changed, nothing is. */
type After = string | undefined;

/** The text of a file afterwards, and what was met in it: `A.1 → D.1`, or `A.3 stays`. */
export function move(
  path: string,
  text: string,
  answers: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): readonly [After, readonly string[]] {
  const {
    read,
    migration: { edits, occurrences },
  } = migration({ ...files, [path]: text }, answers);
  deepEqual(read.faults, []);
  if (!edits) return [undefined, []];
  const edit = edits.find((one) => one.uri === at(path));
  const told = occurrences
    .filter(({ uri }) => uri === at(path))
    .map(({ id, to: ids }) => (ids ? `${id} → ${ids.join(', ') || 'nothing'}` : `${id} stays`));
  return [edit?.kind === 'edit' ? applyEdits(text, edit.edits) : text, told];
}
