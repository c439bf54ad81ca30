import { deepEqual, equal, ok } from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { FileMeasure } from '../../../server/core/portfolio/places';
import { hover } from '../../../server/features/hover/hover';
import { fileAt, sizeWords } from '../../../server/features/hover/file';
import type { Markup } from '../../../server/features/text/markup';
import { plainText } from '../../../server/features/text/markup';
import { toRange } from '../../../server/features/text/range';
import { crlf, cse } from '../support/completing';
import { marked } from '../support/marked';
import type { Files, IndexSetting } from '../support/portfolioFiles';
import { at, attachment, indexOf } from '../support/portfolioFiles';

interface Setting extends IndexSetting {
  readonly files?: Files;
  readonly path?: string;
  readonly markup?: Markup;
  readonly facts?: FileMeasure;
}

function hoverAt(
  source: string,
  { files = cse, path = 'evidence/a.md', markup = plainText, facts, ...setting }: Setting = {},
) {
  const { text: withCursor, spans } = marked(source);
  const offset = withCursor.indexOf('$0');
  const text = withCursor.replace('$0', '');
  const index = indexOf({ ...files, [path]: text }, setting);
  const portfolio = index.portfolioAt(at(path))!;
  const place = { uri: at(path), text, offset };
  const found = hover(portfolio, place, { markup, file: facts, rules: index.rules });
  return { portfolio, place, text, spans, found };
}

/** Checks the whole hover at $0, in plain text, and that it is about what stands between « and »; null: no hover. */
function checkHover(source: string, expected: string | null, setting?: Setting): void {
  const { text, spans, found } = hoverAt(source, setting);
  equal((found?.contents as MarkupContent | undefined)?.value ?? null, expected);
  const [span] = spans;
  if (span) deepEqual(found?.range, toRange(text, { start: span.start, end: span.end - 2 }));
}

const block = (value: string, body = ''): string => `---\nelements: [1.1.1]\n${value}\n---\n\n${body}`;

