import { deepEqual, equal, ok } from 'node:assert/strict';
import { resolveCompletion } from '../../../../server/features/completion/completion';
import { markdown, plainText } from '../../../../server/features/text/markup';
import type { Setting } from '../../support/completing';
import {
  against,
  checkChosen,
  checkCompletion as checkAll,
  complete as completeAll,
  cse,
  labels,
} from '../../support/completing';
import { at } from '../../support/portfolioFiles';
import type { Standard } from '../../../../server/core/standard/standard';
import {
  clauses, controls, criteria, outcomes, singles,
} from '../../support/identifierStandards'; // prettier-ignore
import { standardOf } from '../../support/standards';

/** Other things may be offered at the same place. */
const elements = (setting: Setting = {}): Setting => ({ ...setting, only: ({ data }) => data !== undefined });
const complete = (source: string, setting?: Setting) => completeAll(source, elements(setting));
const checkCompletion = (source: string, expected: readonly string[], setting?: Setting): void =>
  checkAll(source, expected, elements(setting));

const block = (value: string, more = ''): string => `---\ntitle: A\n${value}\n${more}---\n\n# A\n`;

describe('Completion replaces exactly the token under the cursor', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['in brackets', 'elements: [$0]', 'elements: [3.2.4]'],
    ['in brackets, the start typed', 'elements: [3.2$0]', 'elements: [3.2.4]'],
    ['in the middle of a token', 'elements: [3.2$0.9, 1.1.1]', 'elements: [3.2.4, 1.1.1]'],
    ['at the start of a token', 'elements: [1.1.1, $03.2.9]', 'elements: [1.1.1, 3.2.4]'],
    ['at the end of a token', 'elements: [1.1.1, 3.2.$0, 2.1.1]', 'elements: [1.1.1, 3.2.4, 2.1.1]'],
    ['behind a comma', 'elements: [1.1.1,$0]', 'elements: [1.1.1,3.2.4]'],
    ['behind a comma and a space', 'elements: [1.1.1, $0]', 'elements: [1.1.1, 3.2.4]'],
    ['between a comma and a token not touched', 'elements: [1.1.1,$0 2.1.1]', 'elements: [1.1.1,3.2.4 2.1.1]'],
    ['between two commas', 'elements: [1.1.1, $0, 2.1.1]', 'elements: [1.1.1, 3.2.4, 2.1.1]'],
    ['in an unclosed bracket', 'elements: [3.2$0', 'elements: [3.2.4'],
    ['before a comment', 'elements: [3.2$0] # check', 'elements: [3.2.4] # check'],
    ['in brackets over several lines', 'elements: [\n  1.1.1,\n  3.2$0,\n  2.1.1\n]', 'elements: [\n  1.1.1,\n  3.2.4,\n  2.1.1\n]'],
    ['on an empty line in brackets', 'elements: [\n  1.1.1,\n  $0\n]', 'elements: [\n  1.1.1,\n  3.2.4\n]'],
    ['in brackets behind a comment with a bracket', 'elements: [ # see ]\n  3.2$0\n]', 'elements: [ # see ]\n  3.2.4\n]'],
    ['in brackets below the key', 'elements:\n  [3.2$0]', 'elements:\n  [3.2.4]'],
    ['several words in brackets', 'elements: [1.1.1, accurate compl$0]', 'elements: [1.1.1, 3.2.4]'],
    ['in double quotation marks', 'elements: ["3.2$0"]', 'elements: ["3.2.4"]'],
    ['in single quotation marks', "elements: ['3.2$0.9', 1.1.1]", "elements: ['3.2.4', 1.1.1]"],
    ['in empty quotation marks', 'elements: ["$0"]', 'elements: ["3.2.4"]'],
    ['behind an open quotation mark', 'elements: ["3.2$0]', 'elements: ["3.2.4"]'],
    ['behind an open quotation mark before others', 'elements: ["3.2$0, "1.1.1"]', 'elements: ["3.2.4", "1.1.1"]'],
    ['behind a quoted token with a comma', 'elements: ["1.1.1, x", 3.2$0]', 'elements: ["1.1.1, x", 3.2.4]'],
    ['behind a dash', 'elements:\n  - $0', 'elements:\n  - 3.2.4'],
    ['behind a dash, the start typed', 'elements:\n  - 1.1.1\n  - 3.2$0', 'elements:\n  - 1.1.1\n  - 3.2.4'],
    ['behind a dash without a space', 'elements:\n  -$0', 'elements:\n  - 3.2.4'],
    ['behind a dash without indentation', 'elements:\n- 1.1.1\n- $0', 'elements:\n- 1.1.1\n- 3.2.4'],
    ['between two items', 'elements:\n  - 1.1.1\n  - 3.2$0.9\n  - 2.1.1', 'elements:\n  - 1.1.1\n  - 3.2.4\n  - 2.1.1'],
    ['in an item before a comment', 'elements:\n  - 3.2$0.9 # check', 'elements:\n  - 3.2.4 # check'],
    ['below an item with a comment with a bracket', 'elements:\n  - 1.1.1 # [see\n  - 3.2$0', 'elements:\n  - 1.1.1 # [see\n  - 3.2.4'],
    ['below a comment on the line of the key', 'elements: # which?\n  - 3.2$0', 'elements: # which?\n  - 3.2.4'],
    ['below a comment between items', "elements:\n  - 1.1.1\n  # don't\n  - 3.2$0", "elements:\n  - 1.1.1\n  # don't\n  - 3.2.4"],
    ['several words in an item', 'elements:\n  - accurate compl$0', 'elements:\n  - 3.2.4'],
    ['in a quoted item', 'elements:\n  - "3.2$0"', 'elements:\n  - "3.2.4"'],
    ['in an item with an open quotation mark', "elements:\n  - '3.2$0\n  - 1.1.1", "elements:\n  - '3.2.4'\n  - 1.1.1"],
    ['on a new line', 'elements:\n  - 1.1.1\n$0', 'elements:\n  - 1.1.1\n  - 3.2.4'],
    ['on a new line, indented', 'elements:\n  - 1.1.1\n  $0', 'elements:\n  - 1.1.1\n  - 3.2.4'],
    ['on a new line, the start typed', 'elements:\n  - 1.1.1\n  3.2$0', 'elements:\n  - 1.1.1\n  - 3.2.4'],
    ['on a new line, indented in another way', 'elements:\n- 1.1.1\n    3.2$0', 'elements:\n- 1.1.1\n- 3.2.4'],
    ['on a new line, several words', 'elements:\n  - 1.1.1\n  accurate compl$0', 'elements:\n  - 1.1.1\n  - 3.2.4'],
    ['on the first line below the key', 'elements:\n$0', 'elements:\n  - 3.2.4'],
    ['on the first line below the key, indented', 'elements:\n    3$0', 'elements:\n    - 3.2.4'],
    ['directly behind the colon', 'elements:$0', 'elements: 3.2.4'],
    ['directly behind the colon, the start typed', 'elements:3.2$0', 'elements: 3.2.4'],
    ['behind the colon and a space', 'elements: $0', 'elements: 3.2.4'],
    ['a single value', 'elements: 3.2$0.9', 'elements: 3.2.4'],
    ['a single value before a comment', 'elements: 3.2$0 # check', 'elements: 3.2.4 # check'],
    ['a quoted single value', 'elements: "3.2$0"', 'elements: "3.2.4"'],
    ['the second of two behind a comma', 'elements: 1.1.1, 3.2$0', 'elements: 1.1.1, 3.2.4'],
    ['the first of two', 'elements: 3.2$0.9; 1.1.1', 'elements: 3.2.4; 1.1.1'],
    ['under a quoted key', '"elements": [3.2$0]', '"elements": [3.2.4]'],
    ['behind a space before the colon', 'elements : [3.2$0]', 'elements : [3.2.4]'],
  ]; // prettier-ignore
  for (const [name, before, after] of cases) {
    it(name, () => checkChosen(block(before), '3.2.4', block(after)));
    it(`${name}, with CRLF`, () => {
      const crlf = (text: string): string => block(text).replaceAll('\n', '\r\n');
      checkChosen(crlf(before), '3.2.4', crlf(after));
    });
  }

  it('with a byte order mark', () =>
    checkChosen('\uFEFF---\nelements: [3.2$0]\n---\n', '3.2.4', '\uFEFF---\nelements: [3.2.4]\n---\n'));
  it('behind an emoji', () =>
    checkChosen(block('elements: ["😀", 3.2$0]'), '3.2.4', block('elements: ["😀", 3.2.4]')));
  for (const value of [
    'elements: [3.2$0',
    'elements: 3.2$0',
    'elements:\n  - 3.2$0',
    'elements:\n  - 1.1.1\n$0',
  ])
    it(`in an unclosed block, ${JSON.stringify(value)}`, () => {
      const expected = `---\ntitle: A\n${value.replace(/(?<=\n)\$0/, '  - 3.2.4').replace('3.2$0', '3.2.4')}`;
      checkChosen(`---\ntitle: A\n${value}`, '3.2.4', expected);
      checkChosen(`---\ntitle: A\n${value}\n\n# Heading\n`, '3.2.4', `${expected}\n\n# Heading\n`);
    });
  it('where YAML elsewhere is broken', () => {
    checkChosen(block('a: "b\nelements: [3.2$0]'), '3.2.4', block('a: "b\nelements: [3.2.4]'));
    checkChosen(block('a: b: c\nelements: [3.2$0]'), '3.2.4', block('a: b: c\nelements: [3.2.4]'));
    checkChosen(block('elements: [3.2$0]\n\tx: ]'), '3.2.4', block('elements: [3.2.4]\n\tx: ]'));
  });
});

