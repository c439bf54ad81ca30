/** What a standard names as related, wherever it is shown. */
import { equal, match } from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { nodeAsText } from '../../../server/cli/standard/show';
import { terminal } from '../../../server/cli/output/terminal';
import { parseStandard } from '../../../server/core/standard/standardFile';
import { hover } from '../../../server/features/hover/hover';
import { markdown } from '../../../server/features/text/markup';
import { standardLines, standardPage } from '../../../server/features/views/standardPage';
import { at, indexOf } from '../support/portfolioFiles';

const standard = `title: S
children:
  - id: AC
    title: Access
    children:
      - { id: AC-2, title: Accounts, related: [AC-3, "ISO:5.16", AC] }
      - { id: AC-3, title: Enforcement }
`;
const text = '---\ntitle: T\nelements: [AC-2]\n---\n\nText.\n';
const index = indexOf({ 'portfolio.yaml': 'standard: s.yaml\n', 's.yaml': standard, 'a.md': text });
const [portfolio] = index.portfolios();
if (!portfolio) throw new Error('There is no portfolio.');

describe('What is related', () => {
  it('is shown in the hover, with its words where it is known', () => {
    const cursor = { uri: at('a.md'), text, offset: text.indexOf('AC-2') + 1 };
    const contents = hover(portfolio, cursor, { markup: markdown })?.contents;
    match(
      MarkupContent.is(contents) ? contents.value : '',
      /\*\*Related:\*\* AC-3 Enforcement; ISO:5\.16; AC Access/,
    );
  });

  it('is shown on the page of the standard, and the lines are right', () => {
    const { text: page, lines } = standardPage(portfolio);
    match(page, /\*\*Related\*\*: AC-3 Enforcement; ISO:5\.16; AC Access/);
    equal(JSON.stringify(standardLines(portfolio)), JSON.stringify(lines));
  });

  it('is shown by “standard show”', () => {
    const read = parseStandard('s', standard).standard;
    const node = read.nodes.get('AC-2');
    if (!node) throw new Error('There is no such element.');
    match(nodeAsText(read, node, terminal(false)), /Related\n• AC-3 Enforcement\n• ISO:5\.16\n• AC Access/);
  });
});
