/** Every feature of navigation on half-typed and on generated texts: it answers, and what it answers is in the text. */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { outgoingCalls, prepareHierarchy } from '../../../server/features/navigation/callHierarchy';
import { codeLenses, resolveCodeLens } from '../../../server/features/views/codeLenses';
import { definition } from '../../../server/features/navigation/definition';
import { documentLinks } from '../../../server/features/navigation/documentLinks';
import { documentSymbols } from '../../../server/features/navigation/documentSymbols';
import { fileRenameEdits } from '../../../server/features/navigation/fileRename';
import { highlights } from '../../../server/features/navigation/highlights';
import { inlayHints } from '../../../server/features/views/inlayHints';
import { references } from '../../../server/features/navigation/references';
import { prepareRename, renameRef } from '../../../server/features/navigation/rename';
import { standardPage } from '../../../server/features/views/standardPage';
import { workspaceSymbols } from '../../../server/features/navigation/workspaceSymbols';
import { evidenceFiles, yaml } from '../support/arbitraries';
import { at, home, indexOf } from '../support/portfolioFiles';
import { standardPlace } from '../support/placed';
import { runs } from '../support/runs';

const evidence = `---
title: Survey 😀
elements:
  - 3.2.4
  - "1.1.1"
ref: ES 1
review-by: 2027-01-01
attachments: [../a b.pdf]
---

# 3.2.4 Survey

See [two](two.md#x), ES 1 and <../a b.pdf>.
`;
const manifest = 'title: T\nassessment:\n  3.2.4: { self: partial }\n  "1.1.1":\n    applicable: false\n';

const plan = `\uFEFF---
type: action-plan
---

| Ref No. | Action | Due | Status |
|-|:-:|-|-|
| 1 Customer Insight | | | |
| [3.2.4](a.md) | 😀 a \\| b | 2020 | 50 % |
| 9.9 | x

| Owner | Due | Action |
|-|-|-|
`;

/** Asks everything at one place. */
function askAll(path: string, text: string, offset: number): void {
  const files = {
    'portfolio.yaml': manifest,
    'b.md': '---\nelements: [3.2.4]\nref: ES 2\n---\n',
    [path]: text,
  };
  const index = indexOf(files);
  const uri = at(path);
  const portfolio = index.portfolioAt(uri)!;
  const place = { uri, text, offset };
  const ranges: (Range | undefined)[] = [
    ...(definition(portfolio, place, standardPlace) ?? []).map((link) => link.originSelectionRange),
    ...(highlights(portfolio, place) ?? []).map(({ range }) => range),
    ...(documentSymbols(portfolio, uri) ?? []).map(({ range }) => range),
    ...documentLinks(portfolio, uri, standardPlace).map(({ range }) => range),
    ...codeLenses(portfolio, uri).map((lens) => {
      const { command } = resolveCodeLens(portfolio, lens, {
        showElement: undefined,
        markReviewed: 'm',
        setDetails: 's',
      });
      ok(command?.title);
      return lens.range;
    }),
    ...inlayHints(portfolio, uri, { start: 0, end: text.length }).map(({ position }) => ({
      start: position,
      end: position,
    })),
    ...(references(portfolio, place, standardPlace, { includeDeclaration: true }) ?? []).flatMap((found) =>
      found.uri === uri ? [found.range] : [],
    ),
  ];
  const prepared = prepareRename(portfolio, place);
  if ('range' in prepared) ranges.push(prepared.range);
  for (const item of prepareHierarchy(portfolio, place, standardPlace) ?? [])
    outgoingCalls(portfolio, item, standardPlace);
  const renamed = renameRef(portfolio, place, 'New 1');
  if ('edits' in renamed) ranges.push(...(renamed.edits.get(uri) ?? []).map(({ range }) => range));
  for (const step of fileRenameEdits([portfolio], [{ from: uri, to: at('x/y.md') }]))
    if (step?.[0] === uri) ranges.push(...step[1].map(({ range }) => range));
  workspaceSymbols(portfolio, 'survey', standardPlace);
  standardPage(portfolio, { base: home });

  const document = TextDocument.create(uri, 'markdown', 1, text.replace(/^\uFEFF/, ''));
  for (const range of ranges) {
    ok(range);
    ok(document.offsetAt(range.start) <= document.offsetAt(range.end));
    for (const position of [range.start, range.end])
      ok(
        document.positionAt(document.offsetAt(position)).character === position.character,
        JSON.stringify(range),
      );
  }
}

describe('Navigation answers', () => {
  for (const [path, text] of [
    ['evidence/a.md', evidence],
    ['portfolio.yaml', manifest],
    ['action-plan.md', plan],
  ] as const)
    for (const lineEnd of ['\n', '\r\n'])
      it(`while ${path} is typed, with ${JSON.stringify(lineEnd)}`, () => {
        const whole = text.replaceAll('\n', lineEnd);
        for (let end = 0; end <= whole.length; end++) askAll(path, whole.slice(0, end), end);
      });

  it('in any text', () => {
    fc.assert(
      fc.property(evidenceFiles, fc.nat(), (text, offset) =>
        askAll('a.md', text, offset % (text.length + 1)),
      ),
      { numRuns: runs(100) },
    );
    fc.assert(
      fc.property(yaml, fc.nat(), (text, offset) =>
        askAll('portfolio.yaml', text, offset % (text.length + 1)),
      ),
      { numRuns: runs(50) },
    );
  });
});
