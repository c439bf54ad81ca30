/** The contract of `check --format json`: docs/check-json.md, schemas/check.schema.json. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { elementStates } from '../../../server/words/states';
import { severities } from '../../../server/core/text/span';
import { ruleCodes } from '../../../server/core/rules/all';
import { checkJson, evidence, findings, folderWith, removeFolders, run, sample } from './support';

afterEach(removeFolders);

interface Schema {
  readonly definitions: Readonly<
    Record<string, { readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>> }>
  >;
}
const schema = JSON.parse(readFileSync('schemas/check.schema.json', 'utf8')) as Schema;
const ajv = new Ajv();
const isCheckOutput = ajv.compile(schema);

describe('the schema of check --format json', () => {
  it('lists the rules, severities and states of the code', () => {
    deepEqual(schema.definitions['finding']!.properties['rule']?.enum, ruleCodes);
    deepEqual(schema.definitions['finding']!.properties['severity']?.enum, severities);
    deepEqual(schema.definitions['element']!.properties['state']?.enum, elementStates);
  });

  for (const [what, folder] of [
    ['the sample', () => sample],
    ['a folder without a portfolio', () => folderWith({})],
    ['an empty portfolio', () => folderWith({ 'portfolio.yaml': '' })],
    ['a portfolio whose standard is missing', () => folderWith({ 'portfolio.yaml': 'standard: gone.yaml' })],
    ['a broken portfolio.yaml', () => folderWith({ 'portfolio.yaml': '{', 'a.md': evidence('[3.2.9]') })],
  ] as const) {
    it(`takes what is printed of ${what}`, async () => {
      const output = await checkJson(folder());
      ok(isCheckOutput(output), ajv.errorsText(isCheckOutput.errors));
    });
  }

  it('takes what docs/check-json.md shows', () => {
    const [, example = ''] = /```json\n([^]*?)```/.exec(readFileSync('docs/check-json.md', 'utf8')) ?? [];
    const output = JSON.parse(example) as unknown;
    ok(isCheckOutput(output), ajv.errorsText(isCheckOutput.errors));
  });
});

describe('check --format json', () => {
  it('has the keys of the contract in their order', async () => {
    const output = await checkJson(sample);
    deepEqual(Object.keys(output), ['version', 'portfolios']);
    const [portfolio] = output.portfolios;
    ok(portfolio);
    deepEqual(Object.keys(portfolio), ['root', 'title', 'standard', 'files', 'findings', 'coverage']);
    for (const finding of portfolio.findings) {
      deepEqual(Object.keys(finding), ['rule', 'severity', 'message', 'file', 'start', 'end']);
      deepEqual(Object.keys(finding.start), ['line', 'column']);
      deepEqual(Object.keys(finding.end), ['line', 'column']);
    }
    deepEqual(Object.keys(portfolio.coverage), [
      ...['total', 'evidenced', 'overdue', 'draft', 'missing', 'notApplicable', 'elements', 'award'],
    ]);
    deepEqual(Object.keys(portfolio.coverage.elements).slice(0, 4), ['1.1.1', '1.1.2', '1.1.3', '1.2.1']);
    const keysOf = (id: string): readonly string[] => Object.keys(portfolio.coverage.elements[id] ?? {});
    deepEqual(keysOf('1.1.1'), ['state', 'evidence', 'assessment']);
    deepEqual(keysOf('1.3.3'), ['state', 'evidence']);
  });

  it('says of the sample what is known of it', async () => {
    const { version, portfolios } = await checkJson(sample);
    equal(version, 1);
    equal(portfolios.length, 1);
    const [{ findings: found, coverage, ...head }] = portfolios as [(typeof portfolios)[0]];
    deepEqual(head, {
      root: '.',
      title: 'Anytown Libraries, Customer Service Excellence 2027',
      standard: 'customer-service-excellence',
      files: 51,
    });
    const file = 'evidence/3-information-and-access/correcting-wrong-information.md';
    deepEqual(
      found.filter(({ severity }) => severity === 'error'),
      [
        {
          rule: 'element-unknown',
          severity: 'error',
          message:
            '3.2.9 is not an element of Customer Service Excellence. Did you mean 3.2.4, “We can demonstrate that information we provide to our customers is accurate and…”? Also near: 3.2.1, 3.2.2.',
          file,
          start: { line: 4, column: 5 },
          end: { line: 4, column: 10 },
        },
      ],
    );
    const { elements, award, ...counts } = coverage;
    deepEqual(counts, { total: 57, evidenced: 44, overdue: 1, draft: 2, missing: 9, notApplicable: 1 });
    equal(Object.keys(elements).length, 57);
    deepEqual(elements['3.1.2'], { state: 'not-applicable', evidence: [] });
    deepEqual(elements['3.2.1']?.assessment, {
      self: 'compliant',
      assessor: 'partial',
      comment: 'The leaflets are clear. Show that readers were asked before they were printed.',
      assessed: '2026-05-14',
    });
    equal(award?.['assessor']?.reached, 2);
    deepEqual(award['self'], {
      rating: 'compliant',
      percent: 80,
      applicable: 56,
      reached: 44,
      needed: 45,
      between: [
        '1.3.3', '2.1.2', '2.1.4', '3.2.2', '3.2.4', '3.4.2', '4.2.3', '4.3.1', '4.3.6', '5.2.5', '5.3.2', '5.3.3',
      ],
    }); // prettier-ignore
  });

  it('says nothing of ratings and of the award where nothing is rated', async () => {
    const { coverage } = (await checkJson(folderWith({ 'a.md': evidence() }))).portfolios[0]!;
    ok(!('award' in coverage));
    deepEqual(coverage.elements['3.2.4'], { state: 'evidenced', evidence: ['a.md'] });
  });

  it('prints the same findings as for people', async () => {
    const { out } = await run(['check', sample]);
    const shown = out.match(/^ +\d+:\d+ .*$/gm)?.map((line) => line.trim());
    const { portfolios } = await checkJson(sample);
    deepEqual(
      shown,
      portfolios[0]?.findings.map(
        ({ start, severity, message, rule }) =>
          `${start.line}:${start.column}  ${severity.padEnd(11)}  ${message}  ${rule}`,
      ),
    );
  });

  it('leaves withdrawn evidence out of an element, and keeps what is overdue or in draft', async () => {
    const folder = folderWith({
      'a.md': evidence('[3.2.4]', 'status: withdrawn\n'),
      'b/c 10.md': evidence('[3.2.4]', 'status: draft\n'),
      'b/c 9.md': evidence('[3.2.4]', 'review-by: 2026-01-01\n'),
    });
    const { portfolios } = await checkJson(folder);
    deepEqual(portfolios[0]?.coverage.elements['3.2.4'], {
      state: 'overdue',
      evidence: ['b/c 9.md', 'b/c 10.md'],
    });
  });

  it('counts columns in UTF-16 units', async () => {
    const folder = folderWith({ 'a.md': '---\ntitle: A\nelements: ["📚", 3.2.9]\n---\nA\n' });
    deepEqual(await findings(folder), ['a.md:3:12-3:16 element-unknown', 'a.md:3:18-3:23 element-unknown']);
  });

  it('has the coverage command print the same without findings', async () => {
    const { status, out } = await run(['coverage', sample, '--format', 'json']);
    const { version, portfolios } = await checkJson(sample);
    const printed = JSON.parse(out) as {
      readonly portfolios: readonly { readonly evidence: readonly object[] }[];
    };
    deepEqual(printed.portfolios.map(({ evidence }) => evidence.length), portfolios.map(({ files }) => files)); // prettier-ignore
    deepEqual(
      JSON.parse(
        JSON.stringify(printed, (key, value: unknown) =>
          key === 'evidence' && Array.isArray(value) && typeof value[0] === 'object' ? undefined : value,
        ),
      ),
      {
        version,
        portfolios: portfolios.map(({ root, title, standard, files, coverage }) => ({
          ...{ root, title, standard, files, coverage },
        })),
      },
    );
    equal(status, 0);
  });

  it('says in the coverage command what the files say of themselves', async () => {
    const folder = folderWith({
      'portfolio.yaml': '',
      'e/a.md':
        '---\ntitle: A\nelements: [3.2.4]\nref: ES 1\nowner: Desk\nstatus: withdrawn\ndate: 2026-01-01\nreview-by: 2027-01-01\nattachments: [../f/r.pdf#page=4, "https://e.org/x#page=2"]\n---\n',
      'e/b.md': '---\nelements: [3.2.4]\nstatus: done\n---\n\n# B\n',
      'f/r.pdf': '',
    });
    const { out } = await run(['coverage', folder, '--format', 'json']);
    const { portfolios } = JSON.parse(out) as {
      readonly portfolios: readonly { readonly evidence: unknown }[];
    };
    deepEqual(portfolios[0]?.evidence, [
      {
        file: 'e/a.md', title: 'A', ref: 'ES 1', owner: 'Desk', status: 'withdrawn', date: '2026-01-01', reviewBy: '2027-01-01',
        attachments: [
          { target: '../f/r.pdf#page=4', words: 'r.pdf (page 4)', file: 'f/r.pdf' },
          { target: 'https://e.org/x#page=2', words: 'https://e.org/x (page 2)' },
        ],
      },
      { file: 'e/b.md', title: 'B', ref: null, owner: null, status: null, date: null, reviewBy: null, attachments: [] },
    ]); // prettier-ignore
  });
});
