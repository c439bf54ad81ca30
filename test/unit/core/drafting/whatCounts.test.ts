/** The page of what would count for an element: files in, the page as Markdown out. */
import { doesNotMatch, equal, match } from 'node:assert/strict';
import { whatCountsDocument } from '../../../../server/core/report/whatCounts';
import { reportAsMarkdown } from '../../../../server/exchange/reports/markdown';
import { reportContent } from '../../../../server/exchange/reports/html';
import type { Files } from '../../support/portfolioFiles';
import { indexOf } from '../../support/portfolioFiles';

const guided = `title: Guided
levels: [Part, Element]
ratings: [{ id: good, title: Good }]
acknowledgement: Ours.
children:
  - id: "1"
    title: One
    children:
      - { id: "1.1", text: First things are done, guidance: [Alpha things, Beta things, Gamma things] }
      - { id: "1.2", title: Second, guidance: [Delta things] }
      - { id: "1.3", title: Third }
  - { id: "2", title: Two, children: [{ id: "2.1", title: Far away }] }
`;

const evidence = (title: string, elements: string, body = 'Text.', more = ''): string =>
  `---\ntitle: ${JSON.stringify(title)}\nelements: [${elements}]\n${more}---\n\n${body}\n`;

const pageOf = (element: string, files: Files, more = ''): string => {
  const portfolio = indexOf({
    'portfolio.yaml': `title: Anytown\nstandard: guided.yaml\n${more}`,
    'guided.yaml': guided,
    ...files,
  }).portfolios()[0]!;
  return reportAsMarkdown(whatCountsDocument(portfolio, portfolio.standard.nodes.get(element)!));
};

const has = (page: string, ...words: readonly string[]): void => {
  for (const one of words) equal(page.includes(one), true, `${one}\n\n${page}`);
};

