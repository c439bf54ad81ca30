import { deepEqual, equal } from 'node:assert/strict';
import { parse } from 'yaml';
import { bodyStart, differenceOf, freeName, portfolioText } from '../../../../client/edits/newText';
import { parseManifest } from '../../../../server/core/manifest/manifest';
import { matcher } from '../../../../server/host/files/matcher';
import { yamlScalar } from '../../../../server/words/yamlScalar';

describe('The name of a new file', () => {
  it('is never that of an existing file', async () => {
    const taken = new Set(['a.md', 'a-2.md']);
    equal(await freeName('a', (name) => Promise.resolve(taken.has(name)), '.md'), 'a-3.md');
    equal(await freeName('b', (name) => Promise.resolve(taken.has(name)), '.md'), 'b.md');
  });
});

describe('A title in YAML', () => {
  const titles = [
    'Annual customer survey',
    'Customers: what they say',
    'A "quoted" title # not a comment',
    'true',
    'No',
    '2026',
    '- dash',
    "It's ours",
    'Über uns \\ and them',
    '{a: b}',
    '* &anchor',
    'Front desk, 2 April (morning)',
    'Libraries & customers',
  ];
  for (const title of titles) {
    it(`reads back as “${title}”`, () => {
      deepEqual(parse(`title: ${yamlScalar(title)}`), { title });
      deepEqual(parse(portfolioText(title)), { title, standard: 'customer-service-excellence' });
    });
  }

  it('stands with whatever else is answered where a portfolio is begun', () => {
    const more = { standard: 'ours: new/iso.yaml', assessment: '2027-05-12', evidence: 'our docs' };
    deepEqual(parse(portfolioText('T', more)), {
      title: 'T',
      standard: 'ours: new/iso.yaml',
      'assessment-date': '2027-05-12',
      include: ['our docs/**/*.md'],
    });
    deepEqual(parse(portfolioText('T', { assessment: '', evidence: '' })), parse(portfolioText('T')));
  });

  it('has the evidence in the folder that was chosen, and in no other, whatever it is called', () => {
    const folders = [
      ...[
        'evidence',
        '[2026]',
        'a*b',
        'what?',
        '!x',
        '#x',
        '[!a]',
        'a]b',
        'a\\b',
        '\\',
        '**',
        '{a,b}',
        'a, b',
      ],
      ...[
        'a  b',
        'a\u00A0b',
        'a\u202Fb',
        'x ',
        ' x',
        'Zo\u00EB',
        'Zoe\u0308',
        '- a',
        'a: b #c',
        '100%',
        "it's",
        '~x',
      ],
      ...['true', '...', 'C:', 'a|b', '(x)', '@a', '=1+1', '\u202Eabc'],
    ];
    for (const evidence of folders) {
      const manifest = parseManifest('file:///p.yaml', portfolioText('T', { evidence }));
      deepEqual([manifest.faults, manifest.problems], [[], []], evidence);
      const matches = matcher(manifest.include);
      for (const other of [...folders, '2', 'aXb', 'whatX', 'y', 'a', 'b', 'x'])
        equal(matches(`${other}/below/a.md`), other === evidence, `${evidence} and ${other}`);
    }
  });
  it('is on one line', () => equal(yamlScalar('a\n b'), 'a b'));
});

describe('The difference of two texts', () => {
  for (const [from, to] of [
    ['', ''],
    ['abc', 'abc'],
    ['abc', 'abXc'],
    ['aXbc', 'abc'],
    ['aaa', 'aaaa'],
    ['aaaa', 'aa'],
    ['one\r\ntwo', 'one\r\n2'],
    ['', 'new'],
    ['old', ''],
  ] as const)
    it(`makes ${JSON.stringify(to)} of ${JSON.stringify(from)}`, () => {
      const { start, end, text } = differenceOf(from, to);
      equal(from.slice(0, start) + text + from.slice(end), to);
    });
  it('is as small as it can be', () =>
    deepEqual(differenceOf('- 3.2.4\n- 1.1.1\n', '- 3.2.4\n- 9\n- 1.1.1\n'), {
      start: 10,
      end: 10,
      text: '9\n- ',
    }));
});

describe('The text below the block', () => {
  for (const [text, start] of [
    ['# No block', 0],
    ['---\nelements: 1\n---\nText', 20],
    ['---\r\nelements: 1\r\n---\r\nText', 23],
    ['\uFEFF---\na: 1\n--- \n', 15],
    ['---\nnever closed', 0],
    ['---\n---\n', 8],
  ] as const)
    it(`of ${JSON.stringify(text)} starts at ${start}`, () => equal(bodyStart(text), start));
});
