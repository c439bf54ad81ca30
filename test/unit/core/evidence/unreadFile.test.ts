/** Files that are meant as evidence and not read as such: each is told once, and mended with every line kept. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { startEvidence } from '../../../../server/core/evidence/startEvidence';
import { applyEdits } from '../../../../server/core/text/edit';
import { readUnread } from '../../../../server/core/evidence/unreadFile';
import { withReadBlock } from '../../../../server/core/evidence/unreadMends';
import { apply, at, factOf, indexOf } from '../../support/portfolioFiles';
import type { Files } from '../../support/portfolioFiles';

const body = '\n\nText of the file.\n\n---\n\nMore: text\n';
const manifest = { 'portfolio.yaml': 'title: T\n' };

/** The name of each case, what the file says above its body, where the finding stands, and what the fix makes of it. */
const block = '---\nelements: [3.2.4]\n---';
const titled = '---\ntitle: A\nelements: [3.2.4]\n---';
const cases: readonly (readonly [string, string, string, string])[] = [
  ['a capital', '---\nElements: [3.2.4]\n---', 'Elements', block],
  ['capitals', '---\nELEMENTS: [3.2.4]\n---', 'ELEMENTS', block],
  ['no s', '---\ntitle: A\nelement: [3.2.4]\n---', 'element', titled],
  ['a letter left out', '---\nelemnts: [3.2.4]\n---', 'elemnts', block],
  ['letters swapped', '---\nelemenst: [3.2.4]\n---', 'elemenst', block],
  ['two words', '---\nelement ids: [3.2.4]\n---', 'element ids', block],
  ['two words with a hyphen', '---\nelement-ids: [3.2.4]\n---', 'element-ids', block],
  ['two words in one', '---\nelementIds: [3.2.4]\n---', 'elementIds', block],
  ['another language', '---\nÉléments: [3.2.4]\n---', 'Éléments', block],
  ['bold letters', '---\n**elements**: [3.2.4]\n---', 'elements', block],
  ['bold letters with the colon', '---\n**Elements:** [3.2.4]\n---', 'Elements', block],
  ['quotation marks of a word processor', '---\n“elements”: [3.2.4]\n---', 'elements', block],
  ['an indented block', '---\n\tElements: [3.2.4]\n---', 'Elements', block],
  ['a list of names', '---\n- title: A\n- elements: [3.2.4]\n---', 'elements', titled],
  ['no space', '---\ntitle:A\nelements:[3.2.4]\n---', 'elements', titled],
  ['no colon', '---\nelements [3.2.4]\n---', 'elements', block],
  [
    'no colon, and items below',
    '---\nElements\n  - 3.2.4\n---',
    'Elements',
    '---\nelements:\n  - 3.2.4\n---',
  ],
  ['a colon of another script', '---\nelements：[3.2.4]\n---', 'elements', block],
  ['equals signs', '---\ntitle = A\nelements = [3.2.4]\n---', 'elements', titled],
  ['an empty line above', `\n${block}`, '---', block],
  ['empty lines and spaces above', `\n  \n\n${titled}`, '---', titled],
  ['a byte order mark and an empty line above', `\uFEFF\n${block}`, '---', `\uFEFF${block}`],
  ['a second byte order mark', `\uFEFF\uFEFF${block}`, '\uFEFF\uFEFF---', `\uFEFF${block}`],
  ['a mark without width above', `\u200B${block}`, '\u200B---', block],
  ['a remark above', `<!-- a remark -->\n${block}`, '---', `${block}\n\n<!-- a remark -->`],
  [
    'a remark over lines above',
    `<!--\nCopyright: us\n-->\n\n${block}`,
    '---',
    `${block}\n\n<!--\nCopyright: us\n-->`,
  ],
  ['a heading above', `# Title\n\n${block}`, '---', `${block}\n\n# Title`],
  ['words above', `Words\n\n${block}`, '---', `${block}\n\nWords`],
  ['another block above', `---\ntitle: A\n---\n${block}`, '---', titled],
  ['another block and an empty line above', `---\ntitle: A\n---\n\n${block}`, '---', titled],
  ['a long dash', '—\nelements: [3.2.4]\n—', '—', block],
  ['dashes', '–––\nelements: [3.2.4]\n–––', '–––', block],
  ['four hyphens', '----\nelements: [3.2.4]\n----', '----', block],
  ['hyphens with a gap', '-- -\nelements: [3.2.4]\n---', '-- -', block],
  ['stars', '***\nelements: [3.2.4]\n***', '***', block],
  ['underscores', '___\nelements: [3.2.4]\n___', '___', block],
  ['a backslash', '\\---\nelements: [3.2.4]\n\\---', '\\---', block],
  ['a space before the fence', ' ---\nelements: [3.2.4]\n---', ' ---', block],
  ['a no-break space behind the fence', '---\u00A0\nelements: [3.2.4]\n---', '---\u00A0', block],
  [
    'a remark behind the fence',
    '--- # x\nelements: [3.2.4]\n---',
    '--- # x',
    '---\n# x\nelements: [3.2.4]\n---',
  ],
  ['a name behind the fence', '--- title: A\nelements: [3.2.4]\n---', '--- title: A', titled],
  [
    'words behind the fence',
    '---Team Leader\nelements: [3.2.4]\n---',
    '---Team Leader',
    '---\n# Team Leader\nelements: [3.2.4]\n---',
  ],
  ['a code block', '```yaml\nelements: [3.2.4]\n```', '```yaml', block],
  ['a code block around the fences', `\`\`\`\n${block}\n\`\`\``, '```', block],
  ['no fence', 'title: A\nelements: [3.2.4]', 'elements', titled],
  ['no fence above', 'title: A\nelements: [3.2.4]\n---', 'elements', titled],
  ['one line', 'Elements: [3.2.4]', 'Elements', block],
  ['one line in bold letters', '**Elements:** [3.2.4]', 'Elements', block],
  ['no fence, and no end', '---\ntitle: A\nElements: [3.2.4]', 'Elements', titled],
  ['TOML', '+++\ntitle = "A"\nelements = ["3.2.4"]\n+++', '+++', '---\ntitle: "A"\nelements: ["3.2.4"]\n---'],
  ['TOML over lines', '+++\nElements = [\n"3.2.4",\n]\n+++', '+++', '---\nelements: [\n  "3.2.4",\n  ]\n---'],
  ['JSON', '{\n  "elements": ["3.2.4"]\n}', '{', '---\n{\n  "elements": ["3.2.4"]\n}\n---'],
  [
    'JSON on a line',
    '{ "Elements": ["3.2.4"] }',
    '{ "Elements": ["3.2.4"] }',
    '---\n{ "elements": ["3.2.4"] }\n---',
  ],
  [
    'JSON between semicolons',
    ';;;\n{ "elements": ["3.2.4"] }\n;;;',
    ';;;',
    '---\n{ "elements": ["3.2.4"] }\n---',
  ],
  [
    'another broken line',
    '---\ntitle: a: b\nElements: [3.2.4]\n---',
    'Elements',
    '---\ntitle: a: b\nelements: [3.2.4]\n---',
  ],
  ['items of a word processor', '—\nElements:\n• 3.2.4\n—', '—', '---\nelements:\n- 3.2.4\n---'],
];

