/** An element that has elements below it, as AC-2 has AC-2(1): its own state is said wherever states are. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import {
  elementDescription,
  nodeDescription,
  nodeSpoken,
  nodeTooltip,
} from '../../client/words/coverageLabels';
import { elementsOf } from '../../client/portfolios/elements';
import { coverageTree } from '../../server/features/views/coverageTree';
import { hover } from '../../server/features/hover/hover';
import { plainText } from '../../server/features/text/markup';
import { standardPage } from '../../server/features/views/standardPage';
import { folderWith, removeFolders, run } from './cli/support';
import { repositoryWith } from './cli/gitRepository';
import { at, indexOf } from './support/portfolioFiles';
import { standardOf } from './support/standards';

afterEach(removeFolders);

const controls = `title: Controls
levels: [Family, Control, Enhancement]
ratings: [{ id: good, title: Good }, { id: fair, title: Fair }]
award: { rating: good, percent: 50 }
children:
  - id: AC
    title: Access Control
    children:
      - { id: AC-1, text: Policy }
      - id: AC-2
        title: Account Management
        assessable: true
        children:
          - { id: AC-2(1), text: Automated management }
          - { id: AC-2(2), text: Temporary accounts }
      - { id: AC-3, title: Withdrawn, assessable: false }
  - id: PE
    title: Physical
    assessable: true
    children:
      - id: PE-1
        title: Doors
        assessable: true
        children: [{ id: PE-1(1), text: Locks }]
`;
const item = (title: string, elements: string, more = ''): string =>
  `---\ntitle: ${title}\nelements: ${elements}\n${more}---\n\nAs we do it.\n`;
const texts = {
  'portfolio.yaml': 'title: Anytown\nstandard: controls.yaml\nassessment: { AC-2: { self: good } }\n',
  'controls.yaml': controls,
  'a.md': item('Automated', '[AC-2(1)]'),
  'b.md': item('Accounts', '[AC-2]', 'status: draft\n'),
  'c.md': item('Locks', '[PE-1(1), PE-1]'),
};

describe('An element with others below it, in the command line', () => {
  it('coverage says its own state, and what it adds up to', async () => {
    const { out } = await run(['coverage', folderWith(texts)]);
    const lines = out.split('\n').map((line) => line.trim());
    for (const line of [
      '… AC-2  Account Management  draft only; with those below: 1 of 3 evidenced, 1 draft only, 1 missing',
      '✓ AC-2(1)  Automated management  evidenced, single source',
      '✗ PE  Physical  missing',
      '✓ PE-1  Doors  evidenced, single source; with those below: 2 of 2 evidenced',
      'AC-3 Withdrawn  0 of 0 evidenced',
    ])
      ok(lines.includes(line), `${line}\nis not in\n${out}`);
  });

  it('coverage says every element of any standard once', async () => {
    const { out } = await run(['coverage', folderWith(texts)]);
    for (const id of ['AC-1', 'AC-2', 'AC-2(1)', 'AC-2(2)', 'PE', 'PE-1', 'PE-1(1)'])
      equal(out.split('\n').filter((line) => line.trim().split(/\s+/)[1] === id).length, 1, id);
  });

  it('rate says how it is rated itself', async () => {
    const { out } = await run(['rate', folderWith(texts)]);
    match(out, /AC-2 Account Management {2}rated good; with those below: 1 good, 2 not rated\n/);
    match(out, /PE Physical {2}not rated; with those below: 3 not rated\n/);
    match(out, /AC Access Control {2}1 good, 3 not rated\n/);
  });

  it('show says both, and of a group what it adds up to', async () => {
    const folder = folderWith(texts);
    match(
      (await run(['show', 'AC-2', folder])).out,
      /Coverage: draft only\n {2}with those below: 3 elements: 1 /,
    );
    match(
      (await run(['show', 'AC', folder])).out,
      /Coverage: 4 elements: 1 evidenced, 1 draft only, 2 missing/,
    );
    match((await run(['show', 'AC-1', folder])).out, /Coverage: missing\n(?! {2}with)/);
  });

  it('diff says what has become of it', async () => {
    const repository = repositoryWith(texts);
    repository.edit({ 'b.md': item('Accounts', '[AC-2]') });
    const { out } = await run(['diff', 'HEAD', repository.folder]);
    match(out, /AC-2 Account Management {2}was: draft only {2}is: evidenced/);
  });
});

describe('An element with others below it, in the editor', () => {
  const standard = standardOf('controls.yaml', controls);
  const files = { ...texts, 'portfolio.yaml': texts['portfolio.yaml'].replace('controls.yaml', 'controls') };
  const index = indexOf(files, { standards: [{ ...standard, id: 'controls' }] });
  const portfolio = index.portfolioAt(at('a.md'))!;

  it('hover says both, and how those below stand', () => {
    const text = files['b.md'];
    const found = hover(
      portfolio,
      { uri: at('b.md'), text, offset: text.indexOf('AC-2') + 1 },
      { markup: plainText },
    );
    const said = (found?.contents as { readonly value: string }).value;
    match(said, /Coverage here: draft only\n/);
    match(
      said,
      /With those below: 1 of 3 evidenced; 1 draft only, 1 missing\n- AC-2\(1\) .*: evidenced, 1 item\n/,
    );
    match(said, /Assessment here: rated good; with those below: 1 good, 2 not rated/);
  });

  it('hover on the group says of each below it how it stands itself', () => {
    const text = `${item('Locks', '[PE-1(1), PE-1]')}\n## AC Access Control\n`;
    const other = indexOf({ ...files, 'c.md': text }, { standards: [{ ...standard, id: 'controls' }] });
    const found = hover(
      other.portfolioAt(at('c.md'))!,
      { uri: at('c.md'), text, offset: text.indexOf('AC Access') + 1 },
      { markup: plainText },
    );
    const said = (found?.contents as { readonly value: string }).value;
    match(
      said,
      /- AC-2 Account Management: draft only; with those below: 1 of 3 evidenced; 1 draft only, 1 missing/,
    );
    match(said, /- AC-1 Policy: missing\n/);
    match(said, /- AC-3 Withdrawn: 0 of 0 evidenced/);
  });

  it('the page of the standard says both', () => {
    const { text } = standardPage(portfolio);
    match(
      text,
      /### AC-2 Account Management: draft only\n\nWith those below: 1 of 3 evidenced, 1 draft only/,
    );
    match(text, /## PE Physical: missing\n\nWith those below: 2 of 3 evidenced, 1 missing\./);
  });

  it('the view says both, in the row, the tooltip and aloud', () => {
    const tree = coverageTree(portfolio);
    const node = elementsOf([tree]).find((one) => one.node.id === 'AC-2')!.node;
    equal(elementDescription(node), 'draft only · rated good');
    equal(
      nodeDescription(node),
      'draft only · rated good · with those below: 1 of 3 evidenced · 1 draft only · 1 missing',
    );
    match(
      nodeSpoken(node),
      /draft only, rated good, with those below: 1 of 3 evidenced, 1 draft only, 1 missing/,
    );
    match(nodeTooltip(node), /- With those below\\: 1 evidenced\\, 1 draft only\\, 1 missing/);
  });

  it('and a marked change below it is told where it is folded up', () => {
    const tree = coverageTree(portfolio);
    const node = elementsOf([tree]).find((one) => one.node.id === 'AC-2')!.node;
    const change = { kind: 'gained', before: 'missing', base: 'main' } as const;
    const [first, ...others] = node.children;
    const marked = { ...node, children: [{ ...first!, change }, ...others] };
    match(nodeDescription(marked), /with those below: 1 gained · 1 of 3 evidenced/);
    deepEqual(
      nodeDescription({ ...marked, change })
        .split(' · ')
        .slice(0, 2),
      ['gained', 'draft only'],
    );
  });
});
