/** What is offered for each fault of a text of YAML: its title, and the text after it; nothing where nothing helps. */
import { deepEqual, ok } from 'node:assert/strict';
import { blockRemedy } from '../../../../server/core/evidence/blockMends';
import { parseFrontMatter } from '../../../../server/core/frontMatter/frontMatter';
import { applyEdits } from '../../../../server/core/text/edit';
import type { Remedy } from '../../../../server/core/yaml/remedies';
import { remedyFor } from '../../../../server/core/yaml/remedies';
import { parseYaml } from '../../../../server/core/yaml/tree';

type Answer = readonly [title: string, after: string] | undefined;
/** A text, and what is offered for its first fault, its second one, and so on. */
type Row = readonly [before: string, ...answers: readonly Answer[]];

const quote = (value: string): string => `Put quotation marks around “${value}”`;
const fit = 'Indent this line as the ones around it';
const hash = 'Put quotation marks around what has a # in it';
const dashes = 'Write dashes for these bullets';

/** Lines of front matter. Each line is read by itself, and has its own fault. */
const blocks: readonly Row[] = [
  // Marks at the start of a text, wherever it stands.
  ['owner: @me', [quote('@me'), 'owner: "@me"']],
  ['owner :  @me  ', [quote('@me'), 'owner :  "@me"  ']],
  ['owner:\t@me', [quote('@me'), 'owner:\t"@me"']],
  ['"Kind of":  @me', [quote('@me'), '"Kind of":  "@me"']],
  ["'Kind of': @me", [quote('@me'), `'Kind of': "@me"`]],
  ['Kind of: @me', [quote('@me'), 'Kind of: "@me"']],
  ['Größe: @me', [quote('@me'), 'Größe: "@me"']],
  ['CSE:1.1: @me', [quote('@me'), 'CSE:1.1: "@me"']],
  ['more:\n  owner: @me\n  team: North', [quote('@me'), 'more:\n  owner: "@me"\n  team: North']],
  ['attachments:\n- a.pdf\n-   @b.pdf', [quote('@b.pdf'), 'attachments:\n- a.pdf\n-   "@b.pdf"']],
  ['attachments:\n    -\t@b.pdf', [quote('@b.pdf'), 'attachments:\n    -\t"@b.pdf"']],
  ['title: -x: y', [quote('-x: y'), 'title: "-x: y"']],
  ['title: ? x: y', [quote('? x: y'), 'title: "? x: y"']],
  ['title: ]x', [quote(']x'), 'title: "]x"']],
  ['title: |x', [quote('|x'), 'title: "|x"']],
  // Behind a dash and a name, the value; a sentence with two colons is one text.
  ['more:\n  - team : @me', [quote('@me'), 'more:\n  - team : "@me"']],
  [
    'more:\n  - team: North: us\n    who: we',
    [quote('North: us'), 'more:\n  - team: "North: us"\n    who: we'],
  ],
  ['attachments:\n  - A: b: c.pdf', [quote('A: b: c.pdf'), 'attachments:\n  - "A: b: c.pdf"']],
  // Marks around a text and within it.
  ['title: A "quoted": word', [quote('A "quoted": word'), `title: 'A "quoted": word'`]],
  [`title: it's: "so"`, [quote(`it's: "so"`), `title: "it's: \\"so\\""`]],
  [`title: 'A' and 'B'`, [quote(`'A' and 'B'`), `title: "'A' and 'B'"`]],
  [`title: "A" or 'B'`, [quote(`"A" or 'B'`), `title: "\\"A\\" or 'B'"`]],
  ['title: {A} b', [quote('{A} b'), 'title: "{A} b"']],
  ['title: "C:\\data"', ['Use single quotation marks', "title: 'C:\\data'"]],
  ['title: "C:\\data" # ours', ['Use single quotation marks', "title: 'C:\\data' # ours"]],
  ['title: "C:\\data\\"', ['Use single quotation marks', "title: 'C:\\data\\'"]],
  [`title: "it's C:\\data"`, [quote(`"it's C:\\data"`), `title: "\\"it's C:\\\\data\\""`]],
  ["title: 'it's'", ['Use double quotation marks', `title: "it's"`]],
  ["title: 'it's' # 'ours", ['Use double quotation marks', `title: "it's" # 'ours`]],
  [`title: 'it's "so"'`, [quote(`'it's "so"'`), `title: "'it's \\"so\\"'"`]],
  ["title: 'C:\\a's'", [quote("'C:\\a's'"), `title: "'C:\\\\a's'"`]],
  ["title: 'a 'b' c'", [quote("'a 'b' c'"), `title: "'a 'b' c'"`]],
  // What is open is closed, brackets before a remark.
  ['title: "a\n# more: here\n\nkind: data', ['Add the missing "', 'title: "a"\n# more: here\n\nkind: data']],
  ['title: "a # b', ['Add the missing "', 'title: "a # b"']],
  ["title: 'a   ", ["Add the missing '", "title: 'a'   "]],
  ['attachments: [a, b   ', ['Add the missing ]', 'attachments: [a, b]   ']],
  ['attachments: [a, b # ours', ['Add the missing ]', 'attachments: [a, b] # ours']],
  ['more: { a: b # ours', ['Add the missing }', 'more: { a: b} # ours']],
  ['more: [[a]', ['Add the missing ]', 'more: [[a]]']],
  ['more: [a]]', undefined],
  ['more: [@a, b]', undefined],
  // A # that has taken a bracket.
  ['attachments: [ a #1 ,b]', [hash, 'attachments: [ "a #1" ,b]']],
  ['attachments: [a #1, #2] # ours', [hash, 'attachments: ["a #1", "#2"] # ours']],
  [`attachments: ["a, b", c #3, 'd #e', f]`, [hash, `attachments: ["a, b", "c #3", 'd #e', f]`]],
  ["attachments: [a #1, it's]", undefined],
  ['more: {a #1}', [hash, 'more: {"a #1"}']],
  // Lines that are no names with a value.
  ['  kind: data\n  title = A', ['Write a colon', '  kind: data\n  title: A']],
  ['kind: data\ntitle=A', ['Write a colon', 'kind: data\ntitle: A']],
  ['title: T\nreview-by = A', ['Write a colon', 'title: T\nreview-by: A']],
  ['title: T\nreview-by:A', ['Add the missing space', 'title: T\nreview-by: A']],
  ['title: T\nreview-by A', ['Add the missing colon', 'title: T\nreview-by: A']],
  ['title: T\nhttps://example.org', undefined],
  ['title: T\n----', undefined],
  // Bullets, on every line of the list.
  ['attachments:\n  * a\n  • b\n  + c\ntitle: T', [dashes, 'attachments:\n  - a\n  - b\n  - c\ntitle: T']],
  ['attachments:\n  - a\n  + b\n  +  c', [dashes, 'attachments:\n  - a\n  - b\n  - c']],
  ['attachments:\n  - * a\n  - * b', [dashes, 'attachments:\n  - a\n  - b']],
  ['title: T\n* a\n* b\nkind: data', undefined, undefined],
  // Characters that look like a space, or like nothing.
  ['title: T\nowner:\u00A0Me', ['Put right a no-break space', 'title: T\nowner: Me']],
  ['title: T\nowner:\u200B Me', ['Put right a zero-width space', 'title: T\nowner: Me']],
  ['attachments:\n\u00A0 -\u2003a', ['Put right a no-break space and an em space', 'attachments:\n  - a']],
  [
    'attachments:\n\u00A0\u00A0-\u00A0a\n\u00A0\u00A0-\u00A0b\nkind: data',
    ['Put right a no-break space', 'attachments:\n  - a\n  - b\nkind: data'],
  ],
  [
    'kind: data\ntitle:\u00A0T\nowner:\u00A0Me',
    ['Put right a no-break space', 'kind: data\ntitle: T\nowner:\u00A0Me'],
    ['Put right a no-break space', 'kind: data\ntitle:\u00A0T\nowner: Me'],
  ],
  // What would hide a list is no remedy.
  ['attach: ments:\n  - a.pdf\n  - b.pdf', undefined],
  // Indentation.
  ['attachments:\n  - a\n\t- b', ['Indent with spaces', 'attachments:\n  - a\n  - b']],
  ['title: >\n\tT', ['Indent with spaces', 'title: >\n  T']],
  ['attachments:\n    - a\n  - b', [fit, 'attachments:\n    - a\n    - b']],
  ['more:\n  a: b\n   c: d', [fit, 'more:\n  a: b\n  c: d']],
  ['more:\n  a: b\n c: d', [fit, 'more:\n  a: b\n  c: d']],
  ['title: T\n  kind: data', [fit, 'title: T\nkind: data']],
  // What ends the block.
  ['title: T\n... \nkind: data', ['Remove this line', 'title: T\nkind: data']],
  ['title: T\n--- x\nkind: data', undefined],
  // Each fault has its own remedy, whatever stands before it.
  [
    'owner: @me\n...\ntitle: "T\nkind: a: b',
    [quote('@me'), 'owner: "@me"\n...\ntitle: "T\nkind: a: b'],
    ['Remove this line', 'owner: @me\ntitle: "T\nkind: a: b'],
    ['Add the missing "', 'owner: @me\n...\ntitle: "T"\nkind: a: b'],
    [quote('a: b'), 'owner: @me\n...\ntitle: "T\nkind: "a: b"'],
  ],
  [
    'attachments:\n  - "a\n  - @b\n  - c: d: e',
    ['Add the missing "', 'attachments:\n  - "a"\n  - @b\n  - c: d: e'],
    [quote('@b'), 'attachments:\n  - "a\n  - "@b"\n  - c: d: e'],
    [quote('c: d: e'), 'attachments:\n  - "a\n  - @b\n  - "c: d: e"'],
  ],
];