const found = (files: Files, path = 'a.md') =>
  indexOf(files)
    .findings(at(path))
    .filter(({ rule }) => rule === 'evidence-unread');

describe('A file that is meant as evidence, with', () => {
  for (const [name, above, place, mended] of cases)
    for (const end of ['\n', '\r\n'])
      it(`${name}, is told once and can be mended${end === '\n' ? '' : ', with Windows line ends'}`, () => {
        const text = `${above}${body}`.replaceAll('\n', end);
        const [finding, ...others] = found({ ...manifest, 'a.md': text });
        ok(finding, 'It is told.');
        deepEqual(others, []);
        equal(text.slice(finding.span.start, finding.span.end), place);
        equal(finding.severity, 'warning');
        const after = withReadBlock(text);
        equal(after, `${mended}${body}`.replaceAll('\n', end));
        deepEqual(found({ ...manifest, 'a.md': after }), []);
        deepEqual(
          indexOf({ ...manifest, 'a.md': after })
            .evidenceAt(at('a.md'))
            ?.elements.map(({ id }) => id),
          ['3.2.4'],
        );
        // Adding an element mends the block, and makes no second one.
        const edits = startEvidence(at('a.md'), text, '1.1.1');
        ok(edits);
        const added = indexOf({ ...manifest, 'a.md': applyEdits(text, edits) }).evidenceAt(at('a.md'));
        deepEqual(
          added?.elements.map(({ id }) => id),
          ['3.2.4', '1.1.1'],
        );
        ok(added.text.endsWith(body.replaceAll('\n', end)));
        equal(added.text.match(/elements/gi)?.length, 1);
      });

  it('its name is told beside evidence, without a manifest, and not elsewhere', () => {
    const meant = '---\nElements: [3.2.4]\n---\n\nText.\n';
    equal(found({ 'a.md': meant }).length, 0);
    equal(found({ 'a.md': meant, 'b.md': `${block}\n\nText.\n` }).length, 1);
    equal(found({ 'portfolio.yaml': "include: ['e/**']", 'a.md': meant }).length, 0);
    equal(found({ 'portfolio.yaml': 'rules: { evidence-unread: off }', 'a.md': meant }).length, 0);
  });

  it('its finding comes and goes with what is written', () => {
    const meant = '---\nElements: [3.2.4]\n---\n\nText.\n';
    const files = new Map<string, string>([[at('a.md'), meant]]);
    const index = indexOf({ 'a.md': meant });
    const write = (path: string, text: string | undefined): number => {
      if (text === undefined) files.delete(at(path));
      else files.set(at(path), text);
      apply(index, [factOf(index, at(path), text)], files);
      return index.findings(at('a.md')).length;
    };
    equal(write('a.md', meant), 0);
    equal(write('b.md', `${block}\n\nText.\n`), 1);
    equal(write('b.md', undefined), 0);
    equal(write('portfolio.yaml', 'title: T\n'), 1);
    equal(write('a.md', 'Text.\n'), 0);
    equal(write('a.md', meant), 1);
    equal(write('a.md', undefined), 0);
  });
});

