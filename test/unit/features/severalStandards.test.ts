/** The editor's features in a portfolio of two standards with the same IDs. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { completion } from '../../../server/features/completion/completion';
import {
  addElementTo,
  moveEvidence,
  removeElementFrom,
} from '../../../server/features/editing/editsOfEvidence';
import { setDetailsIn } from '../../../server/features/editing/editsOfDetails';
import type { Outcome } from '../../../server/features/editing/outcome';
import { detailChoices } from '../../../server/features/views/detailChoices';
import { setApplicable, setNotApplicable } from '../../../server/features/editing/editsOfDecisions';
import { hover } from '../../../server/features/hover/hover';
import { highlights } from '../../../server/features/navigation/highlights';
import { references } from '../../../server/features/navigation/references';
import { markdown } from '../../../server/features/text/markup';
import { coverageTree } from '../../../server/features/views/coverageTree';
import { codeLenses, resolveCodeLens } from '../../../server/features/views/codeLenses';
import { inlayHints } from '../../../server/features/views/inlayHints';
import { standardPage } from '../../../server/features/views/standardPage';
import { thisFile } from '../../../server/features/views/thisFile';
import { setRating } from '../../../server/core/portfolio/ratingEdits';
import type { Portfolio } from '../../../server/core/portfolio/portfolio';
import { applyEdits } from '../../../server/core/text/edit';
import { spanOf } from '../../../server/core/text/span';
import { atCursor } from '../support/cursor';
import type { Files } from '../support/portfolioFiles';
import { at, indexOf } from '../support/portfolioFiles';

const ratings = 'ratings: [{ id: good, title: Good }, { id: poor, title: Poor }]\n';
const manifest =
  'standards: { A: one.yaml, B: { file: two.yaml, profile: core } }\nassessment:\n  "1.2": { self: good }\n  B:1.1: { applicable: false, reason: No }\n';
const files: Files = {
  'one.yaml': `title: One\n${ratings}children: [{ id: "1", title: G, children: [{ id: "1.1", text: One one }, { id: "1.2", text: One two }] }]\n`,
  'two.yaml':
    'title: Two\nprofiles: [{ id: core, title: Core }]\nchildren: [{ id: "1.1", text: Two one, profiles: [core] }, { id: AC-2, text: Accounts, profiles: [core] }, { id: AC-3, text: Keys }]\n',
  'portfolio.yaml': manifest,
  'a.md': '---\ntitle: T\nelements: ["A:1.1", "1.2", AC-2, AC-3]\n---\n\n## A:1.1 How\n\n1.2 and AC-2.\n',
};
const portfolioOf = (more: Files = {}): Portfolio => indexOf({ ...files, ...more }).portfolioAt(at('a.md'))!;

function changedIn(text: string, outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.message;
  return outcome.edits.reduce(
    (now, edit) => (edit.kind === 'edit' ? applyEdits(now, edit.edits) : now),
    text,
  );
}

describe('several standards in the editor', () => {
  it('are in the tree, each above its elements', () => {
    const { nodes, standards, summary } = coverageTree(portfolioOf());
    deepEqual(
      nodes.map(({ id, title, level, summary: own }) => [id, title, level, own?.total]),
      [['A', 'One', 'Standard', 2], ['B', 'Two', 'Standard', 2]], // prettier-ignore
    );
    deepEqual(standards?.map(({ name, title, profile }) => [name, title, profile]), [['A', 'One', undefined], ['B', 'Two', 'Core']]); // prettier-ignore
    equal(summary.total, 4);
    equal(summary.outOfScope, 1);
    deepEqual(
      nodes[1]?.children.map(({ id, state, standard }) => [id, state, standard]),
      [['B:1.1', 'not-applicable', 'B'], ['B:AC-2', 'evidenced', 'B'], ['B:AC-3', 'out-of-scope', 'B']], // prettier-ignore
    );
  });

  it('are both on the page of the standard', () => {
    const { text, lines } = standardPage(portfolioOf());
    match(text, /^# A: One[^]*^# B: Two/m);
    deepEqual(Object.keys(lines), ['A:1', 'A:1.1', 'A:1.2', 'B:1.1', 'B:AC-2', 'B:AC-3']);
  });

  it('say what is strongest with the IDs of its elements, and write them as the file does', () => {
    const rows: readonly (readonly [
      before: string,
      shown: readonly string[],
      set: string,
      after: string | null,
    ])[] = [
      ['', [], 'A:1.2', 'strongest: ["1.2"]'],
      ['strongest: ["1.2"]', ['A:1.2'], 'A:1.2 B:AC-2', 'strongest: ["1.2", "AC-2"]'],
      ['strongest: ["1.2", AC-2]', ['A:1.2', 'B:AC-2'], 'B:AC-2', 'strongest: [AC-2]'],
      ['strongest: ["A:1.2"] # s', ['A:1.2'], 'A:1.2 A:1.1', 'strongest: ["A:1.2", "A:1.1"] # s'],
      ['strongest: { A: ["1.2"] }', ['A:1.2'], 'A:1.2 A:1.1', 'strongest: { A: ["1.2", "1.1"] }'],
      ['strongest: { A: ["1.2"] }', ['A:1.2'], 'A:1.1', 'strongest: { A: ["1.1"] }'],
      ['strongest: { A: { x: y } }', [], 'A:1.1', null],
      ['strongest: { A: ["1.2"] }', ['A:1.2'], '', ''],
    ];
    for (const [before, shown, set, after] of rows) {
      const file = (line: string): string =>
        `---\nelements: ["A:1.1", "1.2", AC-2]\n${line === '' ? '' : `${line}\n`}---\n`;
      const [uri, text] = [at('a.md'), file(before)];
      const portfolio = portfolioOf({ 'a.md': text });
      const evidence = portfolio.evidence.get(uri)!;
      deepEqual(detailChoices(portfolio, evidence, 'strongest')?.values, shown);
      deepEqual(
        thisFile(portfolio, evidence, [], () => text).details.find(({ key }) => key === 'strongest')?.values,
        shown,
      );
      const ids = set.split(' ').filter((id) => id !== '');
      const outcome = setDetailsIn(portfolio, { uri, text }, { strongest: ids });
      if (after === null)
        match(outcome.kind === 'refused' ? outcome.message : '', /^a\.md was left as it is/);
      else equal(changedIn(text, outcome), file(after));
      // What is shown and sent back changes nothing.
      equal(
        setDetailsIn(portfolio, { uri, text }, { strongest: shown }).kind === 'edits',
        after === null && shown.length === 0,
      );
    }
    const named = { elements: ['A:1.1', 'A:1.2', 'B:AC-2', 'B:AC-3'] };
    const outcome = setDetailsIn(portfolioOf(), { uri: at('a.md'), text: files['a.md'] as string }, named);
    deepEqual(outcome, { kind: 'refused', message: 'a.md says so already.' });
  });

  const hovered = (source: string, more: Files = {}): string => {
    const { text, offset } = atCursor(source);
    const portfolio = portfolioOf({ ...more, 'a.md': text });
    const found = hover(portfolio, { uri: at('a.md'), text, offset }, { markup: markdown });
    return found ? (found.contents as { readonly value: string }).value : '';
  };
  it('are both in a hover on an ID that both have', () => {
    const said = hovered('---\nelements: ["1$0.1"]\n---\n\nText.\n');
    match(said, /One one/);
    match(said, /Two one/);
    match(said, /Write it with the name of its standard/);
  });
  it('are told apart in a hover', () => {
    match(hovered('---\nelements: [B:1$0.1]\n---\n\nText.\n'), /Two one/);
    match(hovered('---\nelements: [A:1.1]\n---\n\n## B:1$0.1\n'), /Two one/);
    match(hovered('---\nelements: { B: ["1$0.1"] }\n---\n\nText.\n'), /Two one/);
    match(hovered('---\nelements: ["1$0.2"]\n---\n\nText.\n'), /One two/);
  });

  const offered = (source: string): readonly string[] => {
    const { text, offset } = atCursor(source);
    return completion(portfolioOf({ 'a.md': text }), { uri: at('a.md'), text, offset }, {}).items.map(
      ({ label }) => label,
    );
  };
  it('are named by completion, by either writing', () => {
    deepEqual(offered('---\nelements: [$0]\n---\n\nText.\n'), ['A:1.1', 'A:1.2', 'B:1.1', 'B:AC-2']);
    deepEqual(offered('---\nelements: [1.1$0]\n---\n\nText.\n').slice(0, 2), ['A:1.1', 'B:1.1']);
    deepEqual(offered('---\nelements: [B:$0]\n---\n\nText.\n'), ['B:1.1', 'B:AC-2']);
    deepEqual(offered('---\nelements: [ac$0]\n---\n\nText.\n'), ['B:AC-2']);
  });

  it('are left out of completion below the name of another, where IDs need no name', () => {
    const { text, offset } = atCursor('---\nelements:\n  A:\n    - "1.1"\n  B:\n    - $0\n---\n\nText.\n');
    const { items } = completion(portfolioOf({ 'a.md': text }), { uri: at('a.md'), text, offset }, {});
    deepEqual(
      items.map(({ label, textEdit }) => [label, textEdit?.newText]),
      [['B:1.1', '"1.1"'], ['B:AC-2', 'AC-2']], // prettier-ignore
    );
  });

  it('are named by lenses and hints', () => {
    const portfolio = portfolioOf();
    // In one row, there is no room for hints.
    const listed = '---\nelements:\n  - A:1.1\n  - "1.2"\n  - AC-2\n  - AC-3\n---\n';
    const options = { showElement: 'show', markReviewed: 'mark', setDetails: 'set' };
    deepEqual(
      codeLenses(portfolio, at('a.md')).map((lens) => resolveCodeLens(portfolio, lens, options).command?.title.split(':', 2).join(':')), // prettier-ignore
      ['A:1.1', 'A:1.2', 'B:AC-2', 'B:AC-3'],
    );
    deepEqual(
      inlayHints(portfolioOf({ 'a.md': listed }), at('a.md'), spanOf(0, 1000)).map(({ label }) => label),
      ['(One one)', '(One two)', '(Accounts)', '(Keys)'],
    );
    deepEqual(
      thisFile(portfolio, portfolio.evidence.get(at('a.md'))!, [], () => undefined).elements.map(
        ({ id, state }) => [id, state],
      ),
      [['A:1.1', 'evidenced'], ['A:1.2', 'evidenced'], ['B:AC-2', 'evidenced'], ['B:AC-3', 'out-of-scope']], // prettier-ignore
    );
  });

  it('are told apart by references and highlights', () => {
    const portfolio = portfolioOf();
    const text = files['a.md'] as string;
    const cursor = { uri: at('a.md'), text, offset: text.indexOf('"1.2"') + 2 };
    deepEqual(
      references(portfolio, cursor, () => undefined, { includeDeclaration: false })?.map(({ uri, range }) => [uri.split('/').pop(), range.start.line]), // prettier-ignore
      [['a.md', 2], ['portfolio.yaml', 2]], // prettier-ignore
    );
    deepEqual(
      highlights(portfolio, cursor)?.map(({ range }) => range.start.line),
      [2, 7],
    );
  });

  const after = (text: string, outcome: Outcome): string => {
    ok(outcome.kind === 'edits', JSON.stringify(outcome));
    const [edit] = outcome.edits;
    return edit?.kind === 'edit' ? applyEdits(text, edit.edits) : '';
  };
  it('are edited however a file writes them', () => {
    const text = '---\nelements: ["1.2", AC-2]\n---\n\nText.\n';
    const portfolio = portfolioOf({ 'a.md': text });
    const file = { uri: at('a.md'), text };
    equal(addElementTo(portfolio, file, 'A:1.2').kind, 'refused');
    match(after(text, addElementTo(portfolio, file, 'B:1.1')), /\["1\.2", AC-2, B:1\.1\]/);
    match(after(text, removeElementFrom(portfolio, file, 'B:AC-2')), /\["1\.2"\]/);
    match(after(text, moveEvidence(portfolio, file, 'A:1.2', 'A:1.1')), /\["A:1\.1", AC-2\]/);
  });

  it('are edited in portfolio.yaml, however it writes them', () => {
    const portfolio = portfolioOf();
    const rated = (text: string, id: string, rating: string): string => {
      const edit = setRating(portfolio, text, id, { rater: 'self', rating });
      ok(edit.kind === 'edit', JSON.stringify(edit));
      return applyEdits(text, edit.edits);
    };
    match(rated(manifest, 'A:1.2', 'poor'), /"1\.2": \{ self: poor \}/);
    match(rated(manifest, 'A:1.1', 'poor'), /A:1\.1:\n {4}self: poor\n {2}"1\.2"/);
    const nested = 'standards: { A: one.yaml, B: two.yaml }\nassessment:\n  A:\n    "1.2": { self: good }\n';
    match(rated(nested, 'A:1.2', 'poor'), /A:\n {4}"1\.2": \{ self: poor \}/);
    match(rated(nested, 'A:1.1', 'poor'), /A:\n {4}1\.1:\n {6}self: poor\n {4}"1\.2"|A:\n {4}"1\.1":\n {6}self: poor\n {4}"1\.2"/); // prettier-ignore
    match(after(manifest, setApplicable(portfolio, manifest, 'B:1.1')), /self: good \}\n$/);
    match(after(nested, setNotApplicable(portfolioOf({ 'portfolio.yaml': nested }), nested, 'B:AC-2', 'No')), /B:AC-2:|AC-2:/); // prettier-ignore
    equal(setRating(portfolio, manifest, 'AC-3', { rater: 'self', rating: 'good' }).kind, 'refused');
  });
});
