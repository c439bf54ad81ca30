/** Features on half-typed and on generated plans: they answer, and their edits fit the text. */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../../../server/features/fixes/codeActions';
import { completion } from '../../../../server/features/completion/completion';
import { hover } from '../../../../server/features/hover/hover';
import { markdown } from '../../../../server/features/text/markup';
import { planFormatting } from '../../../../server/features/plan/formatting';
import { contextOf } from '../../support/codeActions';
import { edited } from '../../support/cursor';
import { at, indexOf } from '../../support/portfolioFiles';
import '../../support/seed';
import { runs } from '../../support/runs';

function askAll(text: string, offset: number): void {
  const index = indexOf({ 'portfolio.yaml': 'standard: small\n', 'action-plan.md': text });
  const uri = at('action-plan.md');
  const portfolio = index.portfolioAt(uri)!;
  const place = { uri, text, offset };
  const plan = portfolio.plans.get(uri)!;
  const actions = codeActions(contextOf(index, 'action-plan.md'), {
    span: { start: offset, end: offset },
    diagnostics: [],
    isAsked: true,
  });
  ok(actions.every(({ title }) => title !== ''));
  const edits = [
    planFormatting(plan),
    ...completion(portfolio, place).items.map(({ textEdit }) => [textEdit as TextEdit]),
  ];
  const document = TextDocument.create(uri, 'markdown', 1, text.replace(/^\uFEFF/, ''));
  for (const some of edits) {
    edited(text, some);
    for (const { range } of some)
      for (const position of [range.start, range.end])
        ok(
          document.positionAt(document.offsetAt(position)).character === position.character,
          JSON.stringify(range),
        );
  }
  const found = hover(portfolio, place, { markup: markdown });
  ok(!found?.range || document.offsetAt(found.range.start) <= offset, 'the hover is about the cursor');
}

const whole = `# Plan

| Ref | Criteria / Action | Lead | Due | Status |
|:--|-|-|-|-:|
| 1 Welcome |
| [1.1](a.md) | 😀 a \\| b | Me | 2020 | 50 % |
| 9.8 | x
`;
const pieces = fc.constantFrom(
  '| Ref | Action | Due |\n|-|-|-|\n', '| 1.1 ', '|', '\n', '\\', '> ', '  ', '`', '😀', '2020', ' done ', '1 Welcome', '\r\n',
  '[1.2](', ')', '9.9', 'soon', '\uFEFF', '\t',
); // prettier-ignore

describe('In a plan, features answer', () => {
  for (const lineEnd of ['\n', '\r\n'])
    it(`while it is typed, with ${JSON.stringify(lineEnd)}`, () => {
      const text = whole.replaceAll('\n', lineEnd);
      for (let end = 0; end <= text.length; end++) askAll(text.slice(0, end), end);
    });
  it('in any text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), fc.nat(), (parts, offset) => {
        const text = parts.join('');
        askAll(text, offset % (text.length + 1));
      }),
      { numRuns: runs(300) },
    );
  });
});