describe('Hover on front matter', () => {
  for (const [name, source, expected] of [
    ['a key', block('«own$0er»: Clerk'), 'owner: The role or person who keeps this evidence up to date.'],
    [
      'a key in quotation marks',
      block('"«own$0er»": Clerk'),
      'owner: The role or person who keeps this evidence up to date.',
    ],
    [
      'the key that is required',
      '---\n«elem$0ents»: [1.1.1]\n---\n',
      'elements (required): The IDs of the elements of the standard that this evidence supports.',
    ],
    ['a kind', block('kind: «da$0ta»'), 'data: Figures, such as survey results or performance reports.'],
    [
      'a status',
      block('status: «in-$0review»'),
      'in-review: Written, and waiting for approval. It does not count as current evidence yet.',
    ],
    [
      'a status in quotation marks',
      block('status: "«in-$0review»"'),
      'in-review: Written, and waiting for approval. It does not count as current evidence yet.',
    ],
    ['a date', block('date: «2026-0$03-01»'), 'Sunday 1 March 2026, 106 days ago.'],
    ['the date of today', block('date: «2026-06-1$05»'), 'Monday 15 June 2026, today.'],
    ['the date of tomorrow', block('date: «2026-06-1$06» # a'), 'Tuesday 16 June 2026, tomorrow.'],
    ['a review', block('review-by: «2026-07-1$09»'), 'Review due in 34 days: Sunday 19 July 2026.'],
    ['a review of today', block('review-by: «2026-06-1$05»'), 'Review due today: Monday 15 June 2026.'],
    [
      'a review that is late',
      block('review-by: «2026-06-1$04»'),
      'Review overdue for 1 day: Sunday 14 June 2026.',
    ],
    [
      'in a broken block',
      block('a: b: c\nstatus: «dr$0aft»'),
      'draft: Being written. It does not count as current evidence yet.',
    ],
    [
      'in an unclosed block',
      '---\nelements: [1.1.1]\nstatus: «dr$0aft»\n',
      'draft: Being written. It does not count as current evidence yet.',
    ],
  ] as const) {
    it(name, () => checkHover(source, expected));
    it(`${name}, with CRLF`, () => checkHover(crlf(source), expected));
  }
  it('the values of a key', () =>
    checkHover(
      block('«ki$0nd»: data'),
      'kind: What sort of evidence this is.\n\n- document: A policy, procedure, plan, report or web page.\n- data: Figures, such as survey results or performance reports.\n- testimony: What customers, staff or partners say.\n- observation: What somebody saw, such as a visit or a mystery shopping exercise.',
    ));
  it('a review before the assessment', () =>
    checkHover(
      block('review-by: 2027-03-0$01'),
      'Review due in 259 days: Monday 1 March 2027.\n\nThat is before the assessment on Wednesday 12 May 2027: by then it must have been reviewed.',
      { files: { 'portfolio.yaml': 'assessment-date: 2027-05-12\n' } },
    ));
  it('a key of the portfolio', () =>
    checkHover(block('te$0am: A'), 'A key of this portfolio: portfolio.yaml lists it.', {
      files: { 'portfolio.yaml': 'custom-keys: [team]\n' },
    }));

  for (const [name, source, setting] of [
    ['an unknown key', block('te$0am: A'), {}],
    ['an unknown value', block('status: ap$0roved'), {}],
    ['a value like a name of JavaScript', block('status: const$0ructor'), {}],
    ['a date that does not exist', block('date: 2026-02-3$00'), {}],
    ['a title', block('title: Wo$0rds'), {}],
    ['a nested key', block('a:\n  sta$0tus: draft'), {}],
    ['a comment', block('# sta$0tus: draft'), {}],
    ['an empty line', block('$0'), {}],
    ['the body', block('', 'status: dr$0aft'), {}],
    ['another tool’s file', '---\nlayout: post\nsta$0tus: draft\n---\n', {}],
    ['a folder that is no portfolio', '---\nelements: [button]\nsta$0tus: draft\n---\n', { files: {} }],
  ] as const)
    it(`nothing on ${name}`, () => checkHover(source, null, setting));
});

describe('Hover on an owner', () => {
  const owned = (more: string): string => `---\ntitle: T\nelements: [1.1.1]\nowner: Clerk\n${more}---\n`;
  it('counts what the owner keeps, and names what is overdue', () => {
    const files = {
      ...cse,
      'b.md': owned('review-by: 2026-06-01\n'),
      'c.md': owned(''),
      'd.md': owned('status: withdrawn\nreview-by: 2020-01-01\n'),
    };
    checkHover(
      block('owner: «Cl$0erk»'),
      'Clerk: 3 items, 1 overdue\n\n- T (approved, review overdue for 14 days)',
      { files },
    );
    checkHover(block('owner: "«Somebody$0 else»"'), 'Somebody else: 1 item, none overdue', { files });
  });
});

describe('Hover on a ref', () => {
  const cited: Files = {
    ...cse,
    'b.md': '---\ntitle: B\nelements: [1.1.1]\nref: ES 13\n---\n\nAs ES 12 says, and ES 123 too.\n',
    'c.md': '---\ntitle: C\nelements: [1.1.1]\n---\n\nSee ES 123.\n',
  };
  it('says who cites it', () => {
    checkHover(
      block('ref: «ES 1$02»'),
      'ES 12: the number of this piece of evidence.\n\nCited in 1 other file:\n\n- B (approved)',
      { files: cited },
    );
    checkHover(
      block('ref: «ES 9$09»'),
      'ES 99: the number of this piece of evidence.\n\nNo other file cites it.',
      { files: cited },
    );
  });
  it('says who has it too', () =>
    checkHover(
      block('ref: «ES 1$03»'),
      'ES 13: other evidence has this number too. Give one of them another.\n\n- B (approved)\n\nNo other file cites it.',
      { files: cited },
    ));
});

