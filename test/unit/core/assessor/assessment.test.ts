/** The assessor's sheet, out and back: what it makes of portfolio.yaml. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { assessmentSheet, ratedSheets } from '../../../../server/core/assessor/assessmentSheet';
import { awardSheet } from '../../../../server/core/assessor/awardSheet';
import type { AssessmentImport } from '../../../../server/core/assessor/importAssessment';
import { importAssessment } from '../../../../server/core/assessor/importAssessment';
import { assessmentSections } from '../../../../server/core/assessor/importWords';
import { ratingIn } from '../../../../server/core/assessor/ratingWords';
import { inLanguage } from '../../../../server/core/standard/inLanguage';
import { parseStandard } from '../../../../server/core/standard/standardFile';
import { ratingNamed } from '../../../../server/core/portfolio/ratingEdits';
import { exportFormats } from '../../../../server/core/plan/exchange/exportFormats';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { exportAssessment, importAssessmentFile } from '../../../../server/exchange/assessmentExchange';
import type { Grid } from '../../../../server/core/tables/grid';
import { valueOf } from '../../../../server/core/yaml/fields';
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

const gridOf = (rows: readonly string[]): Grid => ({
  name: undefined,
  title: undefined,
  unit: 'row' as const,
  rows: rows.map((row, index) => ({ place: index + 1, cells: row.split('|').map((cell) => cell.trim()) })),
});
const broughtIn = (rows: readonly string[], text = manifest, files: Files = {}): AssessmentImport =>
  importAssessment(portfolioOf(files, text), text, [gridOf(rows)], '2027-05-12');

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
  it('makes portfolio.yaml where there is none', () => {
    const portfolio = indexOf({
      'evidence/a.md': '---\ntitle: A\nelements: [1.1.1]\n---\n\nText.\n',
    }).portfolioAt(at('evidence/a.md'))!;
    const found = importAssessment(portfolio, undefined, [gridOf(['Ref | Assessor | Comments', '1.1.1 | C | Good'])], '2027-05-12'); // prettier-ignore
    equal(
      found.text,
      'standard: customer-service-excellence\n\nassessment:\n  1.1.1:\n    assessor: compliant\n    comment: Good\n    assessed: 2027-05-12\n',
    );
    equal(found.changed.length, 2);
  });
  it('leaves a portfolio.yaml that has a fault, says so, and calls nothing of it kept', () => {
    const { text, changed, unchanged, problems } = broughtIn(['Ref | Assessor', '1.1.1 | C'], 'title: [A\n');
    deepEqual([text, changed, unchanged], ['title: [A\n', [], 0]);
    match(problems.map(({ reason }) => reason).join(), /^portfolio\.yaml was left as it is, because it has a fault/);
  }); // prettier-ignore

  const several: readonly (readonly [what: string, rows: readonly string[], expected: string, problems: readonly string[]])[] = [
    ['comments on each are one', ['1.1.1 | C | Good survey', '1.1.1 | | Letters, too', '1.1.1 | | Good survey'], 'compliant Good survey Letters, too 2027-05-12', []],
    ['a comment that another holds is one of its own', ['1.1.1 | C | Not enough seen', '1.1.1 | | enough'], 'compliant Not enough seen enough 2027-05-12', []],
    ['the same rating in other words is one', ['1.1.1 | C |', '1.1.1 | Compliant | Seen'], 'compliant Seen 2027-05-12', []],
    ['one that is rated counts for all', ['1.1.1 | | Seen', '1.1.1 | NC |'], 'non-compliant Seen 2027-05-12', []],
    ['of two ratings the first is taken', ['1.1.1 | C | a', '1.1.2 | C |', '1.1.1 | NC | b'], 'compliant a b 2027-05-12', ['row 4 NC: In row 2 the rating of 1.1.1 is “C”, which was taken.']],
    ['one that can be read goes before one that cannot', ['1.1.1 | maybe |', '1.1.1 | NC |'], 'non-compliant  2027-05-12', ['row 2 maybe: In row 3 the rating of 1.1.1 is “NC”, which was taken.']],
    ['the day is the first that is said', ['1.1.1 | C | | ', '1.1.1 | | x | 10/05/2027', '1.1.1 | | | 11/05/2027'], 'compliant x 2027-05-10', []],
  ]; // prettier-ignore
  for (const [what, rows, expected, problems] of several)
    it(`has several rows about an element: ${what}`, () => {
      const sheet = ['Ref | Assessor | Comments | Date', ...rows];
      const found = broughtIn(sheet, 'title: A\n');
      const { assessor, comment, assessed } = portfolioOf({}, found.text).decision('1.1.1')!;
      equal([assessor, comment, assessed].map((field) => valueOf(field) ?? '').join(' '), expected);
      deepEqual(
        found.problems.map(({ where, text, reason }) => `${where} ${text}: ${reason}`),
        problems,
      );
      equal(broughtIn(sheet, found.text).text, found.text, 'a second time, nothing changes');
    });
  it('has several rows about an element, with ratings of one’s own', () => {
    const found = broughtIn(['Ref | Self | Assessor', '1.2.1 | C | C', '1.2.1 | NC | C'], 'title: A\n');
    deepEqual(
      found.problems.map(({ text, reason }) => [text, reason]),
      [['NC', 'In row 2 your own rating of 1.2.1 is “C”, which was taken.']],
    );
    equal(portfolioOf({}, found.text).decision('1.2.1')?.self.kind, 'valid');
  });

  it('takes no column called “Not” where two ratings deny, and no word that is short for two', () => {
    const own = {
      's.yaml': 'title: S\nratings: [{ id: met, title: Met }, { id: part, title: Not quite }, { id: none, title: Not at all }, { id: never, title: Never quite }]\nchildren: [{ id: A, text: A }, { id: B, text: B }]\n',
    };
    const rated = (rows: readonly string[]): readonly string[] =>
      broughtIn(rows, 'standard: s.yaml\n', own).changed.map(({ id, after }) => `${id} ${after}`);
    deepEqual(rated(['Ref | Met | Not quite | Not', 'A | x | | ', 'B | | | x']), ['A Met']);
    deepEqual(rated(['Ref | Assessor', 'A | NQ', 'B | Not qui']), ['B Not quite']);
  }); // prettier-ignore
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

describe('what an import does, in words', () => {
  /** The lines of each part, below their heading. */
  const said = (rows: readonly string[], text: string, files: Files = {}): string => {
    const sections = assessmentSections(portfolioOf(files, text), broughtIn(rows, text, files), false);
    return sections
      .map(({ title, lines }) =>
        [title, ...lines.map(({ about, text: words }) => [about, words].filter(Boolean).join(' '))].join(
          '\n  ',
        ),
      ) // prettier-ignore
      .join('\n');
  };
  const read = 'How the file was read\n  Ref: “Ref”, by its header and what it holds\n  Assessor: “Assessor”, by its header and what it holds\n  Assessor’s comments: “Comments”, by its header'; // prettier-ignore
  const header = 'Ref | Assessor | Comments';

  it('says what stood there, and cuts what is long', () => {
    const before = 'assessment:\n  1.1.1: { assessor: partial, comment: Was partial }\n';
    const long = 'A long comment that goes on. '.repeat(4).trim();
    equal(
      said([header, `1.1.1 | C | ${long}`, '', '1.1.2 | C |', header, '1.1.2 | C |'], before),
      [
        read,
        'Would be changed: 3 values',
        '  1.1.1 assessor: “Partially compliant” becomes “Compliant”',
        '  1.1.1 comment: “Was partial” becomes “A long comment that goes on. A long comment that goes on. A long comm…”',
        '  1.1.2 assessor: nothing becomes “Compliant”',
        'What it makes of the award',
        '  now: 0 of 57 applicable elements compliant or better (1 rated so far): 0 %, the award asks for 80 %; 46 more are needed',
        '  then: 2 of 57 applicable elements compliant or better (2 rated so far): 3 %, the award asks for 80 %; 44 more are needed',
      ].join('\n'),
    );
  });
  it('names what needs a person', () =>
    equal(
      said([header, '9.9.9 | C | x', '1.1.1 | maybe | x', 'Lead | C |'], 'assessment:\n  1.1.1: { comment: x }\n'),
      [
        read.replace(/Assessor”, by its header and what it holds$/m, 'Assessor”, by its header'),
        'Kept',
        '  1 element, with nothing to change',
        'To be looked at: 3 rows',
        '  row 2: It is about no one element of Customer Service Excellence. It was left out. “9.9.9”',
        '  row 4: It is about no one element of Customer Service Excellence. It was left out. “Lead”',
        '  row 3: It is no rating of Customer Service Excellence. What portfolio.yaml says of 1.1.1 stays. “maybe”',
      ].join('\n'),
    )); // prettier-ignore
  it('names the standard where there are several, of which one has no award', () => {
    const two = {
      'one.yaml': 'title: First\nratings: [{ id: met, title: Met }, { id: not, title: Not met }]\naward: { rating: met, percent: 50 }\nchildren: [{ id: "1", text: A }, { id: "2", text: B }]\n',
      'two.yaml': 'title: Second\nratings: [{ id: gold, title: Gold }]\nchildren: [{ id: Z, text: Z }]\n',
    }; // prettier-ignore
    match(
      said([header, 'One:1 | Met | x', 'Z | Gold |'], 'standards: { One: one.yaml, Two: two.yaml }\n', two),
      /\nWhat it makes of the award\n {2}One, now: 0 of 2 [^\n]*\n {2}One, then: 1 of 2 [^\n]*; just enough$/,
    );
  });
});

