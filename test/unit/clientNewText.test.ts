import { deepEqual, equal } from 'node:assert/strict';
import { parse } from 'yaml';
import { fileNameOf, freeName, portfolioText, withTitle, yamlScalar } from '../../client/newText';

describe('The name of a new file', () => {
  const names: readonly (readonly [title: string, name: string])[] = [
    ['Annual customer survey, 2026', 'annual-customer-survey-2026'],
    ['Café: what customers’ children said?', 'cafe-what-customers-children-said'],
    ['../../etc/passwd', 'etc-passwd'],
    ['  ', ''],
    ['顧客調査', ''],
    ['a'.repeat(80), 'a'.repeat(60)],
  ];
  for (const [title, name] of names) {
    it(`of “${title}” is “${name}”`, () => equal(fileNameOf(title), name));
  }

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

  it('is on one line', () => equal(yamlScalar('a\n b'), 'a b'));
});

describe('A draft with its title', () => {
  it('has it in the front matter and in the first heading', () => {
    equal(
      withTitle(
        '---\ntitle: New evidence\nelements:\n  - 3.2.4\n---\n\n# New evidence\n\ntitle: stays\n',
        'Ours: $1 & all',
      ),
      '---\ntitle: "Ours: $1 & all"\nelements:\n  - 3.2.4\n---\n\n# Ours: $1 & all\n\ntitle: stays\n',
    );
  });

  it('leaves a draft without either as it is', () => {
    equal(withTitle('---\nelements: 3.2.4\n---\nText\n', 'T'), '---\nelements: 3.2.4\n---\nText\n');
    equal(withTitle('title: x\n', 'T'), 'title: x\n');
  });
});
