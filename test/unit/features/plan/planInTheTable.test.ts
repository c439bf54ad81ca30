/** Hover, hints, outline, formatting, links, references and file renames in a plan. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { definition } from '../../../../server/features/navigation/definition';
import { documentLinks } from '../../../../server/features/navigation/documentLinks';
import { documentSymbols } from '../../../../server/features/navigation/documentSymbols';
import { fileRenameEdits } from '../../../../server/features/navigation/fileRename';
import { highlights } from '../../../../server/features/navigation/highlights';
import { hover } from '../../../../server/features/hover/hover';
import { inlayHints } from '../../../../server/features/views/inlayHints';
import { plainText } from '../../../../server/features/text/markup';
import { planFormatting } from '../../../../server/features/plan/formatting';
import { references } from '../../../../server/features/navigation/references';
import { edited } from '../../support/cursor';
import { at } from '../../support/portfolioFiles';
import { placed, standardPlace, textIn, told, variants } from '../../support/placed';

const files = { 'portfolio.yaml': 'standard: small\n', 'a.md': '---\nelements: ["1.1"]\n---\n\nText.\n' };
const setting = { files, path: 'action-plan.md', today: '2026-11-21' };
const top = '| ID | Action | Due | Status |\n|-|-|-|-|\n';
const table = (...rows: readonly string[]): string => `${top}${rows.join('\n')}\n`;

/** What a hover at $0 says, and what it is about. */
function checkHover(source: string, expected: readonly [about: string, said: RegExp] | null): void {
  for (const [name, text] of variants(source)) {
    const { portfolio, cursor } = placed(text, setting);
    const found = hover(portfolio, cursor, { markup: plainText });
    if (!expected || !found) {
      equal(found, expected, name);
      continue;
    }
    const { value } = found.contents as { readonly value: string };
    equal(found.range && textIn(cursor.text, found.range), expected[0], name);
    equal(expected[1].test(value), true, `${name}: ${value}`);
  }
}

it('Hover on an element, anywhere, tells of its actions', () => {
  const { portfolio, cursor } = placed('---\nelements: ["1.$02"]\n---\n', {
    files: {
      'portfolio.yaml': 'standard: small\n',
      'action-plan.md':
        '| ID | Lead | Due | Status |\n|-|-|-|-|\n| 1.2 | *M* | 2026-12-03 | 50 % |\n| 1.2 | | | |\n| 1.2 | | | done |\n',
    },
    today: '2026-11-21',
  });
  const { value } = hover(portfolio, cursor, { markup: plainText })!.contents as { readonly value: string };
  match(value, /\nAction plan here: \*M\*, in progress, due in 12 days; open; 1 complete$/);
});

describe('Hover in a plan', () => {
  const cases: readonly [source: string, expected: readonly [string, RegExp] | null][] = [
    ['| 1.$01 | x | | |', ['1.1', /People are greeted[^]*Coverage here: evidenced, 1 item/]],
    ['| [1$0.1](a.md) | x | | |', ['1.1', /People are greeted/]],
    ['| 1$0 Welcome | | | |', ['1', /Welcome[^]*1 of 2 evidenced/]],
    ['| 1.2 | So$0me action | | |', ['Some action', /The opening hours are known[^]*missing/]],
    [
      '| 1.1 | x | 2026-12-$003 | |',
      ['2026-12-03', /^Due in 12 days \(by 3 December 2026\)\n\n1.1: People are greeted$/],
    ],
    ['| 1.1 | x | 20/11/2026$0 | |', ['20/11/2026', /^1 day overdue/]],
    ['| 1.1 | x | Nov$0ember 2026 | |', ['November 2026', /^Due in 9 days \(by 30 November 2026\)/]],
    ['| 1.1 | x | 21/11/2026 | in$0 progress |', ['in progress', /^Due today/]],
    ['| 1.1 | x | 2020 | do$0ne |', ['done', /^Complete \(by 31 December 2020\)/]],
    ['| 1.1 | x | ongo$0ing | |', ['ongoing', /^Ongoing/]],
    ['| 1.1 | x | so$0on | |', null],
    ['| 7.7 | x$0y | | |', null],
    ['| Head$0ing | | | |', null],
  ];
  for (const [row, expected] of cases) it(row, () => checkHover(table(row), expected));
});

it('Inlay hints say what is overdue', () => {
  const { portfolio, cursor } = placed(
    table(
      '| 1.1 | x | 2026-11-18 | |$0',
      '| 1.2 | x | 2026-11-18 | done |',
      '| 2.1 | x | 2027 | |',
      '| 2.1 | x | October 2026 | |',
    ),
    setting,
  );
  const hints = inlayHints(portfolio, cursor.uri, { start: 0, end: cursor.text.length });
  deepEqual(
    hints.map(({ position, label }) => `${position.line}:${position.character} ${label as string}`),
    ['2:22 (3 days overdue)', '5:24 (21 days overdue)'],
  );
  deepEqual(inlayHints(portfolio, cursor.uri, { start: 0, end: top.length }), []);
});

