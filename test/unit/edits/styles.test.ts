/** A wrong value in each style of YAML, and the file after its fix, rename, move or decision: byte for byte. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { applyEdits } from '../../../server/core/text/edit';
import { isHarmless } from '../../../server/core/evidence/harmless';
import { clearDecision, setDecision } from '../../../server/core/manifest/decisionEdits';
import { addElement, moveElement } from '../../../server/core/evidence/elementEdits';
import { parseEvidence } from '../../../server/core/evidence/evidence';
import { markReviewed } from '../../../server/core/evidence/fieldEdits';
import { parseManifest } from '../../../server/core/manifest/manifest';
import { fileRenameEdits } from '../../../server/features/navigation/fileRename';
import { renameRef } from '../../../server/features/navigation/rename';
import { actionsFor, filesAfter } from '../support/codeActions';
import { edited } from '../support/cursor';
import { at, indexOf } from '../support/portfolioFiles';
import { small } from '../support/standards';

/** The value of `status`, and what stands there after *Replace with draft*. */
const values: readonly (readonly [name: string, before: string, after: string])[] = [
  ['plain', 'Draft', 'draft'],
  ['with a remark', 'Draft # ours', 'draft # ours'],
  ['in double quotation marks', '"Draft"', '"draft"'],
  ['in single ones', "'Draft'", "'draft'"],
  ['with an escape', '"\\x44raft"', '"draft"'],
  ['over two lines in quotation marks', '"\\\n  Draft"', '"draft"'],
  ['in lines', '|\n  Draft', 'draft'],
  ['in lines, with an empty one below', '|\n  Draft\n', 'draft\n'],
  ['in lines that keep all', '|+\n  Draft\n\n', 'draft\n\n'],
  ['in lines without the last line end', '|-\n  Draft', 'draft'],
  ['in lines of a given indentation', '|2\n  Draft', 'draft'],
  ['in lines with a remark at their head', '| # ours\n  Draft', 'draft # ours'],
  ['in lines with a remark below', '|\n  Draft\n# ours', 'draft\n# ours'],
  ['folded', '>\n  Draft', 'draft'],
  ['folded, with white space below', '>-\n  Draft\n   ', 'draft\n   '],
  ['folded, keeping all', '>+\n  Draft\n\n\n', 'draft\n\n\n'],
  ['with a tag', '!!str Draft', '!!str draft'],
  ['with a tag, in lines', '!!str |\n  Draft', '!!str draft'],
  ['with a name', '&s Draft', '&s draft'],
  ['with a name, in lines', '&s >-\n  Draft', '&s draft'],
  ['on the next line', '\n  Draft', '\n  draft'],
  ['below a remark', '# ours\n  Draft', '# ours\n  draft'],
  ['behind a tab', '\tDraft', '\tdraft'],
  ['before white space', 'Draft \t', 'draft \t'],
];

const surroundings: readonly (readonly [name: string, around: (value: string) => string])[] = [
  [
    'at the end of the block',
    (value) => `---\ntitle: T\nelements: ["1.1"]\nstatus: ${value}\n---\n\nText.\n`,
  ],
  [
    'before another key',
    (value) => `---\nstatus: ${value}\nelements: ["1.1"]\nowner: Me\n---\n---\n\`\`\`\n---`,
  ],
  ['in a file that ends with the fence', (value) => `---\nelements: ["1.1"]\nstatus: ${value}\n---`],
  [
    'behind a byte order mark',
    (value) => `\uFEFF---\nelements: ["1.1"]\nstatus: ${value}\nteam: |\n  ---x\n---\nText`,
  ],
];

const files = (text: string) => ({ 'portfolio.yaml': 'standard: small\n', 'a.md': text });

describe('A wrong value is replaced', () => {
  for (const [name, before, after] of values)
    for (const [place, around] of surroundings)
      for (const end of ['\n', '\r\n', '\r'])
        it(`${name}, ${place}, with ${JSON.stringify(end)}`, () => {
          const text = around(before).replaceAll('\n', end);
          const index = indexOf(files(text));
          const finding = index.findings(at('a.md')).find(({ rule }) => rule === 'front-matter-value');
          ok(finding, JSON.stringify(index.findings(at('a.md'))));
          const [action] = actionsFor(index, 'a.md', [finding], { only: ['quickfix'] });
          ok(action);
          equal(action.title, 'Replace with draft');
          deepEqual(filesAfter(files(text), action)['a.md'], around(after).replaceAll('\n', end));
        });

  it('nowhere, where another key uses it', () => {
    const text = '---\nelements: ["1.1"]\nstatus: &s Draft\nteam: *s\n---\n';
    const index = indexOf(files(text));
    deepEqual(actionsFor(index, 'a.md', index.findings(at('a.md')).filter(({ rule }) => rule === 'front-matter-value'), { only: ['quickfix'] }), []); // prettier-ignore
  });
});

describe('A date in words is written as year-month-day', () => {
  for (const [before, after] of [
    ['1 March 2026 # ours', '2026-03-01 # ours'],
    ['"1 March 2026"', '"2026-03-01"'],
    ["'1 March 2026' # it's ours", "'2026-03-01' # it's ours"],
    ['|\n  1 March 2026', '2026-03-01'],
    ['|2-  # ours, 1\n    1 March 2026', '2026-03-01 # ours, 1'],
    ['>+\t#\n  1 March\n  2026\n', '2026-03-01 #\n'],
    ['&d !!str 1 March 2026', '&d !!str 2026-03-01'],
    ['1 March\n  2026 # ours', '2026-03-01 # ours'],
    // What is no single text is left to the writer.
    ['[1 March 2026]', undefined],
  ] as const)
    for (const end of ['\n', '\r\n', '\r'])
      it(`${JSON.stringify(before)}, with ${JSON.stringify(end)}`, () => {
        const around = (value: string): string =>
          `---\nelements: ["1.1"]\ndate: ${value}\nowner: Me\n---\nText.\n`.replaceAll('\n', end);
        const text = around(before);
        const index = indexOf(files(text));
        const found = index.findings(at('a.md')).filter(({ rule }) => rule === 'front-matter-value');
        equal(found.length, 1);
        const [action] = actionsFor(index, 'a.md', found, { only: ['quickfix'] });
        equal(
          action && filesAfter(files(text), action)['a.md'],
          after === undefined ? undefined : around(after),
        );
      });
});