describe('Hover on a file', () => {
  const files: Files = {
    ...cse,
    'attachments/a b.csv': attachment,
    'attachments/3.2.4.csv': attachment,
    'evidence/b.md': '---\ntitle: B\nelements: [1.1.1]\n---\n',
  };
  const facts = { bytes: 12_345, modified: '2026-03-03' };
  const known = 'attachments/a b.csv\n\n12 KB, changed on Tuesday 3 March 2026';
  for (const [name, source] of [
    ['in a list', block('attachments:\n  - «../attach$0ments/a b.csv»')],
    ['in brackets', block('attachments: [«../attachments/a b$0.csv»]')],
    ['in quotation marks', block('attachments: ["«../attachments/a b.csv$0»"]')],
    ['in an unclosed block', '---\nelements: [1.1.1]\nattachments:\n  - «../attach$0ments/a b.csv»'],
    ['in a link', block('', 'See [it](«../attachments/a$0%20b.csv»).')],
    ['in a link between < and >', block('', 'See [it](<«../attachments/a$0 b.csv»>).')],
    ['in a picture', block('', '![it](«../attachments/a$0%20b.csv»)')],
  ] as const) {
    it(name, () => checkHover(source, known, { files, facts }));
    it(`${name}, with CRLF`, () => checkHover(crlf(source), known, { files, facts }));
  }
  for (const [source, where] of [
    [block('attachments: [«../attachments/a b.csv#pa$0ge=4»]'), 'page 4'],
    [block('', '[it](«../attachments/a%20b.csv#page=$04&zoom=2»)'), 'page 4'],
    [block("attachments: ['«../attachments/a b.csv#Sheet2!A$01»']"), 'Sheet2, cell A1'],
    [block('', '<a href="«../attachments/a$0%20b.csv#t=90»">it</a>'), '1:30'],
  ] as const)
    it(`that opens at ${where}`, () =>
      checkHover(source, known.replace('\n\n', `\n\nWhere to look: ${where}\n\n`), { files, facts }));
  it('that nobody else can open', () => {
    for (const source of [block("attachments: ['«H:\\a$0.csv»']"), block('', '[it](«H:\\a$0.csv»)')])
      checkHover(
        source,
        'Only your own computer or network can open this. Copy the file into the portfolio’s folder.',
        { files },
      );
  });
  it('before an ID in its name', () =>
    checkHover(block('attachments: [«../attachments/3.2$0.4.csv»]'), 'attachments/3.2.4.csv', { files }));
  it('that is evidence', () =>
    checkHover(block('', '[x](«b.m$0d»)'), 'evidence/b.md\n\nEvidence: B (approved)', { files }));
  it('that is not there', () =>
    checkHover(
      block('attachments: [«c.p$0df»]'),
      'evidence/c.pdf\n\nThere is no such file. Check the path; it starts from the folder of this file.',
      { files },
    ));
  it('that is none of ours', () => {
    checkHover(
      block('attachments: [«../../x$0.pdf»]'),
      'This path leads out of the portfolio. It is not looked up.',
      { files },
    );
    checkHover(block('attachments: [«https://example.org/$0x»]'), 'A web address. It is not looked up.', {
      files,
    });
  });
  it('tells the host where to look, and nothing outside', () => {
    const target = (source: string): string | undefined => {
      const { portfolio, place } = hoverAt(source, { files });
      return fileAt(portfolio, place)?.uri;
    };
    equal(target(block('attachments: [../attachments/a b$0.csv]')), at('attachments/a b.csv'));
    equal(target(block('attachments: [../../../etc/pass$0wd]')), undefined);
    equal(target(block('attachments: [file:///etc/pass$0wd]')), undefined);
    equal(target(block('', '[x](../../../etc/pass$0wd)')), undefined);
    equal(target(block('', 'Words$0')), undefined);
  });
  it('in words for its size', () =>
    deepEqual([0, 1, 999, 1000, 1500, 9_950, 12_345, 999_499, 999_500, 3_400_000].map(sizeWords), [
      '0 bytes', '1 byte', '999 bytes', '1 KB', '1.5 KB', '9.9 KB', '12 KB', '999 KB', '1 MB', '3.4 MB',
    ])); // prettier-ignore
});

