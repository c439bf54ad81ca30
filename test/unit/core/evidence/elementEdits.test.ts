import { deepEqual, equal } from 'node:assert/strict';
import {
  addElement,
  asBlockList,
  moveElement,
  removeElement,
  removeReferencesAt,
  replaceReferenceAt,
  sortElements,
  splitElements,
} from '../../../../server/core/evidence/elementEdits';
import { startEvidence } from '../../../../server/core/evidence/startEvidence';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import type { Edit } from '../../../../server/core/text/edit';
import { applyEdits } from '../../../../server/core/text/edit';
import { marked } from '../../support/marked';
import { customerServiceExcellence } from '../../support/standards';

type Editing = (evidence: EvidenceFile) => readonly Edit[] | undefined;

/** Checks lines of front matter before and after an edit, with each kind of line end; null: no edit. */
function checkEdit(edit: Editing, before: readonly string[], after: readonly string[] | null): void {
  for (const end of ['\n', '\r\n', '\r']) {
    const file = (lines: readonly string[]): string =>
      ['---', ...lines, 'owner: Me', '---', '', 'Text.', ''].join(end);
    const evidence = parseEvidence('file:///a.md', file(before))!;
    const edits = edit(evidence);
    equal(edits && applyEdits(evidence.text, edits), after === null ? undefined : file(after));
  }
}

const add =
  (id: string): Editing =>
  (evidence) =>
    addElement(evidence, id);
const remove =
  (id: string): Editing =>
  (evidence) =>
    removeElement(evidence, id);

describe('addElement', () => {
  it('adds a line to lines', () => {
    checkEdit(add('3.2.4'), ['elements:', '  - 1.1.1'], ['elements:', '  - 1.1.1', '  - 3.2.4']);
    checkEdit(
      add('3.2.4'),
      ['elements:', '- 1.1.1 # a', '', '# b'],
      ['elements:', '- 1.1.1 # a', '- 3.2.4', '', '# b'],
    );
    checkEdit(
      add('3.2.4'),
      ['elements:', "  -  '1.1.1'", '  -'],
      ['elements:', "  -  '1.1.1'", "  - '3.2.4'"],
    );
  });
  it('adds to brackets', () => {
    checkEdit(add('3.2.4'), ['elements: [1.1.1] # a'], ['elements: [1.1.1, 3.2.4] # a']);
    checkEdit(add('1.10'), ['elements: [1.1.1]'], ['elements: [1.1.1, "1.10"]']);
    checkEdit(add('3.2.4'), ['elements: []'], ['elements: [3.2.4]']);
    checkEdit(
      add('3.2.4'),
      ['elements: [', '  1.1.1, # a', '  1.1.2 # b', ']'],
      ['elements: [', '  1.1.1, # a', '  1.1.2, # b', '  3.2.4', ']'],
    );
  });
  it('makes lines of a single ID', () => {
    checkEdit(add('3.2.4'), ['elements: 1.1.1 # a'], ['elements:', '  - 1.1.1 # a', '  - 3.2.4']);
    checkEdit(
      add('3.2.4'),
      ['attachments:', '- a.pdf', 'elements: "1.1.1"'],
      ['attachments:', '- a.pdf', 'elements:', '- "1.1.1"', '- "3.2.4"'],
    );
  });
  it('fills in what is empty', () => {
    checkEdit(add('3.2.4'), ['elements:'], ['elements:', '  - 3.2.4']);
    checkEdit(add('3.2.4'), ['elements: # none'], ['elements: # none', '  - 3.2.4']);
    checkEdit(add('3.2.4'), ['elements: ~'], ['elements: [3.2.4]']);
  });
  it('changes nothing where it is there', () => {
    const evidence = parseEvidence('file:///a.md', '---\nelements: [3.2.4]\n---\n')!;
    deepEqual(addElement(evidence, '3.2.4'), []);
  });
  it('guesses nothing', () => {
    checkEdit(add('3.2.4'), ['{ elements: [1.1.1], title: "a }'], null);
    checkEdit(add('3.2.4'), ['elements: [1.1.1', '  title: "a'], null);
    checkEdit(add('3.2.4'), ['elements: 1.1.1, 1.1.2'], null);
    checkEdit(add('3.2.4'), ['elements: { a: b }'], null);
    checkEdit(add('3.2.4'), ['elements: [1.1.1]', 'elements: [1.1.2]'], null);
    checkEdit(add('3.2.4'), ['other: &o [1.1.1]', 'elements: *o'], null);
    equal(addElement(parseEvidence('file:///a.md', '---\nelements: [1.1.1]\n')!, '3.2.4'), undefined);
  });
});