const decisions: readonly (readonly [name: string, before: string, after: string])[] = [
  ['in lines', '    self: |\n      poor\n', '    self: fair\n'],
  ['in lines, at the end of the file', '    self: >-\n      poor', '    self: fair'],
  [
    'in lines, before another',
    '    self: |+\n      poor\n\n    comment: |\n      Much\n',
    '    self: fair\n\n    comment: |\n      Much\n',
  ],
  ['behind another in lines', '    comment: >\n      Much\n', '    comment: >\n      Much\n    self: fair\n'],
  [
    'behind another in lines, at the end of the file',
    '    comment: |\n      Much',
    '    comment: |\n      Much\n    self: fair',
  ],
  ['behind a name', '    self: &s poor\n', '    self: &s fair\n'],
  ['where there is none', '    self: # soon\n', '    self: fair # soon\n'],
];

describe('A rating is written', () => {
  for (const [name, before, after] of decisions)
    for (const end of ['\n', '\r\n'])
      it(`${name}, with ${JSON.stringify(end)}`, () => {
        const around = (lines: string): string =>
          `title: |\n  T\nassessment:\n  "1.1":\n${lines}`.replaceAll('\n', end);
        const manifest = parseManifest('file:///portfolio.yaml', around(before));
        const edits = setDecision(manifest, small, '1.1', { self: 'fair' });
        ok(edits);
        equal(applyEdits(manifest.text, edits), around(after));
      });
  it('and taken back from lines', () => {
    const text = 'assessment:\n  "1.1":\n    self: |\n      poor\n    comment: Much\n';
    const edits = clearDecision(parseManifest('file:///portfolio.yaml', text), small, '1.1', ['self']);
    equal(applyEdits(text, edits ?? []), 'assessment:\n  "1.1":\n    comment: Much\n');
  });
});

describe('Values in lines are', () => {
  const block = (lines: string): string => `---\nelements:\n  - "1.1"\n${lines}---\nText\n`;
  const read = (text: string) => parseEvidence('file:///a.md', text)!;

  it('marked reviewed', () => {
    const text = block('date: |\n  2020-01-01\nreview-by: >+\n  2021-01-01\n\n');
    const edits = markReviewed(read(text), '2026-06-15')!;
    equal(applyEdits(text, edits), block('date: 2026-06-15\nreview-by: 2027-06-15\n\n'));
  });
  it('renamed', () => {
    const text = block('ref: |\n  ES 1\nowner: Me\n');
    const index = indexOf(files(text));
    const answer = renameRef(
      index.portfolioAt(at('a.md'))!,
      { uri: at('a.md'), text, offset: text.indexOf('ES 1') },
      'ES 2',
    );
    ok('edits' in answer);
    equal(edited(text, answer.edits.get(at('a.md'))!), block('ref: ES 2\nowner: Me\n'));
  });
  it('moved with their file', () => {
    const text = block('attachments:\n  - |\n    files/a.pdf\n  - >-\n    files/b.pdf\n');
    const index = indexOf({ ...files(text), 'files/a.pdf': null, 'files/b.pdf': null });
    const moves = [{ from: at('files'), to: at('all files') }];
    const [edits] = [...fileRenameEdits(index.portfolios(), moves)].filter((step) => step !== undefined);
    equal(edited(text, edits![1]), block('attachments:\n  - all files/a.pdf\n  - all files/b.pdf\n'));
  });
  it('followed by another element', () => {
    const text = '---\nelements:\n  - |\n    1.1\n\nowner: Me\n---\n';
    equal(
      applyEdits(text, addElement(read(text), '2.1')!),
      '---\nelements:\n  - |\n    1.1\n  - "2.1"\n\nowner: Me\n---\n',
    );
  });
  it('dragged to another element', () => {
    const text = '---\nelements:\n  - >-\n    1.1\nowner: Me\n---\n';
    equal(
      applyEdits(text, moveElement(read(text), '1.1', '2.1')!),
      '---\nelements:\n  - "2.1"\nowner: Me\n---\n',
    );
  });
});

describe('An edit is no harm', () => {
  const text = '---\nelements: [&e "1.1"]\nuses: *e\nteam: North\n---\nText\n';
  const change = (from: string, to: string) => {
    const start = text.indexOf(from);
    return [{ span: { start, end: start + from.length }, newText: to }];
  };
  for (const [name, from, to, expected] of [
    ['where it changes what it touches', 'North', 'South', true],
    ['in the text', 'Text', '---', true],
    ['unless another value goes with it', '"1.1"', '"1.2"', false],
    ['unless a name is lost that another uses', '&e ', '', false],
    ['unless the fence goes', 'North\n', 'North', false],
    ['unless a fence comes in', 'North', 'North\n---', false],
    ['unless it brings a fault', 'North', '"North', false],
    ['unless a key is swallowed', '*e\n', '*e ', false],
  ] as const)
    it(name, () => equal(isHarmless('file:///a.md', text, change(from, to)), expected));
});
