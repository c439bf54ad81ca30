import { deepEqual, equal, ok } from 'node:assert/strict';
import { prepareRename, renameRef } from '../../../../server/features/navigation/rename';
import { relativePath } from '../../../../server/core/text/uri';
import { edited } from '../../support/cursor';
import type { Files } from '../../support/portfolioFiles';
import { home } from '../../support/portfolioFiles';
import type { PlaceSetting } from '../../support/placed';
import { placed, textIn, variants } from '../../support/placed';

const block = (value: string, body = ''): string => `---\ntitle: A\n${value}\n---\n\n${body}`;
const manifest: Files = { 'portfolio.yaml': 'title: T\n' };

/** Checks what all changed files say after the ref at $0 got another name, or why that was refused. */
function checkRename(
  source: string,
  name: string,
  expected: Readonly<Record<string, string>> | string,
  setting: PlaceSetting = { files: manifest },
): void {
  const { index, portfolio, cursor } = placed(source, setting);
  const answer = renameRef(portfolio, cursor, name);
  if ('refusal' in answer) {
    equal(answer.refusal, expected);
    return;
  }
  const after = [...answer.edits].map(([uri, edits]) => [
    relativePath(home, uri),
    edited(index.textOf(uri) ?? '', edits),
  ]);
  deepEqual(Object.fromEntries(after), expected);
}

/** Checks what would be renamed, and what stands in the box; null: refused. */
function checkPrepare(
  source: string,
  expected: readonly [string, string] | null,
  files: Files = manifest,
): void {
  const { portfolio, cursor } = placed(source, { files });
  const answer = prepareRename(portfolio, cursor);
  if ('refusal' in answer) {
    equal(expected, null, answer.refusal);
    ok(answer.refusal.startsWith('Only a ref can be renamed'));
    return;
  }
  deepEqual([textIn(cursor.text, answer.range), answer.placeholder], expected);
}

describe('A ref', () => {
  const citing = block('elements: [1.1.1]\nref: ES 13', 'After ES 12, see ES 120 and ES 12.1.\n');
  const files: Files = {
    ...manifest,
    'b.md': citing,
    'c.md': block('elements: [1.1.1]', 'Nothing here.\n'),
    'notes.md': 'ES 12\n',
  };
  for (const [variant, text] of variants(
    block('elements: [1.1.1]\nref: ES $012   # ours', '# ES 12\n\n😀 (ES 12)\n'),
  ))
    it(`is renamed wherever it is cited, with ${variant}`, () =>
      checkRename(
        text,
        ' P  7 ',
        {
          'a.md': text.replace('ES $012', 'P 7').replace('# ES 12', '# P 7').replace('(ES 12)', '(P 7)'),
          'b.md': citing.replace('After ES 12', 'After P 7'),
        },
        { files },
      ));

  it('is renamed where it is cited', () =>
    checkRename(
      block('elements: [1.1.1]', 'See ES$0 12.\n'),
      'ES 20',
      {
        'a.md': block('elements: [1.1.1]', 'See ES 20.\n'),
        'd.md': block("elements: [1.1.1]\nref: 'ES 20'", ''),
      },
      { files: { ...manifest, 'd.md': block("elements: [1.1.1]\nref: 'ES 12'") } },
    ));
  it('keeps its quotation marks, and gets those that it needs', () => {
    for (const [before, name, after] of [
      ['"ES 1$0"', 'ES 2', '"ES 2"'],
      ["'ES 1$0'", 'ES 2', "'ES 2'"],
      ['ES 1$0', '12', '"12"'],
      ['ES 1$0', 'a: b', '"a: b"'],
      ['ES 1$0', '[x]', '"[x]"'],
      ["'ES 1$0'", "it's", "it's"],
    ] as const)
      checkRename(block(`elements: [1.1.1]\nref: ${before}`), name, {
        'a.md': block(`elements: [1.1.1]\nref: ${after}`),
      });
  });
  it('is not renamed in the address of a link', () =>
    checkRename(block('elements: [1.1.1]\nref: P7$0', '[P7](p/P7/x.md) <https://e.org/P7>\n'), 'P8', {
      'a.md': block('elements: [1.1.1]\nref: P8', '[P8](p/P7/x.md) <https://e.org/P7>\n'),
    }));
  it('of two files is renamed in one of them', () => {
    const two = { ...manifest, 'b.md': block('elements: [1.1.1]\nref: ES 1', 'ES 1\n') };
    checkRename(
      block('elements: [1.1.1]\nref: ES 1$0', 'ES 1\n'),
      'ES 2',
      { 'a.md': block('elements: [1.1.1]\nref: ES 2', 'ES 1\n') },
      { files: two },
    );
    checkRename(
      block('elements: [1.1.1]\nref: ES 1', 'E$0S 1\n'),
      'ES 2',
      'Several files have the ref ES 1. Give each its own first: rename it where “ref” stands at the top of the file.',
      { files: two },
    );
  });
  it('stays where there is nothing to do', () =>
    checkRename(block('elements: [1.1.1]\nref: ES 1$0'), 'ES 1', {
      'a.md': block('elements: [1.1.1]\nref: ES 1'),
    }));
});

describe('A ref is not renamed', () => {
  const source = block('elements: [1.1.1]\nref: ES 1$0');
  it('to nothing', () => checkRename(source, ' ', 'Type the new ref: it cannot be empty.'));
  it('to that of another file', () =>
    checkRename(source, 'ES 13', 'The ref ES 13 is already used by e/b.md. Choose another one.', {
      files: { ...manifest, 'e/b.md': block('elements: [1.1.1]\nref: ES 13') },
    }));
  it('where the block has a mistake', () =>
    checkRename(
      '---\nelements: [1.1.1]\nref: ES 1$0\n\nText.\n',
      'ES 2',
      'The block at the top of a.md has a mistake. Put that right first, then rename.',
    ));
  it('where the cursor is on something else', () =>
    checkRename(
      block('elements: [1.1$0.1]\nref: ES 1'),
      'ES 2',
      'Only a ref can be renamed: put the cursor on the value of “ref”, or on a mention of it.',
    ));
});

describe('What would be renamed', () => {
  it('is a ref', () => {
    checkPrepare(block('elements: [1.1.1]\nref: ES$0 1'), ['ES 1', 'ES 1']);
    checkPrepare(block('elements: [1.1.1]\nref: "$0ES 1"'), ['ES 1', 'ES 1']);
    checkPrepare(block('elements: [1.1.1]\nref: ES 1', 'See ES\u00A0$01.\n'), ['ES\u00A01', 'ES 1']);
  });
  it('is nothing else', () => {
    for (const source of [
      block('elements: [1.1$0.1]'),
      block('elements: [1.1.1]\nre$0f: ES 1'),
      block('elements: [1.1.1]\nref: ES 1', 'wo$0rd\n'),
      block('elements: [1.1.1]', 'ES$0 1\n'),
    ])
      checkPrepare(source, null);
  });
});
