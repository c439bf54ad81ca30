import { deepEqual, equal, ok } from 'node:assert/strict';
import { addElement, removeElement } from '../../../../server/core/evidence/elementEdits';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import type { Edit } from '../../../../server/core/text/edit';
import { applyEdits } from '../../../../server/core/text/edit';
import { listPositionAt } from '../../../../server/features/text/elementsAt';

const block = (elements: string): string => `---\ntitle: T\nelements:${elements}\n---\n`;

function read(elements: string): EvidenceFile {
  const evidence = parseEvidence('file:///a.md', block(elements));
  ok(evidence);
  return evidence;
}

interface Shape {
  readonly name: string;
  readonly written: string;
  readonly ids: string;
  /** With CC7.1 added. */
  readonly more: string;
  /** With CC6.1 removed. */
  readonly fewer: string;
}

const shapes: readonly Shape[] = [
  {
    name: '- id:',
    written: '\n  - id: CC6.1\n  - id: CC6.2',
    ids: 'CC6.1 CC6.2',
    more: '\n  - id: CC6.1\n  - id: CC6.2\n  - id: CC7.1',
    fewer: '\n  - id: CC6.2',
  },
  {
    name: '- control_id: with more beside it',
    written:
      '\n- control_id: "CC6.1" # access\n  note: |\n    two\n    lines\n- control_id: "CC6.2"\n  owner: x',
    ids: 'CC6.1 CC6.2',
    more: '\n- control_id: "CC6.1" # access\n  note: |\n    two\n    lines\n- control_id: "CC6.2"\n  owner: x\n- control_id: "CC7.1"',
    fewer: '\n- control_id: "CC6.2"\n  owner: x',
  },
  {
    name: 'OpenControl: control_key and standard_key, with a narrative',
    written:
      '\n  - standard_key: TSC\n    control_key: CC6.1\n    narrative:\n      - text: Words\n  - standard_key: TSC\n    control_key: CC6.2\n    covered_by: []',
    ids: 'CC6.1 CC6.2',
    more: '\n  - standard_key: TSC\n    control_key: CC6.1\n    narrative:\n      - text: Words\n  - standard_key: TSC\n    control_key: CC6.2\n    covered_by: []\n  - standard_key: TSC\n    control_key: CC7.1',
    fewer: '\n  - standard_key: TSC\n    control_key: CC6.2\n    covered_by: []',
  },
  {
    name: '- { control: … }',
    written: '\n  - { control: CC6.1, how: x }\n  - { control: CC6.2 }',
    ids: 'CC6.1 CC6.2',
    more: '\n  - { control: CC6.1, how: x }\n  - { control: CC6.2 }\n  - { control: CC7.1 }',
    fewer: '\n  - { control: CC6.2 }',
  },
  {
    name: '[{ id: … }]',
    written: ' [{ id: CC6.1 }, { id: CC6.2, note: x }]',
    ids: 'CC6.1 CC6.2',
    more: ' [{ id: CC6.1 }, { id: CC6.2, note: x }, { id: CC7.1 }]',
    fewer: ' [{ id: CC6.2, note: x }]',
  },
  {
    name: 'some with more, some without',
    written: '\n  - Control: CC6.1\n    note: x\n  - CC6.2',
    ids: 'CC6.1 CC6.2',
    more: '\n  - Control: CC6.1\n    note: x\n  - CC6.2\n  - CC7.1',
    fewer: '\n  - CC6.2',
  },
];

const after = ({ text }: EvidenceFile, edits: readonly Edit[] | undefined): string | undefined =>
  edits && applyEdits(text, edits);

describe('Items that say more than the ID', () => {
  for (const { name, written, ids, more, fewer } of shapes)
    it(`are read, and keep their shape: ${name}`, () => {
      const evidence = read(written);
      equal(evidence.elements.map(({ id }) => id).join(' '), ids);
      deepEqual(evidence.misplaced, []);
      equal(after(evidence, addElement(evidence, 'CC7.1')), block(more));
      equal(after(evidence, removeElement(evidence, 'CC6.1')), block(fewer));
    });

  it('without an ID are told', () => {
    equal(read('\n  - note: x\n  - 3.2.4: x\n  - id: [a]').misplaced.length, 3);
  });

  for (const [elements, token] of [
    ['\n  - control_id: CC6$', 'CC6'],
    ['\n  - standard_key: TSC\n    control_key: CC6$\n', 'CC6'],
    ['\n  - id: $', ''],
    ['\n  - id: "CC$', 'CC'],
  ] as const)
    it(`are completed: ${JSON.stringify(elements)}`, () => {
      const text = block(elements);
      const offset = text.indexOf('$');
      const position = listPositionAt(text.replace('$', ''), offset);
      ok(position);
      equal(text.slice(position.token.start, position.token.end), token);
    });
});