describe('What would count', () => {
  it('says what the guidance asks for, and who takes up which point', () =>
    has(
      pageOf('1.1', {
        'a.md': evidence('Paper', '"1.1"', '- [x] Alpha things\n- [ ] Beta things'),
        'b.md': evidence('Survey', '"1.1"', '- [x] Gamma things', 'status: draft\n'),
      }),
      'What would count for 1.1 First things are done?',
      'First things are done',
      'Evidenced by 1 current item.',
      '2 points are not addressed by current evidence.',
      '| 1. Alpha things | ● | Addressed | Paper |',
      '| 2. Beta things | ○ | Listed, and not ticked |',
      '| 3. Gamma things | ◐ | By a draft or overdue evidence only | Survey |',
      'Paper: current',
      'Survey: draft',
      'Ours.',
    ));

  it('says that nothing lists the points, and names what neighbours have', () =>
    has(
      pageOf('1.1', {
        'a.md': evidence('Paper', '"1.2"', 'Text.', 'kind: data\n'),
        'old.md': evidence('Old paper', '"1.3"', 'Text.', 'review-by: 2020-01-01\n'),
        'far.md': evidence('Far', '"2.1"'),
      }),
      'Missing.',
      'No evidence lists these points yet.',
      '| 1. Alpha things | – | In no evidence |',
      'Nothing yet.',
      '| 1.2 Second | Paper (data) |',
    ));

  it('keeps what is far away, overdue or withdrawn out of the neighbours', () =>
    doesNotMatch(
      pageOf('1.1', {
        'old.md': evidence('Old paper', '"1.3"', 'Text.', 'review-by: 2020-01-01\n'),
        'gone.md': evidence('Gone paper', '"1.2"', 'Text.', 'status: withdrawn\n'),
        'far.md': evidence('Far paper', '"2.1"'),
      }),
      /Old paper|Gone paper|Far paper/,
    ));

  for (const [name, element, files, more, words] of [
    ['an element without guidance', '1.3', {}, '', 'The standard gives no points of guidance on it.'],
    ['an element with every point addressed', '1.2', { 'a.md': evidence('Paper', '"1.2"', '- [x] Delta things') }, '', 'Every point is addressed by current evidence.'],
    ['an element that is rated', '1.2', {}, 'assessment: { "1.2": { self: good } }', 'Missing, and rated good.'],
    ['an element that does not apply', '1.2', {}, 'assessment: { "1.2": { applicable: false, reason: No premises } }', 'It is declared not applicable: No premises. Nothing is asked for.'],
    ['an element that does not apply, of which nobody says why', '1.2', {}, 'assessment: { "1.2": { applicable: false } }', 'It is declared not applicable. Nothing is asked for.'],
    ['an element outside of the profile', '1.2', { 'portfolio.yaml': 'standard: { file: guided.yaml, profile: core }\n', 'guided.yaml': guided.replace('children:', 'profiles: [{ id: core, title: Core }]\nchildren:') }, '', '1.2 is out of scope: it does not belong to Core, the profile that portfolio.yaml names.'],
    ['an element of which one point is left', '1.1', { 'a.md': evidence('Paper', '"1.1"', '- [x] Alpha things\n- [x] Beta things') }, '', '1 point is not addressed by current evidence.'],
    ['evidence with a day of review', '1.3', { 'a.md': evidence('Paper', '"1.3"', 'Text.', 'review-by: 2026-12-01\n') }, '', 'Paper: current, review by 1 December 2026'],
    ['an element at the top', '3', { 'guided.yaml': `${guided}  - { id: "3", title: Alone }\n  - { id: "4", title: Beside }\n`, 'a.md': evidence('Paper', '"4"') }, '', 'What its neighbours have'],
    ['an element with many neighbours', '5.1', { 'guided.yaml': `${guided}  - { id: "5", title: Five, children: [${Array.from({ length: 15 }, (_, at) => `{ id: "5.${at + 1}", title: Element }`).join(', ')}] }\n`, 'a.md': evidence('Paper', Array.from({ length: 15 }, (_, at) => `"5.${at + 1}"`).join(', ')) }, '', '2 more neighbours have current evidence.'],
    ['an element whose neighbours have nothing', '1.2', {}, '', 'No neighbour has current evidence.'],
    ['one with much evidence', '1.3', Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`${at}.md`, evidence(`P${at}`, '"1.3"')])), '', 'and 3 more'],
    ['one whose neighbour has much', '1.2', Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`${at}.md`, evidence(`P${at}`, '"1.3"')])), '', 'P0, P1, P2 and 2 more'],
  ] as const satisfies readonly (readonly [string, string, Files, string, string])[])
    it(`of ${name}`, () => has(pageOf(element, files, more), words)); // prettier-ignore

  it('tells what serves its counterparts in other standards', () => {
    const page = pageOfTwo();
    match(page, /What its counterparts in other standards have/);
    match(page, /OTHER:X1[^\n]*: Other paper/);
  });

  it('says so where that is the same evidence', () =>
    match(pageOfTwo('"G:1.1", "OTHER:X1"'), /OTHER:X1[^\n]*: the same evidence/));

  it('quotes what files say, and lets nothing of it act', () => {
    const hostile = '</p><script>alert(1)</script> | x\u202E `y` [a](command:b)';
    const portfolio = indexOf({
      'portfolio.yaml': `title: ${JSON.stringify(hostile)}\nstandard: guided.yaml\n`,
      'guided.yaml': guided,
      'a.md': evidence(hostile, '"1.1"', '- [x] Alpha things'),
      'b.md': evidence(hostile, '"1.2"'),
    }).portfolios()[0]!;
    const html = reportContent(whatCountsDocument(portfolio, portfolio.standard.nodes.get('1.1')!), false);
    doesNotMatch(html, /<script|<a |\u202E/);
    equal(html.match(/&#60;script&#62;/g)?.length, 4);
  });
});

function pageOfTwo(elements = 'OTHER:X1'): string {
  const portfolio = indexOf({
    'portfolio.yaml': 'title: Two\nstandards: { G: guided.yaml, OTHER: other.yaml }\nmappings: [map.yaml]\n',
    'guided.yaml': guided,
    'other.yaml': 'title: Other\nid: other\nchildren: [{ id: X1, title: Counterpart }]\n',
    'map.yaml': 'from: G\nto: OTHER\npairs: [{ from: "1.1", to: X1, relation: equal }]\n',
    'o.md': evidence('Other paper', elements),
  }).portfolios()[0]!;
  const node = portfolio.standard.nodes.get('G:1.1')!;
  return reportAsMarkdown(whatCountsDocument(portfolio, node));
}