describe('Completion offers no element', () => {
  for (const value of [
    'elements$0: [1.1.1]',
    '$0elements: [1.1.1]',
    'elements: [1.1.1]$0',
    'elements: [1.1.1] $0',
    'elements: [1.1.1]\n$0',
    'elements: 1.1.1\n$0',
    'elements:\n  - "1.1.1"$0',
    'elements: ["1.1.1" $0]',
    'elements: [1.1.1] # 3$0',
    'elements:\n  # 3$0',
    'elements:\n  - 1.1.1 # 3$0',
    'elements:\n  - 1.1.1\n$0owner: Me',
    'elements:\n  - 1.1.1\now$0ner: Me',
    'elements:\n  - 1.1.1\nowner: $0',
    'elements:\n  - 1.1.1\nmy own key:\n  - $0',
    'elements:\n  - 1.1.1\nref: 3$0',
    "elements:\n  - 1.1.1\n'ref':\n  - $0",
    'attachments:\n  - 3$0',
    'title: 3$0',
    'custom:\n  elements: [3$0]',
    '$0',
    'elements: [3.2.9$0]',
    'elements: [77$0]',
  ])
    // prettier-ignore
    it(`at ${JSON.stringify(value)}`, () => checkCompletion(block(value), []));

  for (const text of [
    '$0---\nelements: [1.1.1]\n---\n',
    '---$0\nelements: [1.1.1]\n---\n',
    '---\nelements:\n  - 1.1.1\n$0---\n',
    '---\nelements:\n  - 1.1.1\n---$0\n',
    '---\nelements: [1.1.1]\n---\n\n3.2$0\n',
    '---\nelements: [1.1.1]\n---\n\nelements: [3$0]\n',
    'elements: [3$0]\n',
    '\n---\nelements: [3$0]\n---\n',
    '---\nelements:\n  - 1.1.1\n\n# Heading\n\n3$0',
  ])
    it(`in ${JSON.stringify(text)}`, () => checkCompletion(text, []));

  it("in other tools' files", () => {
    const none = { files: {} };
    checkCompletion(block('elements: [button, $0]'), [], none);
    checkCompletion(block('elements: [button, text$0]'), [], none);
    checkCompletion(block('elements: [accurate$0]'), [], none);
    checkCompletion(block('elements:\n  - name: butt$0'), [], none);
  });
  it('in a file that the manifest leaves out', () =>
    checkCompletion(block('elements: [3.2$0]'), [], {
      files: { 'portfolio.yaml': 'exclude: [evidence/a.md]' },
    }));
});