describe('the award of the workbook', () => {
  /** The rows of a sheet as they are shown. */
  const shown = (files: Files, manifestText: string): readonly string[] => {
    const portfolio = portfolioOf(files, manifestText);
    return ratedSheets(portfolio).flatMap(({ of, rated }) => {
      const sheet = awardSheet(of, rated);
      return sheet
        ? [sheet.name, ...sheet.rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : cell.value)).join(' | '))]
        : ['nothing'];
    }); // prettier-ignore
  };
  const ratings = 'ratings: [{ id: met, title: Met }, { id: not, title: Not met }]\n';
  const first = `title: First\n${ratings}award: { rating: met, percent: 50 }\nchildren:\n  - { title: Welcome, children: [{ id: "1.1", text: X }] }\n  - { id: "2", title: Answers, children: [{ id: "2.1", text: Y }, { id: "2.2", text: Z }] }\n`;

  it('is one for each standard, with what is reached, as far as there is an award', () => {
    const files = {
      'one.yaml': first,
      'two.yaml': `title: Second\n${ratings}children: [{ id: Z, text: Z }]\n`,
      'three.yaml': 'title: Third\nchildren: [{ id: Q, text: Q }]\n',
    };
    deepEqual(
      shown(
        files,
        'standards: { One: one.yaml, A second one with a name too long for a sheet: two.yaml, Three: three.yaml }\nassessment: { 1.1: { assessor: met, self: not }, 2.1: { assessor: met } }\n',
      ),
      [
        'Award One',
        'Met | 0 | 2',
        'Not met | 1 | 0',
        'In other words, which are not counted | 0 | 0',
        'Not rated | 2 | 1',
        'All that apply | 3 | 3',
        '',
        'The award',
        'Met | 0 | 2',
        'Their share, rounded down | 0 | 0.66',
        'What the standard asks for | 0.5 | 0.5',
        'How many that is | 2 | 2',
        'The award | 2 more needed | reached, with 0 to spare',
        '',
        'Met, of how many',
        'Welcome | 0 of 1 | 1 of 1',
        'One:2 Answers | 0 of 2 | 1 of 2',
        'Award A second one with a name ',
        'Met | 0 | 0',
        'Not met | 0 | 0',
        'In other words, which are not counted | 0 | 0',
        'Not rated | 1 | 1',
        'All that apply | 1 | 1',
        'nothing',
      ],
    );
  });
  it('is none where nothing applies, and leaves out parts of which nothing does', () => {
    const none = '{ applicable: false, reason: No }';
    deepEqual(shown({ 's.yaml': first }, `standard: s.yaml\nassessment: { 1.1: ${none}, 2.1: ${none}, 2.2: ${none} }\n`), ['nothing']);
    deepEqual(shown({ 's.yaml': first }, `standard: s.yaml\nassessment: { 1.1: ${none} }\n`).slice(-1), ['The award | 1 more needed | 1 more needed']);
  }); // prettier-ignore
});
