/** What the editor shows of a file that several portfolios share. */
import { deepEqual, match } from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { thisFileRows } from '../../../client/thisFile/rows';
import { fileRenameEdits } from '../../../server/features/navigation/fileRename';
import { hover } from '../../../server/features/hover/hover';
import { markdown } from '../../../server/features/text/markup';
import { wholeCoverage } from '../../../server/features/views/coverageEvidence';
import { thisFile } from '../../../server/features/views/thisFile';
import { at, indexOf } from '../support/portfolioFiles';
import { smallText } from '../support/standards';

const text = '---\ntitle: Greeting\nelements: ["1.1", 3.2.4, "7.7"]\n---\n\nText.\n';
const index = indexOf({
  'a/portfolio.yaml': "title: Libraries\ninclude: ['../corporate/*.md']\n",
  'b/portfolio.yaml': "title: Museums\ninclude: ['../corporate/*.md']\n",
  'corporate/portfolio.yaml': 'title: Corporate\nstandard: s.yaml\n',
  'corporate/s.yaml': smallText,
  'corporate/x.md': text,
});
const uri = at('corporate/x.md');
const [home, ...sharers] = index.portfoliosWith(uri);
if (!home) throw new Error('It is in no portfolio.');
const evidence = home.evidence.get(uri);
if (!evidence) throw new Error('It is no evidence.');

const hovered = (id: string): string => {
  const cursor = { uri, text, offset: text.indexOf(id) + 1 };
  const contents = hover(home, cursor, { markup: markdown, sharers })?.contents;
  return MarkupContent.is(contents) ? contents.value : '';
};

describe('A file in several portfolios', () => {
  it('says in This File which, and takes each element from where it is one', () => {
    const view = thisFile(home, evidence, [], () => undefined, sharers);
    deepEqual(
      view.portfolios?.map(({ title }) => title),
      ['Corporate', 'Libraries', 'Museums'],
    );
    deepEqual(
      view.elements.map(({ id, state, root }) => [id, state, root]),
      [
        ['1.1', 'evidenced', undefined],
        ['3.2.4', 'evidenced', at('a')],
        ['7.7', undefined, undefined],
      ],
    );
    const [row] = thisFileRows(view, []);
    deepEqual([row?.label, row?.description], ['In 3 portfolios', 'Corporate · Libraries · Museums']);
  });

  it('says in the hover of an element how it stands in each', () => {
    match(hovered('3.2.4'), /Coverage here:.*evidenced/s);
    match(hovered('3.2.4'), /Coverage in Museums:.*evidenced, 1 item/s);
    match(hovered('1.1'), /People are greeted/);
  });

  it('has its links changed once, as its own portfolio reads them, when files move', () => {
    const files = indexOf({
      'a/portfolio.yaml': "include: ['../corporate/*.md', '../loose/*.md']\n",
      'b/portfolio.yaml': "include: ['../corporate/*.md', '../loose/*.md']\n",
      'corporate/portfolio.yaml': 'title: C\n',
      'corporate/x.md': '---\nelements: [3.2.4]\n---\n\n[y](/y.md)\n',
      'corporate/y.md': '---\nelements: [3.2.4]\n---\n\nText.\n',
      'loose/z.md': '---\nelements: [3.2.4]\n---\n\n[y](../corporate/y.md)\n',
    });
    const moves = [{ from: at('corporate/y.md'), to: at('corporate/w.md') }];
    const edits = [...fileRenameEdits(files.portfolios(), moves)].flatMap((step) => (step ? [step] : []));
    deepEqual(
      edits.map(([file, changes]) => [file, changes.map(({ newText }) => newText)]),
      [
        [at('loose/z.md'), ['../corporate/w.md']],
        [at('corporate/x.md'), ['/w.md']],
      ],
    );
  });

  it('is told as shared in the coverage of each but its own', () => {
    const from = [...index.portfolios()].map((portfolio) => {
      const rows = wholeCoverage(portfolio).nodes.flatMap(function all(node): readonly unknown[] {
        return [...node.evidence.map(({ sharedFrom }) => sharedFrom ?? 'own'), ...node.children.flatMap(all)];
      });
      return [portfolio.title, ...rows];
    });
    deepEqual(from, [
      ['Libraries', '../corporate/x.md'],
      ['Museums', '../corporate/x.md'],
      ['Corporate', 'own'],
    ]);
  });
});