/** All of portfolio.yaml, of which only the first fault is told. */
const manifests: readonly Row[] = [
  ['title: Ours: all\nrules: { a: off }\n', [quote('Ours: all'), 'title: "Ours: all"\nrules: { a: off }\n']],
  ['\uFEFFtitle: @us\n', [quote('@us'), '\uFEFFtitle: "@us"\n']],
  ['title: @us', [quote('@us'), 'title: "@us"']],
  ['assignments:\n  1.1: @me\n', [quote('@me'), 'assignments:\n  1.1: "@me"\n']],
  ['assignments:\n  "1.1": @me\n', [quote('@me'), 'assignments:\n  "1.1": "@me"\n']],
  // Another text is no remedy for what stands in brackets, and none for a line below that does not fit.
  ['assignments: { 1.1: @me }\n', undefined],
  ['exclude: [a, "b #1", c #2\n', undefined],
  ['title: T\n standard: small\n', [fit, 'title: T\nstandard: small\n']],
  [
    'rules:\n    link-broken: off\n  body-empty: off\n',
    [fit, 'rules:\n    link-broken: off\n    body-empty: off\n'],
  ],
  [
    'rules:\n  link-broken: off\n    body-empty: off\n',
    [fit, 'rules:\n  link-broken: off\n  body-empty: off\n'],
  ],
  [
    'rules:\n  link-broken: off\n\tbody-empty: off\n',
    ['Indent with spaces', 'rules:\n  link-broken: off\n  body-empty: off\n'],
  ],
  ['rules: { a: off # ours\n', ['Add the missing }', 'rules: { a: off} # ours\n']],
  ['title: T\n...\nowner: Us\n', ['Remove the line of ... above', 'title: T\nowner: Us\n']],
  ['title: T\n---\nowner: Us\n', ['Remove this line', 'title: T\nowner: Us\n']],
  ['title: T\n\n...\n\nowner: Us\n---\nx: y\n', undefined],
  ['  title: T\nstandard: small\n', undefined],
];

