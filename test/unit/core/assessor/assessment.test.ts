/** The assessor's sheet, out and back: what it makes of portfolio.yaml. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { assessmentSheet } from '../../../../server/core/assessor/assessmentSheet';
import type { AssessmentImport } from '../../../../server/core/assessor/importAssessment';
import { importAssessment } from '../../../../server/core/assessor/importAssessment';
import { ratingIn } from '../../../../server/core/assessor/ratingWords';
import { inLanguage } from '../../../../server/core/standard/inLanguage';
import { parseStandard } from '../../../../server/core/standard/standardFile';
import { ratingNamed } from '../../../../server/core/portfolio/ratingEdits';
import { exportFormats } from '../../../../server/core/plan/exchange/exportFormats';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { exportAssessment, importAssessmentFile } from '../../../../server/exchange/assessmentExchange';
import type { Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';
import { customerServiceExcellence } from '../../support/standards';

const manifest = [
  'title: Anytown # ours',
  'assessment:',
  '  1.1.2: { self: compliant, comment: Ours }',
  '  # to be looked at in May',
  '  1.1.1: { self: partial }',
  '  3.3.3: { applicable: false, reason: No premises }',
  '',
].join('\n');
const portfolioOf = (files: Files = {}, text = manifest): Portfolio =>
  indexOf({ 'portfolio.yaml': text, ...files }).portfolioAt(at('portfolio.yaml'))!;

function broughtIn(rows: readonly string[], text = manifest, files: Files = {}): AssessmentImport {
  const grid = {
    name: undefined,
    title: undefined,
    unit: 'row' as const,
    rows: rows.map((row, index) => ({ place: index + 1, cells: row.split('|').map((cell) => cell.trim()) })),
  };
  return importAssessment(portfolioOf(files, text), text, [grid], '2027-05-12');
}

describe('ratings as assessors write them', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['compliance-plus', 'compliance-plus'],
    ['Compliance Plus', 'compliance-plus'],
    ['Compliance+', 'compliance-plus'],
    ['C+', 'compliance-plus'],
    ['CP', 'compliance-plus'],
    ['Compliant', 'compliant'],
    ['C', 'compliant'],
    ['partial', 'partial'],
    ['Partially compliant', 'partial'],
    ['PC', 'partial'],
    ['Non compliant', 'non-compliant'],
    ['NC', 'non-compliant'],
    ['comp', undefined],
    ['good', undefined],
    ['', undefined],
  ];
  for (const [word, expected] of cases)
    it(word, () => {
      equal(ratingIn(customerServiceExcellence, word)?.id, expected);
    });
});

describe('ratings in the languages of their standard', () => {
  const text = [
    'title: Service Promise',
    'language: en',
    'ratings:',
    '  - { id: met, title: Met }',
    '  - { id: half, title: Partly met }',
    '  - { id: gift, title: Not met }',
    'translations:',
    '  cy: { ratings: { met: Cyflawnwyd, half: Cyflawnwyd yn rhannol, gift: Heb ei gyflawni } }',
    '  de: { ratings: { met: Gut, half: { title: Half }, gift: Met } }',
    'children: [{ id: "1", text: Words }]',
    '',
  ].join('\n');
  const { standard } = parseStandard('file:///s.yaml', text);
  const cases: readonly (readonly [language: string, word: string, expected: string | undefined])[] = [
    ['en', 'Met', 'met'],
    ['en', 'Cyflawnwyd', 'met'],
    ['en', 'cyflawnwyd yn rhannol', 'half'],
    ['en', 'CYR', 'half'],
    ['en', 'Heb ei gyfl', 'gift'],
    ['en', 'Gut', 'met'],
    ['cy', 'Met', 'met'],
    ['cy', 'Partly met', 'half'],
    ['cy', 'PM', 'half'],
    ['cy', 'Cyflawnwyd', 'met'],
    // The id is the same in all languages.
    ['de', 'Met', 'met'],
    ['de', 'Gut', 'met'],
    ['de', 'Not met', 'gift'],
    ['de', 'gift', 'gift'],
    ['de', 'nobody', undefined],
  ];
  for (const [language, word, expected] of cases)
    it(`${word}, where ${language} is shown`, () => {
      const shown = inLanguage(standard, language);
      equal(ratingIn(shown, word)?.id, expected);
    });

  it('are known where one is typed, too', () => {
    equal(ratingNamed(inLanguage(standard, 'cy'), 'Partly met')?.id, 'half');
    equal(ratingNamed(inLanguage(standard, 'en'), 'cyflawnwyd')?.id, 'met');
  });

  it('may not be told apart: then none is taken', () => {
    const both = parseStandard('file:///b.yaml', text.replace('met: Cyflawnwyd,', 'met: Heb ei gyflawni,'));
    equal(ratingIn(inLanguage(both.standard, 'en'), 'Heb ei gyflawni'), undefined);
  });
});

describe('an assessor’s sheet that comes back', () => {
  it('gives ratings, comments and the day; all else in portfolio.yaml stays, in its order', () => {
    const { text, changed } = broughtIn([
      'Customer Service Excellence | | |',
      'Ref | Self | Assessor | Assessor comments | Date',
      '1 Customer Insight | | | |',
      '1.1.1 | Partially compliant | C | Better than you think | 10/05/2027',
      '1.1.2 | | Compliance plus | |',
    ]);
    equal(
      text,
      [
        'title: Anytown # ours',
        'assessment:',
        '  1.1.2: { self: compliant, comment: Ours, assessor: compliance-plus, assessed: 2027-05-12 }',
        '  # to be looked at in May',
        '  1.1.1: { self: partial, assessor: compliant, comment: Better than you think, assessed: 2027-05-10 }',
        '  3.3.3: { applicable: false, reason: No premises }',
        '',
      ].join('\n'),
    );
    deepEqual(
      changed.map(({ id, what, after }) => `${id} ${what} ${after}`),
      ['1.1.1 assessor Compliant', '1.1.1 comment Better than you think', '1.1.2 assessor Compliance plus'],
    );
  });
  it('changes nothing the second time', () => {
    const rows = ['Ref | Assessor | Comments', '1.1.1 | C | Good', '1.2.1 | NC |'];
    const first = broughtIn(rows);
    const second = broughtIn(rows, first.text);
    deepEqual([second.text, second.changed, second.unchanged], [first.text, [], 2]);
  });
  it('says where it differs from your own ratings, which stay', () => {
    const { differs, problems, text } = broughtIn([
      'Ref | Self | Assessor',
      '1.1.1 | Compliant | C+',
      '1.2.1 | Compliant | C',
    ]);
    deepEqual(differs, [{ id: '1.1.1', self: 'Partially compliant', assessor: 'Compliance plus' }]);
    deepEqual(
      problems.map(({ reason }) => reason),
      ['In portfolio.yaml your own rating of 1.1.1 is Partially compliant. It stays.'],
    );
    match(text ?? '', /1\.2\.1:\n {4}self: compliant\n {4}assessor: compliant\n {4}assessed: 2027-05-12\n/);
  });
  it('lets nothing that it cannot read take the place of what it can, and says so', () => {
    const before = broughtIn(['Ref | Assessor', '1.1.1 | C']).text ?? '';
    const { text, problems } = broughtIn(
      ['Ref | Assessor | Comments', '1.1.1 | maybe |', '3.3.3 | C |', '9.9 | C |'],
      before,
    );
    equal(text, before);
    equal(problems.length, 3);
  });
  it('knows an element whose ID says nothing elsewhere', () => {
    const own = {
      's.yaml':
        'title: S\nratings: [{ id: met, title: Met }]\nchildren: [{ id: "null", text: A }, { id: n/a, text: B }]\n',
    };
    const rows = ['Ref | Assessor', 'null | Met', 'n/a | Met', 'TBC | Met'];
    const { changed, problems } = broughtIn(rows, 'standard: s.yaml\n', own);
    deepEqual(
      changed.map(({ id }) => id),
      ['null', 'n/a'],
    );
    equal(problems.length, 1);
  });
  it('writes comments as texts, whatever is in them', () => {
    const comment = '"]: {x} # y';
    const { text = '' } = broughtIn(['Ref | Assessor | Comments', `1.2.1 | C | ${comment}`]);
    equal(portfolioOf({}, text).decision('1.2.1')?.comment.kind, 'valid');
    deepEqual(broughtIn(['Ref | Assessor | Comments', `1.2.1 | C | ${comment}`], text).changed, []);
  });
});

describe('the sheet for an assessor', () => {
  const files = {
    'a.md': '---\ntitle: Survey\nelements: [1.1.1]\nref: ES 1\nkind: data\n---\n\nText.\n',
    'b.md': '---\ntitle: Best report\nelements: [1.1.1]\nstrongest: [1.1.1]\n---\n\nText.\n',
    'c.md': '---\ntitle: Front desk\nelements: [1.1.1]\nkind: testimony\nowner: Jane\n---\n\nText.\n',
    'd.md': '---\ntitle: Old\nelements: [1.1.1]\nstatus: withdrawn\n---\n\nText.\n',
  };
  it('has what is shown and told, the strongest first, and nothing that does not apply', () => {
    const { rows, columns } = assessmentSheet(portfolioOf(files));
    deepEqual(
      columns.map(({ name }) => name),
      ['Ref', 'Element', 'Show me', 'Tell me', 'Self', 'Assessor', 'Assessor’s comments'],
    );
    const row = rows.find(({ cells }) => cells[0] === '1.1.1')?.cells ?? [];
    deepEqual(row.slice(2), [
      'Best report (strongest)\nES 1 Survey',
      'Front desk: Jane',
      'Partially compliant',
      '',
      '',
    ]);
    equal(
      rows.some(({ cells }) => cells[0] === '3.3.3'),
      false,
    );
  });
  it('comes back in every format without a change', () => {
    const rated =
      broughtIn(['Ref | Assessor | Comments', '1.1.1 | C | =1+1 "x" <b>', '1.2.1 | NC | *not* good']).text ??
      '';
    const portfolio = portfolioOf(files, rated);
    for (const format of exportFormats) {
      const file = exportAssessment(portfolio, format);
      if (file.kind === 'failed') throw new Error(file.message);
      const back = importAssessmentFile(portfolio, rated, `a.${format}`, file.result, '2027-05-13');
      if (back.kind === 'failed') throw new Error(back.message);
      deepEqual([back.result.text, back.result.changed, back.result.problems], [rated, [], []], format);
    }
  });
});
