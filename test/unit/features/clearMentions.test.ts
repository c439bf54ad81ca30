/** IDs of one run, such as `5`, `A` and `A4`: in sentences and headings they are IDs only where they clearly are. */
import { deepEqual, equal } from 'node:assert/strict';
import { highlights } from '../../../server/features/navigation/highlights';
import { hover } from '../../../server/features/hover/hover';
import { plainText } from '../../../server/features/text/markup';
import type { Standard } from '../../../server/core/standard/standard';
import { atCursor } from '../support/cursor';
import { criteria, singles } from '../support/identifierStandards';
import { at, indexOf } from '../support/portfolioFiles';
import { customerServiceExcellence as cse } from '../support/standards';

const at$0 = (standard: Standard, body: string) => {
  const { text, offset } = atCursor(`---\ntitle: T\nelements: ["9"]\n---\n\n${body}\n`);
  const index = indexOf(
    { 'a.md': text, 'portfolio.yaml': `standard: ${standard.id}\n` },
    { standards: [standard] },
  );
  const place = { uri: at('a.md'), text, offset };
  return { index, place, portfolio: index.portfolioAt(at('a.md'))! };
};

/** With the cursor behind the ID; whether it is one. */
const rows: readonly (readonly [Standard, string, boolean])[] = [
  [singles, '## 2$0. Method', false],
  [singles, '# 5$0 ways to help', false],
  [singles, '## A$0 meeting', false],
  [singles, '## A4$0 leaflets', false],
  [singles, '## A$0', false],
  [singles, '## 5$0', false],
  [singles, '5$0 people came.', false],
  [singles, 'On page 5$0 of 12.', false],
  [singles, '1$0. First\n2. Second', false],
  [singles, 'A$0 good day.', false],
  [singles, '| 5$0 | 2 |\n|-|-|', false],
  [singles, '## Point 5$0', true],
  [singles, 'This is about point 5$0.', true],
  [singles, 'Element A$0 asks for it.', true],
  [singles, '## 5$0 Say thank you', true],
  [singles, '## 5$0: say thank you', true],
  [singles, '## A$0 Managing risk', true],
  [singles, '## A$0 – Managing risk at night', true],
  [cse, '## 2$0. Method', false],
  [cse, '# 5$0 ways to help', false],
  [cse, '# 1$0 Insight', true],
  [cse, '# 1$0 Customer Insight', true],
  [cse, 'Criterion 1$0 is first.', true],
  [cse, '# 3.2.4$0', true],
  [cse, 'See 3.2.4$0.', true],
  [criteria, 'See CC6.1$0.', true],
]; // prettier-ignore

describe('An ID of one run', () => {
  for (const [standard, body, isOne] of rows)
    it(`of ${standard.title} is ${isOne ? 'one' : 'none'} in ${JSON.stringify(body)}`, () => {
      const { portfolio, place, index } = at$0(standard, body);
      equal(hover(portfolio, place, { markup: plainText }) !== null, isOne);
      equal(highlights(portfolio, place) !== null, isOne);
      const unlisted = index.findings(at('a.md')).filter(({ rule }) => rule === 'element-heading-unlisted');
      const found = portfolio.standard.elements.some(
        ({ id }) => body.startsWith(`## ${id}$0`) || body.startsWith(`# ${id}$0`),
      );
      equal(unlisted.length > 0, isOne && found);
    });
  it('is highlighted where it is one, and nowhere else', () => {
    const { portfolio, place } = at$0(singles, 'Point 5$0 and 5 people, point 5.');
    deepEqual(
      highlights(portfolio, place)?.map(({ range }) => range.start.character),
      [6, 28],
    );
  });
});