/** What `keys` calls the elements, what the file says above its body, where it looks for them, and what the fix makes of it. */
const below: readonly (readonly [string, string, string, string | undefined])[] = [
  ['elements', '---\nmeta:\n  elements: [3.2.4]\n---', 'meta.elements', block],
  [
    'controls',
    '---\ntitle: A\nmeta:\n  controls: [3.2.4]\n---',
    'meta.controls',
    '---\ntitle: A\ncontrols: [3.2.4]\n---',
  ],
  [
    'controls',
    '---\nmeta:\n  controls:\n    - 3.2.4\n---',
    'meta.controls',
    '---\ncontrols:\n  - 3.2.4\n---',
  ],
  [
    'controls',
    '---\nmeta:\n  controls: "3.2.4"\n  team: Desk\n---',
    'meta.controls',
    '---\ncontrols: "3.2.4"\nmeta:\n  team: Desk\n---',
  ],
  [
    'controls',
    '---\ntitle: A\nmeta: { team: Desk, controls: [3.2.4] }\n---',
    'meta.controls',
    '---\ntitle: A\ncontrols: [3.2.4]\nmeta: { team: Desk }\n---',
  ],
  ['controls', '---\na:\n  b:\n    controls: [3.2.4]\n---', 'a.b.controls', '---\ncontrols: [3.2.4]\n---'],
  ['controls', '---\nmeta:\n  controls: # ours\n    - 3.2.4 # the best one\n---', 'meta.controls', undefined],
  ['controls', '---\nparts:\n  - controls: [3.2.4]\n---', 'parts.controls', undefined],
  ['meta.controls', '---\ncontrols: [3.2.4]\n---', 'controls', '---\nmeta:\n  controls: [3.2.4]\n---'],
  [
    'meta.controls',
    '---\nMeta:\n  controls: [3.2.4]\n---',
    'Meta.controls',
    '---\nmeta:\n  controls: [3.2.4]\n---',
  ],
];

describe('Elements in the map of another name', () => {
  for (const [called, above, where, after] of below)
    it(`are told, and moved if that is safe: ${called} under ${where}${after === undefined ? ', not moved' : ''}`, () => {
      const files = { 'portfolio.yaml': `keys: { elements: ${called} }\n`, 'a.md': above + body };
      const [finding, ...others] = indexOf(files).findings(at('a.md'));
      deepEqual(others, []);
      equal(finding?.rule, 'evidence-unread');
      ok(
        finding.message.includes(`looked for under “${called}”, and stand under “${where}”.`),
        finding.message,
      );
      equal(finding.message.includes(`keys: { elements: ${where} }`), !where.startsWith('parts'));
      const names = indexOf({ ...files, 'a.md': '' }).portfolioAt(at('a.md'))?.names;
      equal(withReadBlock(above + body, names), after === undefined ? undefined : after + body);
      if (after === undefined) return;
      deepEqual(
        indexOf({ ...files, 'a.md': after + body })
          .evidenceAt(at('a.md'))
          ?.elements.map(({ id }) => id),
        ['3.2.4'],
      );
    });

  it('are left in peace where the portfolio says that the key is another one', () =>
    deepEqual(
      indexOf({
        'portfolio.yaml': 'custom-keys: [meta]\n',
        'a.md': `---\nmeta:\n  elements: [3.2.4]\n---${body}`,
      }).findings(at('a.md')),
      [],
    ));
});

