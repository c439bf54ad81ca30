/** Standards for tests: the built-in one, read from the disk, and small ones of other shapes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Standard } from '../../../server/core/standard/standard';
import { parseStandard } from '../../../server/core/standard/standardFile';

/** Reads a standard that has no faults. */
export function standardOf(id: string, text: string): Standard {
  const { standard, problems } = parseStandard(id, text);
  assert.deepEqual(problems, []);
  return standard;
}

export const customerServiceExcellence = standardOf(
  'customer-service-excellence',
  readFileSync('schemas/standards/customer-service-excellence.yaml', 'utf8'),
);

/** Two criteria and three elements: for tests that name every element. */
export const smallText = `title: Small Standard
levels: [Criterion, Element]
ratings: [{ id: good, title: Good }, { id: fair, title: Fair }, { id: poor, title: Poor }]
award: { rating: fair, percent: 50 }
retired: { "9.9": "1.2" }
children:
  - id: "1"
    title: Welcome
    children:
      - { id: "1.1", text: People are greeted }
      - { id: "1.2", text: The opening hours are known }
  - id: "2"
    title: Answers
    children:
      - { id: "2.1", text: Questions are answered }
`;

export const small = standardOf('small', smallText);
