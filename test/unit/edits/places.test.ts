/** Places where an edit could do harm: beside remarks and names, in rows, in open blocks of code, before a fence. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { mendedFirst } from '../../../server/core/evidence/blockMends';
import { moveElement, removeElement, sortElements } from '../../../server/core/evidence/elementEdits';
import { parseEvidence } from '../../../server/core/evidence/evidence';
import { applyEdits, differenceOf } from '../../../server/core/text/edit';
import { insertGuidanceInto } from '../../../server/features/editing/editsOfEvidence';
import { actionsFor, filesAfter } from '../support/codeActions';
import { checkChosen, checkCompletion } from '../support/completing';
import { at, indexOf } from '../support/portfolioFiles';
import { small } from '../support/standards';

const block = (lines: string): string => `---\nelements: [1.1.1]\n${lines}\n---\n`;

describe('What is completed', () => {
  for (const [name, before, label, after] of [
    ['stays apart from a remark', 'status: $0# ours', 'draft', 'status: draft # ours'],
    ['keeps a name', 'status: &s app$0', 'approved', 'status: &s approved'],
    ['keeps a tag', 'status: !!str app$0', 'approved', 'status: !!str approved'],
    ['keeps a name of its key', '&k sta$0: draft', 'status', '&k status: draft'],
  ] as const)
    it(name, () => checkChosen(block(before), label, block(after)));
  it('has no quotation marks in a row without brackets', () =>
    checkChosen('---\nelements: 1.1.$0, 1.3.1\n---\n', '1.1.2', '---\nelements: 1.1.2, 1.3.1\n---\n'));

  for (const [name, source] of [
    ['in a text that goes on below', block('status: "Dra$0\n  ft"')],
    ['before a backslash at the end of a line', block('status: "$0\\\n  draft"')],
    ['before a bracket', '---\nelements: $0[1.1.1]\n---\n'],
    ['before a name', block('status: $0&s draft')],
    ['in lines', block('status: |\n  dra$0')],
    ['in lines with a tag', block('status: !!str |\n  dra$0')],
    ['in the lines of an item', '---\nelements:\n  - |\n    1.1.$0\n---\n'],
    ['in the lines of an item that is a pattern', block('attachments:\n  - |-\n    a$0')],
    ['on a value with a mark of its own', block('? team\n: $0x')],
  ] as const)
    it(`is nothing ${name}`, () => checkCompletion(source, []));
});

describe('Guidance', () => {
  it('is not put into a block of code that nobody closed', () => {
    const text = `${block('title: A')}\n\`\`\`\ncode`;
    const index = indexOf({ 'portfolio.yaml': 'title: T\n', 'a.md': text });
    const outcome = insertGuidanceInto(
      index.portfolioAt(at('a.md'))!,
      { uri: at('a.md'), text },
      '1.1.3',
      undefined,
    );
    ok(outcome.kind === 'refused');
    ok(outcome.message.includes('a block of code or HTML'), outcome.message);
  });
});

describe('Fixes of all', () => {
  const fixed = (path: string, text: string, rule: string): string => {
    const files = {
      'portfolio.yaml': 'standard: small\n',
      'a.md': '---\nelements: ["1.1"]\n---\n',
      [path]: text,
    };
    const index = indexOf(files);
    const found = index.findings(at(path)).filter((finding) => finding.rule === rule);
    const action = actionsFor(index, path, found, { only: ['quickfix'] }).find(({ title }) =>
      title.startsWith('Fix all'),
    );
    ok(action);
    return filesAfter(files, action)[path] as string;
  };
  it('leave out a second key of one name', () =>
    equal(
      fixed(
        'portfolio.yaml',
        'standard: small\ntitel: A\ntitle: B\nexlude: [a]\ninclud: ["**/*.md"]\n',
        'manifest-value',
      ),
      'standard: small\ntitel: A\ntitle: B\nexclude: [a]\ninclude: ["**/*.md"]\n',
    ));
  it('split a row and replace words at once', () =>
    equal(
      fixed('a.md', '---\nelements: 1.1, 1.2\nstatus: Draft\nkind: Data\n---\n', 'front-matter-value'),
      '---\nelements:\n  - "1.1"\n  - "1.2"\nstatus: draft\nkind: data\n---\n',
    ));
  it('write what an alias stands for in its place', () =>
    equal(
      fixed('a.md', '---\nx: &a 1.1\nelements: [*a, 1.2]\n---\n', 'element-unquoted'),
      '---\nx: &a 1.1\nelements: ["1.1", "1.2"]\n---\n',
    ));
});

describe('Edits of lists', () => {
  const read = (text: string) => parseEvidence('file:///a.md', text)!;
  it('take the name and the tag of what goes with it', () => {
    const text = '---\nelements: [!!str &e "1.1", "1.2", &f "2.1"]\n---\n';
    equal(applyEdits(text, removeElement(read(text), '1.1')!), '---\nelements: ["1.2", &f "2.1"]\n---\n');
    equal(
      applyEdits(text, removeElement(read(text), '2.1')!),
      '---\nelements: [!!str &e "1.1", "1.2"]\n---\n',
    );
  });
  it('do not part a text from its dash', () =>
    equal(sortElements(read('---\nelements:\n  -\n    2.1\n  - |\n    1.1\n---\n'), small), undefined));
  it('sort texts over several lines whole', () => {
    const text = '---\nelements:\n  - |\n    2.1\n  - >-\n    1.1\n---\n';
    equal(
      applyEdits(text, sortElements(read(text), small)!),
      '---\nelements:\n  - >-\n    1.1\n  - |\n    2.1\n---\n',
    );
  });
  it('do not change another value while they mend the block', () => {
    const text = '---\nelements: [&e "1.1"]\nuses: *e\nx: *nobody\n---\n';
    equal(
      mendedFirst(read(text), (sound) => moveElement(sound, '1.1', '2.1')),
      undefined,
    );
  });
});

describe('The difference of two texts', () => {
  it('puts a line in before a line that starts alike', () =>
    deepEqual(differenceOf('- a\n---\n', '- a\n- b\n---\n'), [
      { span: { start: 4, end: 4 }, newText: '- b\n' },
    ]));
  it('is where it is, where no line starts alike', () =>
    deepEqual(differenceOf('ab', 'aab'), [{ span: { start: 0, end: 0 }, newText: 'a' }]));
});
