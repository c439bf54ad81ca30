import { deepEqual, equal, ok } from 'node:assert/strict';
import { addElement, removeElement } from '../../../../server/core/evidence/elementEdits';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { setField } from '../../../../server/core/evidence/fieldEdits';
import { startEvidence } from '../../../../server/core/evidence/startEvidence';
import { keyNames, frontMatterKeys } from '../../../../server/core/frontMatter/keys';
import type { FrontMatterKey } from '../../../../server/core/frontMatter/keys';
import { parseManifest } from '../../../../server/core/manifest/manifest';
import type { Edit } from '../../../../server/core/text/edit';
import { applyEdits } from '../../../../server/core/text/edit';
import { valueOf } from '../../../../server/core/yaml/fields';

const called = (own: Partial<Record<FrontMatterKey, string>>) =>
  keyNames(new Map(Object.entries(own).map(([key, name]) => [key as FrontMatterKey, name.split('.')])));

function read(text: string, own: Partial<Record<FrontMatterKey, string>>): EvidenceFile {
  const evidence = parseEvidence('file:///a.md', text, called(own));
  ok(evidence, `No evidence: ${text}`);
  return evidence;
}

/** The text after an edit. */
function after({ text }: EvidenceFile, edits: readonly Edit[] | undefined): string {
  ok(edits, 'No edit could be made.');
  return applyEdits(text, edits);
}

const ids = ({ elements }: EvidenceFile): string => elements.map(({ id }) => id).join(' ');

describe('A portfolio’s own names for our keys', () => {
  it('are read in the place of ours', () => {
    const own = Object.fromEntries(frontMatterKeys.map(({ key }) => [key, `x-${key}`]));
    const evidence = read(
      '---\nx-title: T\nx-elements: [1.1.1]\nx-status: draft\nx-owner: Manager\nx-review-by: 2027-01-01\nx-ref: ES 1\nstatus: published\ntitle: No\n---\n',
      own,
    );
    equal(ids(evidence), '1.1.1');
    deepEqual(
      [evidence.title, evidence.status, evidence.owner, evidence.reviewBy, evidence.ref].map((field) =>
        valueOf<unknown>(field),
      ),
      ['T', 'draft', 'Manager', '2027-01-01', 'ES 1'],
    );
  });

  it('leave a file that has ours alone', () => {
    equal(
      parseEvidence('file:///a.md', '---\nelements: [1.1.1]\n---\n', called({ elements: 'satisfies' })),
      undefined,
    );
  });

  it('may stand in the map of another key', () => {
    const own = { elements: 'compliance.controls', owner: 'meta.people.owner' };
    const evidence = read(
      '---\ntitle: T\ncompliance:\n  framework: X\n  controls: [1.1.1, 2.1.1]\nmeta:\n  people:\n    owner: Manager\n---\n',
      own,
    );
    equal(ids(evidence), '1.1.1 2.1.1');
    equal(valueOf(evidence.owner), 'Manager');
  });

  const edits: readonly (readonly [
    string,
    Partial<Record<FrontMatterKey, string>>,
    string,
    (evidence: EvidenceFile) => readonly Edit[] | undefined,
    string,
  ])[] = [
    [
      'add an element',
      { elements: 'satisfies' },
      '---\ntitle: T\nsatisfies: [1.1.1]   # ours\nteam: X\n---\n',
      (evidence) => addElement(evidence, '2.1.1'),
      '---\ntitle: T\nsatisfies: [1.1.1, 2.1.1]   # ours\nteam: X\n---\n',
    ],
    [
      'take one away, in a map',
      { elements: 'compliance.controls' },
      '---\ncompliance:\n  controls:\n    - 1.1.1 # a\n    - 2.1.1 # b\n  other: 1\n---\n',
      (evidence) => removeElement(evidence, '1.1.1'),
      '---\ncompliance:\n  controls:\n    - 2.1.1 # b\n  other: 1\n---\n',
    ],
    [
      'write a key',
      { status: 'state', elements: 'satisfies' },
      '---\ntitle: T\nsatisfies: 1.1.1\nstatus: published\n---\n',
      (evidence) => setField(evidence, 'status', 'draft'),
      '---\ntitle: T\nsatisfies: 1.1.1\nstate: draft\nstatus: published\n---\n',
    ],
    [
      'write one into a map that is there',
      { owner: 'meta.owner' },
      '---\nelements: 1.1.1\nmeta:\n    team: X\nother: 1\n---\n',
      (evidence) => setField(evidence, 'owner', 'Manager'),
      '---\nelements: 1.1.1\nmeta:\n    team: X\n    owner: Manager\nother: 1\n---\n',
    ],
    [
      'write one with its map',
      { owner: 'meta.owner' },
      '---\nelements: 1.1.1\n---\n',
      (evidence) => setField(evidence, 'owner', 'Manager'),
      '---\nelements: 1.1.1\nmeta:\n  owner: Manager\n---\n',
    ],
    [
      'change a value, and nothing beside it',
      { owner: 'responsible person' },
      '---\nelements: 1.1.1\nresponsible person: "A"  # since May\n---\n',
      (evidence) => setField(evidence, 'owner', 'B'),
      '---\nelements: 1.1.1\nresponsible person: "B"  # since May\n---\n',
    ],
  ];
  for (const [name, own, text, edit, wanted] of edits)
    it(`are used to ${name}`, () => {
      const evidence = read(text, own);
      equal(after(evidence, edit(evidence)), wanted);
    });

  for (const [elements, block] of [
    ['satisfies', 'satisfies:\n  - 1.1.1\n'],
    ['compliance.controls', 'compliance:\n  controls:\n    - 1.1.1\n'],
    ['on', '"on":\n  - 1.1.1\n'],
  ] as const)
    it(`make evidence of a text: ${elements}`, () => {
      const edits = startEvidence('file:///a.md', '# A\n', '1.1.1', undefined, called({ elements }));
      ok(edits);
      equal(applyEdits('# A\n', edits), `---\n${block}---\n\n# A\n`);
    });
});