describe('A file that is not meant as evidence', () => {
  for (const [name, text] of [
    ['a page', '# Page\n\nText about 3.2.4.\n'],
    ['a page with a rule', '# Page\n\nText.\n\n---\n\nElements of style, 3.2.4\n'],
    [
      'words about elements between rules',
      '# Page\n\nText.\n\n---\n\nElements: 3.2.4 is discussed here.\n\n---\n',
    ],
    ['an example in a code block', `# How to\n\n\`\`\`yaml\n${block}\n\`\`\`\n`],
    ['an example in a code block below words', `Write:\n\n~~~\n${block}\n~~~\n`],
    ['an example further down', `${'A line.\n\n'.repeat(8)}${block}\n`],
    ['a version', '---\ntitle: A\nversion: 3.2.4\n---\n\nText.\n'],
    ['a list of changes', '# Changes\n\n## 3.2.4\n\n- elements: fixed in 3.2.4\n'],
    ['elements of another kind', '---\nElements: [H, He]\n---\n\nText.\n'],
    ['one of another kind', '---\nelement: v3.2.4\n---\n\nText.\n'],
    ['tags', '---\ntags: [3.2.4]\n---\n\nText.\n'],
    ['a key further in, with something else', '---\na:\n  elements: [H, He]\n---\n\nText.\n'],
    ['a key further in, with more than IDs', '---\na:\n  elements: [3.2.4, He]\n---\n\nText.\n'],
    ['a key further in, with a version', '---\na:\n  elements: 3.2.4-beta\n---\n\nText.\n'],
    ['a key further in, with a map', '---\na:\n  elements: { from: 3.2.4 }\n---\n\nText.\n'],
    ['another key further in', '---\na:\n  controls: [3.2.4]\n---\n\nText.\n'],
    ['a heading of the standard', '# 3.2.4\n\nElement: 3.2.4\n\nText.\n'],
    ['a line that says more', 'Elements: 3.2.4 and what we do about them\n'],
    ['a list below a word', 'Elements\n- 3.2.4\n'],
    ['a table', '| Elements | Evidence |\n| --- | --- |\n| 3.2.4 | a.md |\n'],
    ['a key that was taken out', '---\ntitle: A\n# elements: [3.2.4]\n---\n\nText.\n'],
    ['a block that was taken out', `<!--\n${block}\n-->\n\nText.\n`],
    ['nothing', ''],
    ['a rule', '---\n'],
  ] as const)
    it(`is left in peace: ${name}`, () => deepEqual(found({ ...manifest, 'a.md': text }), []));

  it('is every Markdown file of the packages that are installed', () => {
    const paths = readdirSync('node_modules', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:md|markdown)$/i.test(path))
      .map((path) => `node_modules/${path}`);
    ok(paths.length > 100);
    const texts = paths.flatMap((path): readonly (readonly [string, string])[] => {
      try {
        return [[path, readFileSync(path, 'utf8')]];
      } catch {
        // A folder may be called so.
        return [];
      }
    });
    deepEqual(
      texts.filter(([path, text]) => readUnread(path, text) !== undefined).map(([path]) => path),
      [],
    );
  });
});

describe('startEvidence', () => {
  const started = (text: string): string | undefined => {
    const edits = startEvidence(at('a.md'), text, '3.2.4');
    return edits && applyEdits(text, edits);
  };
  for (const [name, before, after] of [
    ['an unclosed block', '---\ntitle: A\n\nText.\n', '---\ntitle: A\nelements:\n  - 3.2.4\n---\n\nText.\n'],
    [
      'a broken line',
      '---\ntitle: A: b\n---\n\nText.\n',
      '---\ntitle: "A: b"\nelements:\n  - 3.2.4\n---\n\nText.\n',
    ],
    ['another fence', '—\ntitle: A\n—\n\nText.\n', '---\ntitle: A\nelements:\n  - 3.2.4\n---\n\nText.\n'],
    [
      'an empty line above',
      '\n---\ntitle: A\n---\n\nText.\n',
      '---\ntitle: A\nelements:\n  - 3.2.4\n---\n\nText.\n',
    ],
    ['TOML', '+++\ntitle = "A"\n+++\n\nText.\n', '---\ntitle: "A"\nelements:\n  - 3.2.4\n---\n\nText.\n'],
    ['a rule on the first line', '---\n\nText.\n', '---\nelements:\n  - 3.2.4\n---\n\n---\n\nText.\n'],
    [
      'words with a colon',
      'Owner: the desk answers\n\nText.\n',
      '---\nelements:\n  - 3.2.4\n---\n\nOwner: the desk answers\n\nText.\n',
    ],
  ] as const)
    it(`makes one block of ${name}`, () => equal(started(before), after));

  for (const [name, text] of [
    ['TOML with tables', '+++\ntitle = "A"\n[params]\nelements = ["3.2.4"]\n+++\n\nText.\n'],
    ['the marks of a conflict', '---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n---\n\nText.\n'],
  ] as const)
    it(`writes nothing above ${name}`, () => equal(started(text), undefined));
});