describe('Completion in a folder without a manifest', () => {
  const withEvidence = { files: { 'b.md': block('elements: [1.1.1]') } };
  it('offers IDs where an ID may stand', () => {
    checkCompletion(block('elements: [$0]'), ['1.1.1', '…'], { files: {} });
    checkCompletion(block('elements: [3.2.$0]'), ['3.2.1', '3.2.2', '3.2.3', '3.2.4'], { files: {} });
  });
  it('offers them by words once it is a portfolio', () =>
    checkCompletion(block('elements: [accurate compl$0]'), ['3.2.4'], withEvidence));
  it("leaves other tools' files alone when it is a portfolio, too", () =>
    checkCompletion(block('elements: [button, customer$0]'), [], withEvidence));
});

describe('Completion finds elements', () => {
  it('all of them, in the order of the standard', () => {
    const { items } = complete(block('elements: [$0]'));
    equal(items.length, 57);
    deepEqual(labels(items).slice(0, 4), ['1.1.1', '1.1.2', '1.1.3', '1.2.1']);
  });
  it('by the start of an ID', () => checkCompletion(block('elements: [3.4$0]'), ['3.4.1', '3.4.2', '3.4.3']));
  it('by words of their text, whatever the case', () =>
    checkCompletion(block('elements: [ACCURATE Compl$0]'), ['3.2.4']));
  it('by words with a dash in them', () =>
    checkCompletion(block('elements: [co-ordinated working$0]'), ['3.4.2', '…']));
  for (const [typed, first] of [
    // Nothing has all of the words: what has some of them, in other forms, with slips, or what is nearest.
    ['refunded zebras', '4.3.6'],
    ['apraisal', '2.2.3'],
    ['is there a hearing loop', '3.3.3'],
    ['parking for zebras', '3.3.3'],
    ['you said we did', '1.2.2'],
    ['inducton', '2.2.1'],
  ] as const)
    it(`by words that lead there: ${typed}`, () => {
      const { items } = complete(block(`elements: [${typed}$0]`));
      equal(labels(items)[0], first);
      ok(items.every(({ filterText }) => filterText === typed));
    });
  it('saying what led there', () =>
    equal(complete(block('elements: [apraisal$0]')).items[0]?.detail, '● no evidence yet · for “appraisal”'));
  for (const typed of ['xyzzy qwfpg', 'zzzqqq', 'x'])
    it(`all of them where nothing is near: ${typed}`, () =>
      equal(complete(block(`elements: [${typed}$0]`)).items.length, 57));

  it('by the text that stands before the cursor only', () =>
    checkCompletion(block('elements: [3.4.$01]'), ['3.4.1', '3.4.2', '3.4.3']));

  const guided = standardOf(
    'guided',
    `title: Guided
levels: [Group, Item]
children:
  - id: "G"
    title: Lighthouses
    children:
      - { id: A.1, text: First, guidance: [A parrot is kept] }
      - { id: A.2, text: Second }
      - { id: A.9, text: Parrots speak }
      - { id: A.10, text: Parrots are silent }
`,
  );
  const guidedFiles = { files: against('guided'), standards: [guided] };
  it('by words of their guidance, after those that have them in their text', () =>
    checkCompletion(block('elements: [parrot$0]'), ['A.9', 'A.10', 'A.1'], guidedFiles));
  it('by words of the groups above them', () =>
    checkCompletion(block('elements: [light$0]'), ['A.1', 'A.2', 'A.9', 'A.10'], guidedFiles));
  it('in natural order', () =>
    checkCompletion(block('elements: [A$0]'), ['A.1', 'A.2', 'A.9', 'A.10'], guidedFiles));

  const many = standardOf(
    'many',
    `title: Many\nchildren:\n${Array.from({ length: 12 }, (_, at) => `  - { id: 1.4.${at + 1}, text: Words }`).join('\n')}\n`,
  );
  it('in natural order, 1.4.9 before 1.4.10', () =>
    checkCompletion(
      block('elements: [1.4$0]'),
      Array.from({ length: 12 }, (_, at) => `1.4.${at + 1}`),
      { files: against('many'), standards: [many] },
    ));

  it('those in the file already last', () => {
    checkCompletion(block('elements: [3.4.1, 3.4.$0]'), ['3.4.2', '3.4.3', '3.4.1']);
    checkCompletion(block('elements:\n  - "3.4.2"\n  - 3.4.$0\n  - 3.4.1'), ['3.4.3', '3.4.1', '3.4.2']);
  });
  it('the one under the cursor where it belongs', () =>
    checkCompletion(block('elements: [3.4.1$0, 3.4.3]'), ['3.4.1']));
});

