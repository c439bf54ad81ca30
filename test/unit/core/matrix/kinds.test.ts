/** What sort of evidence an item is, in the words of people; and who is to find what is missing. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import type { MatrixImport } from '../../../../server/core/matrix/importMatrix';
import { kindIn } from '../../../../server/core/matrix/kindWords';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { importMatrixFile } from '../../../../server/exchange/matrixExchange';
import type { Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';

const cse = 'standard: customer-service-excellence\n';
const portfolioOf = (files: Files): Portfolio => indexOf(files).portfolioAt(at('portfolio.yaml'))!;

function imported(text: string, files: Files = { 'portfolio.yaml': cse }): MatrixImport {
  const outcome = importMatrixFile(portfolioOf(files), 'a.csv', new TextEncoder().encode(text));
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
}
const fileOf = ({ files }: MatrixImport, name: string): string =>
  files.find(({ uri }) => uri.endsWith(name))?.text ?? '';
const kindOf = (text: string): string | undefined => /^kind: (.*)$/m.exec(text)?.[1];

describe('A kind of evidence in words', () => {
  for (const [words, kind] of [
    ['document', 'document'], ['Documents', 'document'], ['Shown', 'document'], ['Show me', 'document'],
    ['Hard evidence', 'document'], ['PDF', 'document'], ['Word (.docx)', 'document'], ['Policy', 'document'],
    ['web page', 'document'], ['Photo', 'document'], ['Data', 'data'], ['KPIs', 'data'], ['Excel', 'data'],
    ['Survey results', 'data'], ['PDF / data', 'data'], ['Told', 'testimony'], ['Tell me', 'testimony'],
    ['Staff interview', 'testimony'], ['Verbal', 'testimony'], ['Customer feedback', 'testimony'],
    ['OBSERVATION', 'observation'], ['See on site', 'observation'], ['On-site visit', 'observation'], ['Tour', 'observation'],
    ['Site visit report', undefined], ['shown and told', undefined], ['other', undefined], ['7', undefined], ['', undefined],
    [`A report ${'of many words '.repeat(9)}`, undefined],
  ] as const)
    it(`${JSON.stringify(words.slice(0, 20))} is ${kind ?? 'not sure'}`, () => {
      equal(kindIn(words), kind);
    }); // prettier-ignore
});

describe('The kind in a matrix', () => {
  for (const header of ['Kind', 'Type of evidence', 'Evidence type', 'Format', 'Type', 'Shown or told', 'Form of evidence'])
    it(`stands below “${header}”`, () => {
      const found = imported(`Ref,Evidence,${header},Owner\n1.1.1,Survey,Excel,Desk\n1.1.2,Chat with staff,Interview,Desk\n`);
      deepEqual(['survey.md', 'chat-with-staff.md'].map((name) => kindOf(fileOf(found, name))), ['data', 'testimony']);
      deepEqual(found.problems, []);
    }); // prettier-ignore

  it('is no type of something else', () => {
    const found = imported('Ref,Type,Evidence\n1.1.1,Preventive,Survey\n1.1.2,Detective,Log\n');
    equal(kindOf(fileOf(found, 'survey.md')), undefined);
    deepEqual(found.problems, []);
  });
  it('that nobody can read is told, and left out', () => {
    const found = imported('Ref,Evidence,Kind\n1.1.1,Survey,Data\n1.1.2,Chat,Something\n1.1.3,Log,\n');
    deepEqual(['survey.md', 'chat.md', 'log.md'].map((name) => kindOf(fileOf(found, name))), ['data', undefined, undefined]);
    deepEqual(found.problems.map(({ where, text }) => [where, text]), [['line 3', 'Something']]);
  }); // prettier-ignore
  it('is one for all items of a cell, or one on each line', () => {
    const each = imported(
      'Ref,Evidence,Kind\n1.1.1,"Survey\nChat","Data\nTold"\n1.1.2,Plan; Policy,Document\n',
    );
    deepEqual(
      ['survey', 'chat', 'plan', 'policy'].map((name) => kindOf(fileOf(each, `${name}.md`))),
      ['data', 'testimony', 'document', 'document'],
    );
  });
  it('is settled by hand', () => {
    const told = new Map([['kind', 'What']] as const);
    const bytes = new TextEncoder().encode('Ref,Evidence,What\n1.1.1,Survey,Data\n');
    const outcome = importMatrixFile(portfolioOf({ 'portfolio.yaml': cse }), 'a.csv', bytes, told);
    equal(outcome.kind === 'done' && kindOf(fileOf(outcome.result, 'survey.md')), 'data');
  });
  it('of an item is the first that a row says, and others are told', () => {
    const found = imported('Ref,Evidence,Kind\n1.1.1,Survey,Data\n1.1.2,Survey,PDF\n');
    equal(kindOf(fileOf(found, 'survey.md')), 'data');
    match(found.problems[0]?.reason ?? '', /has another kind in line 2: “data”/);
  });
  it('speaks of what is shown beside what is told', () => {
    const found = imported('Ref,Show me,Tell me,Kind\n1.1.1,Figures,Ask the desk,Data\n1.1.2,,Meet the panel,Observation\n');
    deepEqual(
      ['figures', 'ask-the-desk', 'meet-the-panel'].map((name) => kindOf(fileOf(found, `${name}.md`))),
      ['data', 'testimony', 'observation'],
    );
  }); // prettier-ignore
  it('fills a file that has none, and replaces none', () => {
    const has = (kind: string): Files => ({
      'portfolio.yaml': cse,
      'survey.md': `---\ntitle: Survey\nelements: [1.1.1]\n${kind}---\n\nText.\n`,
    });
    const text = 'Ref,Evidence,Kind\n1.1.1,Survey,Excel\n';
    equal(kindOf(fileOf(imported(text, has('')), 'survey.md')), 'data');
    const other = imported(text, has('kind: testimony\n'));
    deepEqual([other.files, other.differs.map(({ what, here, there }) => [what, here, there])], [[], [['kind', 'testimony', 'data']]]);
    const shown = 'Ref,Show me,Tell me\n1.1.1,Survey,\n';
    equal(kindOf(fileOf(imported(shown, has('')), 'survey.md')), 'document');
    deepEqual(imported(shown, has('kind: data\n')).differs, [], 'data is shown');
    equal(imported(shown, has('kind: testimony\n')).differs.length, 1);
  }); // prettier-ignore
});

describe('The owner of a row without evidence', () => {
  const matrix = (...rows: readonly string[]): string =>
    `Ref,Evidence,Owner,Status,Notes\n${rows.join('\n')}\n`;

  it('is to find some', () => {
    const found = imported(matrix('1.1.1,Survey,Desk,,', '4.2.3,,Performance Officer,,', '1.1.2,,Head; Training Officer,,', '1.1.3,,,,'));
    equal(fileOf(found, 'portfolio.yaml'), `${cse}assignments:\n  1.1.2: [Head, Training Officer]\n  4.2.3: Performance Officer\n`);
    deepEqual(found.assigned.map(({ id, who }) => [id, ...who]), [['1.1.2', 'Head', 'Training Officer'], ['4.2.3', 'Performance Officer']]);
    deepEqual(found.problems, []);
  }); // prettier-ignore
  it('begins a portfolio, where there is none', () => {
    const empty = indexOf({ 'a.md': '---\nelements: [1.1.1]\n---\n' }).portfolios()[0]!;
    const bytes = new TextEncoder().encode(matrix('4.2.3,,Desk,,'));
    const outcome = importMatrixFile(empty, 'a.csv', bytes);
    equal(
      outcome.kind === 'done' && fileOf(outcome.result, 'portfolio.yaml'),
      `${cse}\nassignments:\n  4.2.3: Desk\n`,
    );
  });
  for (const [name, before, after] of [
    ['below a block', 'assignments:\n  1.1.1: A # ours\n  5.1.1: B\n', 'assignments:\n  1.1.1: A # ours\n  4.2.3: Desk\n  5.1.1: B\n'],
    ['before a block', 'assignments:\n  5.1.1: B\n', 'assignments:\n  4.2.3: Desk\n  5.1.1: B\n'],
    ['in brackets', 'assignments: { 1.1.1: A, 5.1.1: [B, C] } # x\n', 'assignments: { 1.1.1: A, 4.2.3: Desk, 5.1.1: [B, C] } # x\n'],
    ['in empty brackets', 'assignments: {}\n', 'assignments: \n  4.2.3: Desk\n'],
    ['below nothing', 'assignments:\nreview-notice: 30\n', 'assignments:\n  4.2.3: Desk\nreview-notice: 30\n'],
  ] as const)
    it(`goes ${name}`, () => {
      const files = { 'portfolio.yaml': cse + before };
      equal(fileOf(imported(matrix('4.2.3,,Desk,,'), files), 'portfolio.yaml'), cse + after);
    }); // prettier-ignore
  it('never replaces whom the portfolio names, also for a group', () => {
    const files = { 'portfolio.yaml': `${cse}assignments: { 4.2.3: Jane, 4.1: [Head, Desk] }\n` };
    const found = imported(matrix('4.2.3,,Joe,,', '4.1.1,,Head; Desk,,', '4.1.2,,Joe,,'), files);
    deepEqual([found.files, found.assigned], [[], []]);
    deepEqual(
      found.differs.map(({ what, here, there }) => [what, here, there]),
      [['who finds evidence for 4.2.3', 'Jane', 'Joe'], ['who finds evidence for 4.1.2', 'Head; Desk', 'Joe']],
    );
  }); // prettier-ignore
  it('changes nothing the second time', () => {
    const text = matrix('4.2.3,,Desk,,', '2.1.1,,"=cmd, [x] #y: z",,');
    const once = fileOf(imported(text), 'portfolio.yaml');
    deepEqual(imported(text, { 'portfolio.yaml': once }).files, []);
  });
  it('cannot act as YAML', () => {
    const found = imported(matrix('4.2.3,,"} rules: { a: off } # [x]",,'));
    const after = portfolioOf({ 'portfolio.yaml': fileOf(found, 'portfolio.yaml') });
    deepEqual([after.manifest?.rules.size, after.manifest?.assignments.size], [0, 1]);
  });
  it('is told where two rows differ, and where the standard has no such element', () => {
    const found = imported(matrix('1.1.1,Survey,,,', '4.2.3,,Jane,,', '4.2.3,,Joe,,', '9.9.9,,Jane,,'));
    match(fileOf(found, 'portfolio.yaml'), /4\.2\.3: Jane\n/);
    deepEqual(found.problems.map(({ where, reason }) => [where, reason]), [
      ['line 4', 'For 4.2.3, line 3 names somebody else: “Jane”, which was taken.'],
      ['line 5', '9.9.9 is not an element of Customer Service Excellence, so nobody is named for it.'],
    ]);
  }); // prettier-ignore
  it('is nobody for what does not apply', () => {
    const files = { 'portfolio.yaml': `${cse}assessment: { 3.3.3: { applicable: false, reason: None } }\n` };
    const found = imported(matrix('3.3.3,,Desk,,', '3.1.2,,Desk,Not applicable,We make no charges'), files);
    doesNotMatch(fileOf(found, 'portfolio.yaml'), /assignments/);
    deepEqual(found.declared, [{ id: '3.1.2', reason: 'We make no charges' }]);
  });
  it('stands in the part of its standard, where there are several', () => {
    const several = 'standards: { CSE: customer-service-excellence, OWN: own.yaml }\n';
    const own = 'title: Own\nlevels: [Element]\nchildren:\n  - { id: A1, text: One }\n  - { id: A2, text: Two }\n';
    const text = 'Ref,Evidence,Owner\nOWN:A2,,Desk\n1.1.1,,Jane\n';
    const top = imported(text, { 'portfolio.yaml': several, 'own.yaml': own });
    equal(fileOf(top, 'portfolio.yaml'), `${several}assignments:\n  CSE:1.1.1: Jane\n  OWN:A2: Desk\n`);
    const parts = `${several}assignments:\n  OWN:\n    A1: Joe\n`;
    const below = imported(text, { 'portfolio.yaml': parts, 'own.yaml': own });
    equal(fileOf(below, 'portfolio.yaml'), `${several}assignments:\n  1.1.1: Jane\n  OWN:\n    A1: Joe\n    A2: Desk\n`);
  }); // prettier-ignore
});