describe('Hover on an element says which points of its guidance are addressed', () => {
  const [first = '', second = ''] = indexOf(cse).portfolios()[0]!.standard.nodes.get('1.1.1')!.guidance;
  const total = indexOf(cse).portfolios()[0]!.standard.nodes.get('1.1.1')!.guidance.length;
  const value = (source: string, files: Files): string =>
    (hoverAt(source, { files }).found?.contents as MarkupContent).value;
  it('here', () => {
    const text = value(block('').replace('1.1.1', '1.1$0.1') + `- [x] ${first}\n- [ ] ${second}\n`, cse);
    ok(text.includes(`1.1.1: 1 of ${total} points addressed here`), text);
    ok(text.includes(`- ✓ ${first}`), text);
    ok(text.includes(`- ${second}`), text);
  });
  it('and in all evidence', () => {
    const files = { ...cse, 'b.md': block('', `- [x] ${second}\n`) };
    const both = value(block('').replace('1.1.1', '1.1$0.1') + `- [x] ${first}\n- [ ] ${second}\n`, files);
    ok(
      both.includes(
        `1.1.1: 1 of ${total} points addressed here, 2 of ${total} points addressed in all evidence`,
      ),
      both,
    );
    const other = value(block('').replace('1.1.1', '1.1$0.1'), files);
    ok(other.includes(`1.1.1: 1 of ${total} points addressed in all evidence`), other);
  });
});

describe('Hover on portfolio.yaml', () => {
  const manifest: Setting = { files: {}, path: 'portfolio.yaml' };
  for (const [name, source, expected] of [
    [
      'a key',
      '«review-no$0tice»: 60\n',
      'review-notice: How many days before its review date evidence is reported as due soon. The default is 60.',
    ],
    ['a date', 'assessment-date: «2027-05-1$02»\n', 'Wednesday 12 May 2027, in 331 days.'],
    [
      'a rule',
      'rules:\n  «element-un$0covered»: off\n',
      'element-uncovered: An element of the standard with no evidence. Usual setting: warning.',
    ],
    [
      'a rule in braces',
      'rules: { «element-un$0covered»: off }\n',
      'element-uncovered: An element of the standard with no evidence. Usual setting: warning.',
    ],
    ['a severity', 'rules: { element-uncovered: «of$0f» }\n', 'off: Not reported at all.'],
    ['a key of a decision', 'assessment:\n  1.1.1: { «se$0lf»: good }\n', 'self: How you rate yourselves.'],
    [
      'whether an element applies',
      'assessment:\n  1.1.1:\n    applicable: «fal$0se»\n',
      'false: The element does not apply. Give the reason.',
    ],
    ['a rating', 'standard: small\nassessment:\n  1.1: { self: «go$0od» }\n', 'Good: Good'],
    [
      'when the assessor looked',
      'assessment:\n  1.1.1: { assessed: «2026-05-1$04» }\n',
      'Thursday 14 May 2026, 32 days ago.',
    ],
    ['the standard', 'standard: «sma$0ll»\n', 'Small Standard: 3 elements, 0 of 3 evidenced; 3 missing.'],
  ] as const) {
    it(name, () => checkHover(source, expected, manifest));
    it(`${name}, with CRLF`, () => checkHover(crlf(source), expected, manifest));
  }
  for (const source of [
    'title: Wo$0rds\n',
    'oth$0er: 1\n',
    'rules: { oth$0er: off }\n',
    'rules: { element-uncovered: oth$0er }\n',
    '# ti$0tle: a\n',
  ])
    it(`nothing at ${JSON.stringify(source)}`, () => checkHover(source, null, manifest));
});