describe('Completion says of each element', () => {
  const files = {
    ...cse,
    'evidence/b.md': block('elements: [3.4.1]'),
    'evidence/c.md': block('elements: [3.4.2]', 'status: draft\n'),
  };
  const notes = (source: string): ReadonlyMap<string, string | undefined> =>
    new Map(complete(source, { files }).items.map(({ label, detail }) => [label, detail]));
  it('whether it has evidence', () =>
    deepEqual(
      [...notes(block('elements: [3.4.$0]'))],
      [
        ['3.4.1', 'evidenced, 1 item'],
        ['3.4.2', 'draft only'],
        ['3.4.3', '● no evidence yet'],
      ],
    ));
  it('that the file lists it already', () =>
    equal(notes(block('elements: [3.4.1, 3.4$0]')).get('3.4.1'), 'already in this file'));
  it('its words', () => {
    const [item] = complete(block('elements: [3.2.4$0]')).items;
    equal(item?.labelDetails?.detail, '  information we provide to our customers is accurate and…');
  });
  it('before its words that it is missing, where the note behind them may be cut off', () => {
    const { items } = complete(block('elements: [3.4.$0]'), { files });
    equal(items[2]?.labelDetails?.detail?.startsWith('  missing · '), true);
    equal(items[0]?.labelDetails?.detail?.startsWith('  arrangements with other'), true);
  });
  it('the rest on demand, as Markdown or as plain text', () => {
    const { portfolio, items } = complete(block('elements: [3.2.4$0]'));
    const [item] = items;
    equal(item?.documentation, undefined);
    deepEqual(item?.data, { uri: at('evidence/a.md'), element: '3.2.4' });
    const inMarkdown = resolveCompletion(portfolio, item, '3.2.4', markdown).documentation;
    const inPlainText = resolveCompletion(portfolio, item, '3.2.4', plainText).documentation;
    ok(typeof inMarkdown === 'object' && typeof inPlainText === 'object');
    equal(inMarkdown.kind, 'markdown');
    ok(inMarkdown.value.includes('**3.2.4** We can demonstrate'), inMarkdown.value);
    ok(inMarkdown.value.includes('**Guidance**'), inMarkdown.value);
    ok(inMarkdown.value.includes('Crown copyright') || inMarkdown.value.includes('©'), inMarkdown.value);
    equal(inPlainText.kind, 'plaintext');
    ok(inPlainText.value.includes('\n3.2.4 We can demonstrate'), inPlainText.value);
    equal(resolveCompletion(portfolio, item, '9.9.9', markdown), item);
  });
  it('nothing that an editor would match against what has been typed', () => {
    for (const { filterText } of complete(block('elements: [accurate$0]')).items)
      equal(filterText, 'accurate');
    for (const { filterText, label } of complete(block('elements: [$0]')).items) equal(filterText, label);
    for (const { filterText, label } of complete(block('elements:\n   $0')).items) equal(filterText, label);
  });
});

