import { equal } from 'node:assert/strict';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { movedList } from '../../../../server/core/migration/idLists';
import { applyEdits } from '../../../../server/core/text/edit';

const moves: Readonly<Record<string, readonly string[]>> = {
  '1.1': ['2.1'],
  '1.2': ['1.3', '2.2'],
  '1.4': ['2.1'],
  // Two that change places.
  '3.1': ['3.2'],
  '3.2': ['3.1'],
  'ISO:1.1': ['ISO:2.1'],
  'ISO:1.4': ['ISO:2.1'],
};

const moved = (block: string): string | undefined => {
  const text = `---\n${block}\n---\n`;
  const value = parseEvidence('file:///a.md', text)?.entries[0]?.value;
  const edits = value && movedList(text, value, (id) => moves[id]).edits;
  return edits && applyEdits(text, edits).slice(4, -5);
};

describe('Lists of IDs, moved', () => {
  for (const [before, after] of [
    ['elements: 1.2 # split', 'elements: ["1.3", "2.2"] # split'],
    ['elements:', 'elements:'],
    ['elements: { 1.1: x }', 'elements: { 1.1: x }'],
    ['elements: 9.9, 1.2, 3.1', 'elements: 9.9, 1.3, 2.2, 3.2'],
    ['elements: 1.1, 2.1, 9.9', 'elements: 2.1, 9.9'],
    ['elements: 9.9, 2.1, 1.1', 'elements: 9.9, 2.1'],
    ['elements: 1.1, 1.4, 2.1', 'elements: 2.1'],
    ['elements: 1.1, 9.9, 1.4', 'elements: 2.1, 9.9'],
    ['elements: { ISO: [1.1, 1.4] }', 'elements: { ISO: ["2.1"] }'],
    // What stands beside the mark of a block could be lost with it.
    ['elements:\n  - 1.1\n  - >- # why\n    1.4', undefined],
    ['elements:\n  ISO:\n    - 1.1\n    - >- # why\n      1.4\n  OWN: 9.9', undefined],
    ['elements:\n  - 1.1\n  - 1.4 # the same\n  - 9.9', 'elements:\n  - "2.1"\n  # the same\n  - 9.9'],
    ['elements: 1.1', 'elements: "2.1"'],
    ['elements: [1.1, 9.9.9] # ours', 'elements: ["2.1", 9.9.9] # ours'],
    ['elements: [1.2]', 'elements: ["1.3", "2.2"]'],
    ['elements: [3.1, 3.2]', 'elements: ["3.2", "3.1"]'],
    ['elements: [1.1, 1.4]', 'elements: ["2.1"]'],
    ['elements:\n  - 1.2 # split\n  - 9.9.9', 'elements:\n  - "1.3" # split\n  - "2.2"\n  - 9.9.9'],
    ["elements:\n- '1.2'", "elements:\n- '1.3'\n- '2.2'"],
    ['elements:\n- |2\n  1.2\n- 9.9.9', 'elements:\n- "1.3"\n- "2.2"\n- 9.9.9'],
    ['elements:\n  - >-\n    1.2\n  - 9.9.9', 'elements:\n  - "1.3"\n  - "2.2"\n  - 9.9.9'],
    ['elements:\n  - 1.1\n  # why\n  - 1.4', 'elements:\n  - "2.1"\n  # why'],
  ] as const)
    it(JSON.stringify(before), () => equal(moved(before), after));
});