function check(
  rows: readonly Row[],
  around: (yaml: string) => string,
  remediesIn: (text: string) => readonly (Remedy | undefined)[],
): void {
  for (const [before, ...answers] of rows)
    for (const end of ['\n', '\r\n', '\r']) {
      const text = around(before).replaceAll('\n', end);
      const remedies = remediesIn(text);
      ok(remedies.length >= answers.length, JSON.stringify(text));
      deepEqual(
        remedies.slice(0, answers.length).map((one) => one && [one.title, applyEdits(text, one.edits)]),
        answers.map((one) => one && [one[0], around(one[1]).replaceAll('\n', end)]),
        JSON.stringify(text),
      );
    }
}

describe('A remedy for a fault of YAML', () => {
  it('in front matter changes that line, and no other that says something', () => {
    check(
      blocks,
      (block) => `---\n${block}\n---\n\nText.\n`,
      (text) => {
        const frontMatter = parseFrontMatter(text);
        ok(frontMatter.kind === 'closed', text);
        return frontMatter.faults.map((fault) => blockRemedy(text, fault));
      },
    );
  });
  it('in portfolio.yaml costs nothing of what is there', () => {
    check(
      manifests,
      (text) => text,
      (text) => parseYaml(text).faults.map((fault) => remedyFor(text, fault, text.length, parseYaml)),
    );
  });
});
