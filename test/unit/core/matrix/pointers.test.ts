/** Rows of a matrix that say where their evidence stands instead of naming it. */
import { deepEqual, match } from 'node:assert/strict';
import type { MatrixImport } from '../../../../server/core/matrix/importMatrix';
import { withoutPage } from '../../../../server/core/matrix/whereToLook';
import { importMatrixFile } from '../../../../server/exchange/matrixExchange';
import { at, indexOf } from '../../support/portfolioFiles';
import { bytesOf } from '../../exchange/support';

function imported(...rows: readonly string[]): MatrixImport {
  const portfolio = indexOf({ 'portfolio.yaml': 'title: A\n' }).portfolioAt(at('portfolio.yaml'));
  if (!portfolio) throw new Error('No portfolio');
  const table = ['Ref,Element,Evidence,Owner,Notes', ...rows].join('\n');
  const outcome = importMatrixFile(portfolio, 'a.csv', bytesOf(table));
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
}

const elementsOf = ({ added }: MatrixImport): Readonly<Record<string, string>> =>
  Object.fromEntries(added.map(({ item }) => [item.title, item.elements.join(' ')]));

const to = (id: string): string =>
  `It points to ${id}, for which the file names no evidence. It was left out.`;
const survey = '1.1.1,x,Survey,Jo,';

describe('A row that points to evidence elsewhere', () => {
  for (const cell of [
    'See 1.1.1',
    'see 1.1.1.',
    'As 1.1.1 above',
    'Refer to element 1.1.1',
    'Same as 1.1.1',
    'See evidence for 1.1.1',
    'Please see also criterion 1.1.1',
    'As per 1.1.1',
    'Gweler 1.1.1 uchod',
    '(See 1.1.1)',
    'Also see 1.1.1',
    'cf. 1.1.1',
    'See elements 1.1.1',
    'See section 1.1.1',
  ])
    it(`is for its element, too: ${cell}`, () => {
      const found = imported(survey, `1.1.2,x,${cell},,`);
      deepEqual([elementsOf(found), found.problems], [{ Survey: '1.1.1 1.1.2' }, []]);
      match(found.notes.join(), /: the evidence of 1\.1\.1 is taken for 1\.1\.2, too\./);
    });
  it('may point to several, forward, and to one that points on', () => {
    const found = imported('1.1.2,x,See 1.1.3 and 1.2.1,,', survey, '1.1.3,x,Panel,,', '1.2.1,x,See 1.1.1,,');
    deepEqual(elementsOf(found), { Survey: '1.1.1 1.1.2 1.2.1', Panel: '1.1.2 1.1.3' });
  });
  for (const cell of ['See 1.1.1 to 1.1.3', 'See 1.1.1–1.1.3', '"As 1.1.1, 1.1.3"', 'See 1.1.1 & 1.1.3', 'Gweler 1.1.1 a 1.1.3'])
    it(`may point to several, or from one to another: ${cell}`, () => {
      const found = imported(survey, '1.1.3,x,Panel,,', `1.2.1,x,${cell},,`);
      deepEqual(elementsOf(found), { Survey: '1.1.1 1.2.1', Panel: '1.1.3 1.2.1' });
    });
  it('may be the last of many, each of which points to the one before', () => {
    const ids = ['1.1.1', '1.1.2', '1.1.3', '1.2.1', '1.2.2', '1.2.3', '1.3.1', '1.3.2'];
    const chain = ids.slice(1).map((id, at) => `${id},x,As ${ids[at]},,`);
    for (const rows of [[survey, ...chain], [...chain.toReversed(), survey]]) {
      const found = imported(...rows);
      deepEqual([elementsOf(found), found.problems], [{ Survey: ids.join(' ') }, []]);
    }
  });
  it('may point to one that points back, beside evidence of its own', () => {
    const found = imported(survey, '1.1.1,x,See 1.1.2,,', '1.1.2,x,Panel,,', '1.1.2,x,See 1.1.1,,', '1.1.3,x,See 1.1.1,,');
    deepEqual([elementsOf(found), found.problems], [{ Survey: '1.1.1 1.1.2 1.1.3', Panel: '1.1.1 1.1.2 1.1.3' }, []]);
  });
  it('may lead nowhere with a part of it, which is said', () => {
    const found = imported(survey, '1.1.2,x,See 1.1.1 and 1.1.3,,');
    deepEqual(elementsOf(found), { Survey: '1.1.1 1.1.2' });
    deepEqual(found.problems.map(({ reason }) => reason), ['It points to 1.1.3, for which the file names no evidence.']);
    match(found.notes.join(), /: the evidence of 1\.1\.1 is taken for 1\.1\.2, too\./);
  });
  it('may name the number of the evidence', () => {
    deepEqual(elementsOf(imported('1.1.1,x,ES 01 Survey,Jo,', '1.1.2,x,See ES 01,,')), {
      Survey: '1.1.1 1.1.2',
    });
  });
  it('keeps what it says itself', () => {
    const found = imported(survey, '1.1.2,x,See 1.1.1,Sam,Chapter two');
    match(found.files[0]?.text ?? '', /Chapter two/);
    deepEqual(
      found.problems.map(({ text, reason }) => [text, reason.includes('another owner')]),
      [['Sam', true]],
    );
  });
  for (const [what, rows, reasons] of [
    ['has no evidence', ['1.1.2,x,See 1.1.1,,'], [to('1.1.1')]],
    ['points back', ['1.1.1,x,See 1.1.2,,', '1.1.2,x,See 1.1.1,,'], [to('1.1.2'), to('1.1.1')]],
    ['is its own', ['1.1.1,x,See 1.1.1,,'], ['It points to itself. It was left out.']],
  ] as const)
    it(`is left out, and said, where what it points to ${what}`, () => {
      const found = imported(...rows, '3.2.4,x,Other,,');
      deepEqual(elementsOf(found), { Other: '3.2.4' });
      deepEqual(
        found.problems.map(({ reason }) => reason),
        reasons,
      );
    });
  for (const title of ['See 1.1', 'See the panel', 'As is', 'See 9.9.9', 'Minutes, see 1.1.1 and the panel', 'As 1.1.1 shows', 'See 1.1.1(a)', '(See the panel)'])
    it(`is a title like others: ${title}`, () => {
      deepEqual(elementsOf(imported(survey, `1.1.2,x,"${title}",,`))[title], '1.1.2');
    });
  it('cannot make more rows than anybody reads', () => {
    const many = Array.from({ length: 300 }, (_, at) => `1.1.1,x,Survey ${at},,`);
    const pointing = Array.from({ length: 300 }, () => '1.1.2,x,See 1.1.1,,');
    const found = imported(...many, ...pointing);
    deepEqual([found.added.length, found.problems.length > 200], [300, true]);
  });
}); // prettier-ignore