describe('removeElement', () => {
  it('takes a line away', () => {
    checkEdit(
      remove('1.1.2'),
      ['elements:', '  - 1.1.1', '  - "1.1.2" # a', '  - 1.1.3 # b'],
      ['elements:', '  - 1.1.1', '  - 1.1.3 # b'],
    );
    checkEdit(remove('1.1.1'), ['elements:', '  - 1.1.1'], ['elements:']);
    checkEdit(remove('1.1.1'), ['elements:', '  -', '    1.1.1', '  - 1.1.2'], ['elements:', '  - 1.1.2']);
  });
  it('takes an ID out of brackets, with one comma', () => {
    checkEdit(remove('1.1.1'), ['elements: [1.1.1, 1.1.2, 1.1.3]'], ['elements: [1.1.2, 1.1.3]']);
    checkEdit(remove('1.1.2'), ['elements: [1.1.1, 1.1.2, 1.1.3]'], ['elements: [1.1.1, 1.1.3]']);
    checkEdit(remove('1.1.3'), ['elements: [1.1.1, 1.1.2, 1.1.3]'], ['elements: [1.1.1, 1.1.2]']);
    checkEdit(remove('1.1.1'), ['elements: [1.1.1, 1.1.1, 1.1.3, 1.1.1,]'], ['elements: [1.1.3,]']);
    checkEdit(remove('1.1.1'), ['elements: [1.1.1,]'], ['elements: []']);
    checkEdit(remove('1.1.1'), ['elements: [', '  1.1.1', ']'], ['elements: [', '  ]']);
    checkEdit(
      remove('1.1.1'),
      ['elements: [ # a, b', '  1.1.1 # c, d', ']'],
      ['elements: [ # a, b', '   # c, d', ']'],
    );
    checkEdit(
      remove('1.1.1'),
      ['elements: [1.1.1 # a, b', '  , 1.1.2]'],
      ['elements: [ # a, b', '   1.1.2]'],
    );
    checkEdit(
      remove('1.1.2'),
      ['elements: [', '  1.1.1, # a', '  1.1.2 # b', ']'],
      ['elements: [', '  1.1.1 # a', '   # b', ']'],
    );
  });
  it('leaves an empty list of a single ID', () =>
    checkEdit(remove('1.1.1'), ['elements: 1.1.1 # a'], ['elements: [] # a']));
  it('has nothing to do where it is not there', () =>
    checkEdit(remove('3.2.4'), ['elements: [1.1.1]'], null));
});

describe('Edits of one reference', () => {
  const onMarked = (
    edit: (evidence: EvidenceFile, offset: number) => ReturnType<Editing>,
    before: string,
    after: string | null,
  ) => {
    for (const end of ['\n', '\r\n']) {
      const { text, spans } = marked(`---\n${before}\n---\n`.replaceAll('\n', end));
      const edits = edit(parseEvidence('file:///a.md', text)!, spans[0]!.start);
      equal(
        edits && applyEdits(text, edits),
        after === null ? undefined : `---\n${after}\n---\n`.replaceAll('\n', end),
      );
    }
  };
  it('take one of two away', () => {
    const takeAway: Parameters<typeof onMarked>[0] = (evidence, offset) =>
      removeReferencesAt(evidence, [offset]);
    onMarked(takeAway, 'elements: [1.1.1, «1.1.1», 1.1.2]', 'elements: [1.1.1, 1.1.2]');
    onMarked(takeAway, 'elements:\n  - 1.1.1\n  - «1.1.1»', 'elements:\n  - 1.1.1');
  });
  it('are none where no reference starts, and with nothing to put in its place', () => {
    onMarked(
      (evidence, offset) => replaceReferenceAt(evidence, offset + 1, ['1.1.1']),
      'elements: [«1.2»]',
      null,
    );
    onMarked((evidence, offset) => replaceReferenceAt(evidence, offset, []), 'elements: [«1.2»]', null);
    onMarked((evidence, offset) => removeReferencesAt(evidence, [offset + 1]), 'elements: [«1.2»]', null);
  });
  it('put one in its place also where the block has other faults', () => {
    const one: Parameters<typeof onMarked>[0] = (evidence, offset) =>
      replaceReferenceAt(evidence, offset, ['1.1.1']);
    onMarked(one, '{ elements: [«1.2»], title: "a }', '{ elements: [1.1.1], title: "a }');
    onMarked(one, 'elements: [«1.2»]\nelements: [3.2.4]', 'elements: [1.1.1]\nelements: [3.2.4]');
  });
  it('put others in its place', () => {
    const several: Parameters<typeof onMarked>[0] = (evidence, offset) =>
      replaceReferenceAt(evidence, offset, ['1.1.1', '1.10']);
    onMarked(several, 'elements: [«"1.1"», 3.2.4]', 'elements: ["1.1.1", "1.10", 3.2.4]');
    onMarked(
      several,
      'elements:\n  - «1.2» # a\n  - 3.2.4',
      'elements:\n  - 1.1.1 # a\n  - "1.10"\n  - 3.2.4',
    );
    onMarked(several, 'elements: «1.2» # a', 'elements: [1.1.1, "1.10"] # a');
    onMarked(several, 'elements: 3.2.4, «1.2»', 'elements: 3.2.4, 1.1.1, 1.10');
  });
});

