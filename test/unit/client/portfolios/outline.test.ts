/** Coverage that is told in parts, put together by the client, against the same told whole. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { createEvidenceSource } from '../../../../client/portfolios/evidenceSource';
import type { Outline } from '../../../../client/portfolios/outline';
import { outlineAfter } from '../../../../client/portfolios/outline';
import type { EvidenceRow } from '../../../../server/features/views/coverageEvidence';
import type { PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import { OutlineTeller } from '../../../../server/features/views/coverageOutline';
import { coverageTree } from '../../../../server/features/views/coverageTree';
import { at, indexOf } from '../../support/portfolioFiles';

const wholeOf = (index: PortfolioIndex) => index.portfolios().map(coverageTree);

describe('Coverage told in parts', () => {
  const files = fc.constantFrom('a.md', 'b.md', 'c/portfolio.yaml', 'c/d.md', 'portfolio.yaml');
  const manifests = fc.constantFrom(
    'standard: small\n',
    'standard: small\ntitle: Other\nassessment: { "2.1": { applicable: false, reason: No } }\n',
    'standards: { ONE: small, CSE: customer-service-excellence }\n',
    // As many nodes, and other names.
    'standards: { TWO: small, CSE: customer-service-excellence }\n',
    'standard: customer-service-excellence\nassessment: { 1.1.1: { self: compliant } }\n',
  );
  const evidence = fc.constantFrom(
    '---\nelements: ["1.1"]\n---\n\nText.\n',
    '---\nelements: ["1.1", "1.2", 3.2.4]\nstatus: draft\n---\n',
    '---\nelements: ["ONE:1.2", 1.1.1]\nowner: Desk\n---\n',
    '---\ntitle: B\nelements: ["1.2"]\nreview-by: 2026-01-01\n---\n',
  );
  const step = fc.oneof(
    files.chain((name) =>
      (name.endsWith('.yaml') ? manifests : evidence).map((text) => ({
        name,
        text,
      })),
    ),
    files.map((name) => ({ name, text: undefined })),
  );

  it('is what it is told whole, after any edits', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, fc.constantFrom('asks', 'waits', 'forgets')), { maxLength: 12 }),
        (steps) => {
          const index = indexOf({ 'portfolio.yaml': 'standard: small\n' });
          const teller = new OutlineTeller();
          let has: Outline | undefined;
          for (const [{ name, text }, then] of steps) {
            const uri = at(name);
            index.apply([text === undefined ? { kind: 'absent', uri } : { kind: 'text', uri, text }]);
            if (then === 'forgets') has = undefined;
            if (then === 'waits') continue;
            has = outlineAfter(has, teller.tell(index.portfolios(), has?.revision));
            deepEqual(has.portfolios, wholeOf(index));
          }
        },
      ),
      { numRuns: 300 },
    ));

  it('is a few bytes where one element has changed', () => {
    const index = indexOf({ 'portfolio.yaml': 'standard: customer-service-excellence\n' });
    const teller = new OutlineTeller();
    const first = teller.tell(index.portfolios(), undefined);
    index.apply([{ kind: 'text', uri: at('a.md'), text: '---\nelements: [3.2.4]\n---\n' }]);
    const second = teller.tell(index.portfolios(), first.revision);
    const [portfolio] = second.portfolios;
    // The element, its sub-criterion and its criterion.
    equal(portfolio && 'changed' in portfolio && portfolio.changed.length, 3);
    equal('nodes' in teller.tell(index.portfolios(), first.revision).portfolios[0]!, true);
  });
});

describe('Evidence', () => {
  const row = (title: string): EvidenceRow => ({
    uri: at('a.md'),
    title,
    status: 'approved',
    reviewBy: null,
    overdue: false,
    owner: null,
  });
  const titles = (rows: readonly EvidenceRow[]): readonly string[] => rows.map(({ title }) => title);

  it('is asked for together, once, until coverage changes', async () => {
    const asked: string[] = [];
    const source = createEvidenceSource({
      of: ({ root, elements }) => {
        asked.push(`${root}: ${elements.join(' ')}`);
        return Promise.resolve({
          evidence: elements.map((id) => (id === '2.1' ? [] : [row(`${root} ${id}`)])),
        });
      },
      with: () => Promise.resolve({ elements: {} }),
      owners: () => Promise.resolve({ owners: [] }),
      people: () => Promise.resolve({ people: [] }),
    });
    const all = [source.of('p', '1.1'), source.of('p', '1.2'), source.of('q', '1.1'), source.of('p', '1.1')];
    deepEqual((await Promise.all(all)).map(titles), [['p 1.1'], ['p 1.2'], ['q 1.1'], ['p 1.1']]);
    await source.of('p', '1.2');
    deepEqual(asked, ['p: 1.1 1.2', 'q: 1.1']);
    source.forget();
    deepEqual((await Promise.all([source.of('p', '2.1'), source.of('p', '1.2')])).map(titles), [
      [],
      ['p 1.2'],
    ]);
    deepEqual(asked, ['p: 1.1 1.2', 'q: 1.1', 'p: 2.1 1.2']);
  });

  it('is none where the server does not answer', async () => {
    const fails = () => Promise.reject(new Error('no answer'));
    const source = createEvidenceSource({ of: fails, with: fails, owners: fails, people: fails });
    deepEqual(await source.of('p', '1.1'), []);
    deepEqual(await source.with({ file: 'x' }), new Map());
    deepEqual(await source.owners(), []);
  });
});