describe('“keys” in portfolio.yaml', () => {
  const problems = (text: string): readonly string[] => {
    const { problems, names } = parseManifest('file:///portfolio.yaml', text);
    const own = [...names.own].map(([key, path]) => `${key}=${path.join('.')}`);
    return [
      ...own,
      ...problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message.slice(0, 40)}`),
    ];
  };

  for (const [text, wanted] of [
    ['keys: { elements: satisfies }', ['elements=satisfies']],
    [
      'keys:\n  elements: compliance.controls\n  review-by: next review',
      ['elements=compliance.controls', 'review-by=next review'],
    ],
    ['keys: { elements: elements }', []],
    // They may change places.
    ['keys: { date: review-by, review-by: date }', ['date=review-by', 'review-by=date']],
    ['keys: { elements: status }', ['status: “status” is one of our own keys, so it c']],
    ['keys: { elements: a, owner: a }', ['elements=a', 'a: “a” is the name of “elements”, so it can']],
    ['custom-keys: [team]\nkeys: { owner: team }', ['team: “team” is among the custom-keys, so it c']],
    ['keys: { elements: status.ids }', ['status.ids: “status” is one of our own keys, so it c']],
    ['keys: { element: satisfies }', ['element: “element” is not one of our keys. Did yo']],
    ['keys: { team: satisfies }', ['team: “team” is not one of our keys. It can be']],
    ['keys: { elements: [a, b] }', ['[a, b]: Write what your files call “elements”, s']],
    ['keys: { elements: }', ['elements: Write what your files call “elements”, s']],
    ['keys: { elements: "a: b" }', ['"a: b": Write what your files call “elements”, s']],
    ['keys: [elements]', ['[elements]: Names of our keys are expected here, eac']],
    ['keys:', []],
  ] as const)
    it(JSON.stringify(text), () => {
      deepEqual(problems(text), wanted);
    });
});
