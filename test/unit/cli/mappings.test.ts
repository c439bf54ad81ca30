/** Mappings between standards, as the command line tells of them. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { folderWith, run } from './support';

const files = {
  'portfolio.yaml': 'standards: { LIB: l.yaml, ISO: q.yaml }\nmappings: [m.yaml]\n',
  'l.yaml': 'title: Charter\nchildren: [{ id: L1, text: Letters are answered }]\n',
  'q.yaml': 'title: Quality\nchildren: [{ id: "9.1", text: Answers are quick }]\n',
  'm.yaml': 'from: LIB\nto: ISO\npairs: [{ from: L1, to: "9.1", relation: subset, note: Within days }]\n',
  'survey.md': '---\ntitle: Survey\nelements: [ISO:9.1]\n---\n\nText.\n',
};

describe('Mappings on the command line', () => {
  it('are told of by coverage, beside what is missing', async () => {
    const { out, status } = await run(['coverage', folderWith(files)]);
    equal(status, 0);
    match(out, /✗ LIB:L1 {2}Letters are answered {2}missing, evidence for ISO:9\.1 may serve/);
  });

  it('are told of by show, with the files', async () => {
    const { out } = await run(['show', 'L1', folderWith(files)]);
    match(
      out,
      /Counterparts\n {2}ISO:9\.1 Answers are quick, which asks for this and more \(Within days\) {2}evidenced, single source\n {4}may serve: Survey {2}survey\.md\n/,
    );
  });

  it('are told of as data, with the relation of each end', async () => {
    const { out } = await run(['check', folderWith(files), '--format', 'json']);
    const { portfolios } = JSON.parse(out) as {
      readonly portfolios: readonly {
        readonly standards: readonly {
          readonly coverage: {
            readonly elements: Readonly<Record<string, { readonly counterparts?: unknown }>>;
          };
        }[];
      }[];
    };
    const [charter, quality] = portfolios[0]?.standards ?? [];
    deepEqual(charter?.coverage.elements['L1']?.counterparts, [
      { standard: 'ISO', id: '9.1', relation: 'subset', note: 'Within days', evidence: ['survey.md'] },
    ]);
    deepEqual(quality?.coverage.elements['9.1']?.counterparts, [
      { standard: 'LIB', id: 'L1', relation: 'superset', note: 'Within days', evidence: [] },
    ]);
  });
});