describe('Completion of an ID that has been typed in full', () => {
  const chosen = (standard: Standard, typed: string, more = ''): string | undefined => {
    const setting = { files: against(standard.id), standards: [standard] };
    const { items } = complete(block(`elements: [${typed}$0${more}]`), setting);
    deepEqual(
      items.filter(({ preselect }) => preselect).map(({ label }) => label),
      items.slice(0, 1).map(({ label }) => label),
    );
    return items[0]?.label;
  };
  for (const [standard, typed, id, more] of [
    [controls, 'AC-2', 'AC-2', ''],
    [controls, 'ac-2', 'AC-2', ''],
    [controls, 'AC-2(1)', 'AC-2(1)', ''],
    [controls, 'AC-2.1', 'AC-2(1)', ''],
    [controls, 'AC2', 'AC-2', ''],
    // Listed already, which comes last otherwise.
    [controls, 'AC-2', 'AC-2', ', AC-2'],
    [clauses, '5.1', '5.1', ''],
    [clauses, 'A5.1', 'A.5.1', ''],
    [criteria, 'CC 6.1', 'CC6.1', ''],
    [singles, '1', '1', ''],
    [singles, 'A', 'A', ''],
    [singles, 'a', 'A', ''],
    [singles, 'A4', 'A4', ''],
    [outcomes, 'GV.OC-1', 'GV.OC-01', ''],
  ] as const)
    it(`puts ${id} first for ${typed}`, () => equal(chosen(standard, typed, more), id));

  it('leads from the ID of another edition to what has replaced it', () => {
    const { items } = complete(block('elements: [9.$0]'), { files: against('small') });
    deepEqual(
      items.map(({ label, detail }) => `${label}: ${detail}`),
      ['1.2: 9.9 is now 1.2'],
    );
  });
  it('chooses nothing beforehand for a part of an ID', () =>
    deepEqual(
      complete(block('elements: [3.2$0]')).items.filter(({ preselect }) => preselect),
      [],
    ));
});