it('The outline has the actions below their headings', () => {
  const { portfolio, cursor } = placed(
    table(
      '| 7.7 | Early | | |$0',
      '| **1 Welcome** | | | 2 Answers |',
      '| 1.1 | x | 2026-11-18 | |',
      '| 1.2 | y | | done |',
      '| | | | |',
      '| Other | | | |',
    ),
    setting,
  );
  const symbols = documentSymbols(portfolio, cursor.uri)!;
  const shown = symbols.flatMap(({ name, children = [], range }) => [
    `${name} ${range.start.line}-${range.end.line}`,
    ...children.map(
      (child) => `  ${child.name}: ${child.detail}, ${textIn(cursor.text, child.selectionRange)}`,
    ),
  ]);
  deepEqual(shown, [
    '7.7 Early 2-2',
    '1 Welcome · 2 Answers 3-6',
    '  1.1 People are greeted: 3 days overdue, 1.1',
    '  1.2 The opening hours are known: complete, 1.2',
    'Other 7-7',
  ]);
});

it('Formatting aligns the tables, those in a range only where one is given', () => {
  const one = '| ID | Action |\n|-|:-:|\n| 1.1 | x |\n';
  const aligned = '| ID  | Action |\n| --- | :----: |\n| 1.1 |   x    |\n';
  for (const [, text] of variants(`$0# Plan\n\n${one}\nText.\n\n${one}`)) {
    const { portfolio, cursor } = placed(text, setting);
    const plan = portfolio.plans.get(cursor.uri)!;
    const end = cursor.text.includes('\r') ? '\r\n' : '\n';
    const [source, wanted] = [one, aligned].map((part) => part.replaceAll('\n', end));
    equal(edited(cursor.text, planFormatting(plan)), cursor.text.replaceAll(source!, wanted!));
    const inSecond = { start: cursor.text.length - 8, end: cursor.text.length - 8 };
    const last = cursor.text.lastIndexOf(source!);
    equal(edited(cursor.text, planFormatting(plan, inSecond)), cursor.text.slice(0, last) + wanted!);
    deepEqual(planFormatting(plan, { start: 0, end: 3 }), []);
  }
});

it('IDs lead to the standard, and are found from evidence', () => {
  for (const [name, text] of variants(
    table('| 1 Welcome | | | |', '| [1.$01](a.md) | x | | |', '| 2 | | | |'),
  )) {
    const { index, portfolio, cursor } = placed(text, setting);
    deepEqual(
      definition(portfolio, cursor, standardPlace)?.map(({ targetUri }) => targetUri),
      ['standard:1.1'],
      name,
    );
    deepEqual(
      references(portfolio, cursor, standardPlace, { includeDeclaration: false })?.map((found) =>
        told(index, found),
      ),
      ['a.md:2 "1.1"', 'action-plan.md:4 1.1'],
      name,
    );
    deepEqual(
      documentLinks(portfolio, cursor.uri, standardPlace).map(({ range }) => textIn(cursor.text, range)),
      ['1', '1.1', '2'],
      name,
    );
  }
});

it('IDs are highlighted, those of groups in headings', () => {
  const rows = ['| 1 Welcome | 1 | | 2 Answers |', '| 1.1 | as in 1.1 | | |', '| 1 | 1.2 | | |'];
  const shown = (source: string): readonly string[] => {
    const { portfolio, cursor } = placed(source, setting);
    const found = highlights(portfolio, cursor) ?? [];
    return found.map(
      ({ range }) => `${range.start.line}:${range.start.character} ${textIn(cursor.text, range)}`,
    );
  };
  deepEqual(shown(table(...rows).replace('| 1.1', '| 1.$01')), ['3:2 1.1', '3:14 1.1']);
  deepEqual(shown(table(...rows).replace('| 1 W', '| $01 W')), ['2:2 1', '4:2 1']);
});

it('Links follow files that are moved', () => {
  const text = table('| [1.1](a.md) | see [b](docs/b%20c.pdf#page=2) \\| x | | |');
  const { portfolio } = placed(`${text}$0`, { ...setting, files: { ...files, 'docs/b c.pdf': null } });
  const moves = [
    { from: at('a.md'), to: at('evidence/a|b.md') },
    { from: at('docs'), to: at('attachments') },
  ];
  const edits = [...fileRenameEdits([portfolio], moves)].flatMap((found) =>
    found?.[0] === at('action-plan.md') ? [edited(text, found[1])] : [],
  );
  deepEqual(edits, [table('| [1.1](evidence/a%7Cb.md) | see [b](attachments/b%20c.pdf#page=2) \\| x | | |')]);
});