describe('moveElement', () => {
  const move: Editing = (evidence) => moveElement(evidence, '1.1.1', '3.2.4');
  it('writes another ID in its place', () => {
    checkEdit(
      move,
      ['elements:', '  - "1.1.1" # a', '  - 1.1.2'],
      ['elements:', '  - "3.2.4" # a', '  - 1.1.2'],
    );
    checkEdit(move, ['elements: [1.1.1, 2.1.1, 1.1.1]'], ['elements: [3.2.4, 2.1.1]']);
    checkEdit(move, ['elements: 1.1.1'], ['elements: 3.2.4']);
    checkEdit(move, ['elements: [2.1.1, &a 1.1.1]'], ['elements: [2.1.1, &a 3.2.4]']);
  });
  it('takes it away where the other one is there', () =>
    checkEdit(move, ['elements: [3.2.4, 1.1.1]'], ['elements: [3.2.4]']));
  it('has nothing to do where it is not there', () => checkEdit(move, ['elements: [1.1.2]'], null));
  it('changes nothing on the way to itself', () => {
    const evidence = parseEvidence('file:///a.md', '---\nelements: [1.1.1]\n---\n')!;
    deepEqual(moveElement(evidence, '1.1.1', '1.1.1'), []);
  });
});

describe('asBlockList', () => {
  it('makes lines of brackets and of a single ID', () => {
    checkEdit(asBlockList, ['elements: [1.1.1, "1.10"] # a'], ['elements: # a', '  - 1.1.1', '  - "1.10"']);
    checkEdit(
      asBlockList,
      ['elements: [', '  1.1.1,', '  1.1.2,', ']'],
      ['elements:', '  - 1.1.1', '  - 1.1.2'],
    );
    checkEdit(asBlockList, ['elements: 1.1.1'], ['elements:', '  - 1.1.1']);
  });
  it('leaves lines, remarks between IDs and nothing at all', () => {
    checkEdit(asBlockList, ['elements:', '  - 1.1.1'], null);
    checkEdit(asBlockList, ['elements: [', '  1.1.1, # a', ']'], null);
    checkEdit(asBlockList, ['elements: []'], null);
  });
});

describe('splitElements', () => {
  it('makes lines of IDs in a row', () => {
    checkEdit(splitElements, ['elements: 3.2.4, 1.10 # a'], ['elements: # a', '  - 3.2.4', '  - "1.10"']);
    checkEdit(splitElements, ['elements: 3.2.4 1.1.1'], ['elements:', '  - 3.2.4', '  - 1.1.1']);
  });
  it('leaves a single ID and lists', () => {
    checkEdit(splitElements, ['elements: 3.2.4'], null);
    checkEdit(splitElements, ['elements: [3.2.4, 1.1.1]'], null);
  });
});

describe('sortElements', () => {
  const sort: Editing = (evidence) => sortElements(evidence, customerServiceExcellence);
  it('puts the IDs into the order of the standard, with what stands behind them', () => {
    checkEdit(
      sort,
      ['elements:', '  - 3.2.4 # c', '# remark', '  - "1.1.2"', '  - 1.1.1 # a'],
      ['elements:', '  - 1.1.1 # a', '# remark', '  - "1.1.2"', '  - 3.2.4 # c'],
    );
    checkEdit(sort, ['elements: [3.2.4, [zzz], 1.1.1]'], null);
    checkEdit(sort, ['elements:', '  - 3.2.4', '  -', '  - 1.1.1'], null);
    checkEdit(sort, ['elements: [zzz, "3.2.4", 1.1.1]'], ['elements: [1.1.1, "3.2.4", zzz]']);
  });
  it('has nothing to do where they are', () => checkEdit(sort, ['elements: [1.1.1, 3.2.4]'], null));
});

describe('startEvidence', () => {
  const started = (text: string): string | undefined => {
    const edits = startEvidence('file:///a.md', text, '3.2.4');
    return edits && applyEdits(text, edits);
  };
  it('writes a block where there is none', () => {
    equal(started('# A\n'), '---\nelements:\n  - 3.2.4\n---\n\n# A\n');
    equal(started('\uFEFF# A\r\n'), '\uFEFF---\r\nelements:\r\n  - 3.2.4\r\n---\r\n\r\n# A\r\n');
    equal(started(''), '---\nelements:\n  - 3.2.4\n---\n');
  });
  it('adds to a block', () => {
    equal(
      started('---\ntitle: A # a\ndate: x\n---\nA\n'),
      '---\ntitle: A # a\nelements:\n  - 3.2.4\ndate: x\n---\nA\n',
    );
    equal(started('---\nlayout: post\n---\n'), '---\nelements:\n  - 3.2.4\nlayout: post\n---\n');
    equal(started('---\n---\n'), '---\nelements:\n  - 3.2.4\n---\n');
    equal(started('---\n{ title: a }\n---\n'), '---\n{ title: a, elements: [3.2.4] }\n---\n');
  });
  it('guesses nothing', () => {
    equal(started('---\n- a\n---\n'), undefined);
  });
});