describe('Completion for standards of other shapes', () => {
  const controls = standardOf(
    'controls',
    `title: Controls
children:
  - { id: AC-2(1), text: Accounts }
  - { id: AC-2, text: Accounts, assessable: true }
  - { id: GV.OC-01, text: Context }
  - { id: "1.1", text: Number }
  - { id: "1.10", text: Number }
  - { id: "A:b, c", text: Hostile }
  - { id: "# x", text: Hostile }
`,
  );
  const setting = { files: against('controls'), standards: [controls] };
  for (const [before, label, after] of [
    ['[AC-$0]', 'AC-2(1)', '[AC-2(1)]'],
    ['[AC-2(1$0)]', 'AC-2(1)', '[AC-2(1)]'],
    ['\n  - gv.oc$0', 'GV.OC-01', '\n  - GV.OC-01'],
    ['[1.1$0]', '1.10', '["1.10"]'],
    ['1.1$0', '1.1', '"1.1"'],
    ['\n  - $0', '1.10', '\n  - "1.10"'],
    ['\n$0', '1.10', '\n  - "1.10"'],
    ["['1.$0']", '1.10', "['1.10']"],
    ['["1.$0]', '1.10', '["1.10"]'],
    ['[hostile$0]', 'A:b, c', '["A:b, c"]'],
    ['[hostile$0]', '# x', '["# x"]'],
  ] as const) {
    it(`${JSON.stringify(before)} to ${label}`, () =>
      checkChosen(block(`elements: ${before}`), label, block(`elements: ${after}`), setting));
  }
  it('has a place for each', () => {
    const keys = complete(block('elements: [$0]'), setting).items.map(({ sortText }) => sortText);
    equal(new Set(keys).size, 7);
  });
});