describe('An item that says itself how it is shown', () => {
  for (const [cell, title, kind] of [
    ['Told: team leader', 'team leader', 'testimony'],
    ['Tell me: How we listen', 'How we listen', 'testimony'],
    ['See on site: the desk', 'the desk', 'observation'],
    ['Observed: queues', 'queues', 'observation'],
    ['Told', 'Told', undefined],
    ['Told by readers: survey', 'Told by readers: survey', undefined],
    ['Staff feedback: 2026', 'Staff feedback: 2026', undefined],
  ] as const)
    it(`has its kind: ${cell}`, () => {
      const found = imported(`1.1.1,x,${cell},,`).added.map(({ item }) => [item.title, item.kind]);
      deepEqual(found, [[title, kind]]);
    });
});

describe('A page in brackets', () => {
  for (const [text, title, page] of [
    ['Strategy (pdf, p. 12)', 'Strategy (pdf)', 12],
    ['Strategy (p. 12)', 'Strategy', 12],
    ['Strategy (2025), p. 12', 'Strategy (2025)', 12],
    ['Strategy (draft p. 3)', 'Strategy (draft)', 3],
    ['Strategy (draft', 'Strategy (draft', undefined],
  ] as const)
    it(`leaves none open: ${text}`, () => {
      deepEqual(withoutPage(text), { text: title, page });
    });
});
