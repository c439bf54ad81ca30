/** What a standard may say beside its plain tree: editions, profiles, other words, what has become of old IDs. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { MarkupContent } from 'vscode-languageserver-types';
import { parse } from 'yaml';
import { retiredWords, replacementsOf } from '../../../../server/core/standard/retired';
import { nameInList } from '../../../../server/core/standard/standard';
import { parseStandard } from '../../../../server/core/standard/standardFile';
import { identifiersInText } from '../../../../server/core/standard/identifiersInText';
import { hover } from '../../../../server/features/hover/hover';
import { plainText } from '../../../../server/features/text/markup';
import { coverageTree } from '../../../../server/features/views/coverageTree';
import { checkRule } from '../../support/checkRule';
import { at, home, indexOf } from '../../support/portfolioFiles';
import { standardOf } from '../../support/standards';

const full = `title: Controls
edition: Revision 5
profiles:
  - { id: low, title: Low baseline }
  - high
retired:
  "AC-13": ["AC-2", "AU-6"]
  "AC-15": "AC-13"
  "AC-9": "AC-8"
  "AC-8": "AC-7"
  "AC-10":
  "AC-11": []
translations:
  fr:
    title: Mesures
    levels: [Famille]
    profiles: { low: Niveau bas }
    nodes:
      "AC-2": { title: Gestion des comptes, guidance: [Une liste des comptes.] }
children:
  - title: Access Control
    children:
      - { id: AC-2, title: Account Management, short: Accounts, keywords: [password, login], profiles: [low, high], related: [AU-6, "ISO:9.1"] }
      - { id: AC-7, title: Unsuccessful Logon Attempts }
  - title: Audit
    children:
      - { id: AU-6, text: Records are reviewed }
  - title: Audit
    children:
      - { id: AU-7, text: Records are kept }
`;

describe('A standard', () => {
  const standard = standardOf('s', full);
  const node = standard.nodes.get('AC-2');

  it('says its edition, its profiles, and what belongs to them', () => {
    equal(standard.edition, 'Revision 5');
    deepEqual(
      standard.profiles.map(({ id, title }) => `${id}: ${title}`),
      ['low: Low baseline', 'high: high'],
    );
    deepEqual(
      [node?.profiles, node?.related, node?.keywords],
      [
        ['low', 'high'],
        ['AU-6', 'ISO:9.1'],
        ['password', 'login'],
      ],
    );
  });

  it('is told in few words where it has them', () => equal(node && nameInList(node), 'AC-2 Accounts'));

  it('has words in other languages', () => {
    const french = standard.translations.get('fr');
    deepEqual(
      [
        french?.title,
        french?.profiles.get('low')?.title,
        french?.nodes.get('AC-2')?.title,
        french?.nodes.get('AC-2')?.text,
      ],
      ['Mesures', 'Niveau bas', 'Gestion des comptes', ''],
    );
  });

  it('calls groups without an ID by their title, and takes the title for no ID in a text', () => {
    deepEqual(
      standard.roots.map(({ id, title, hasId }) => [id, title, hasId]),
      [
        ['Access Control', '', false],
        ['Audit', '', false],
        ['Audit (2)', '', false],
      ],
    );
    deepEqual(identifiersInText(standard, 'Access Control').parts, []);
    deepEqual(
      standard.pattern.find('Access Control of AC-2').map(({ id }) => id),
      ['AC-2'],
    );
  });

  it('follows what has been replaced to its end', () =>
    deepEqual(
      [...standard.retired],
      [
        ['AC-13', ['AC-2', 'AU-6']],
        ['AC-15', ['AC-2', 'AU-6']],
        ['AC-9', ['AC-7']],
        ['AC-8', ['AC-7']],
        ['AC-10', []],
        ['AC-11', []],
      ],
    ));

  for (const [id, words] of [
    ['AC-8', 'AC-8 is now AC-7, “Unsuccessful Logon Attempts”.'],
    ['AC-13', 'AC-13 has been divided among AC-2, “Accounts” and AU-6, “Records are reviewed”.'],
    ['AC-10', 'AC-10 is no longer in the standard, and nothing has taken its place.'],
  ] as const)
    it(`says what has become of ${id}`, () =>
      equal(retiredWords(id, replacementsOf(standard, id) ?? []), words));
});

const against = (elements: string) => ({
  'portfolio.yaml': 'standard: s.yaml\n',
  's.yaml': full,
  'a.md': `---\ntitle: a\nelements: [${elements}]\n---\nText.\n`,
});

describe('Evidence for an ID of an earlier edition', () => {
  it('is told of all that has replaced it, of nothing, and of the end of a chain', () =>
    checkRule('element-retired', against('«AC-13», «AC-15», «AC-10», «AC-9»'), [
      'warning: AC-13 has been divided among AC-2, “Accounts” and AU-6, “Records are reviewed”. Write those that are meant here.',
      'warning: AC-15 has been divided among AC-2, “Accounts” and AU-6, “Records are reviewed”. Write those that are meant here.',
      'warning: AC-10 is no longer in the standard, and nothing has taken its place. Take it out, or write the ID of another element.',
      'warning: AC-9 is now AC-7, “Unsuccessful Logon Attempts”. Write the new ID.',
    ]));
  it('is not called unknown', () => checkRule('element-unknown', against('AC-13, AC-10'), []));
  it('counts for the one that has replaced it, and for none of several', () => {
    const portfolio = indexOf(against('AC-13, AC-9')).portfolioAt(home);
    deepEqual(
      ['AC-2', 'AU-6', 'AC-7'].map((id) => portfolio?.coverage(id).state),
      ['missing', 'missing', 'evidenced'],
    );
  });
});

describe('A hover on an ID of an earlier edition', () => {
  const shown = (elements: string): string => {
    const files = against(elements);
    const portfolio = indexOf(files).portfolioAt(home)!;
    const text = files['a.md'];
    const said = hover(
      portfolio,
      { uri: at('a.md'), text, offset: text.indexOf('[') + 2 },
      { markup: plainText },
    );
    return (said?.contents as MarkupContent).value;
  };
  it('says all that has replaced it, with its words', () =>
    equal(
      shown('AC-13'),
      'AC-13 has been divided among AC-2, “Accounts” and AU-6, “Records are reviewed”.\n\nAC-2 Account Management\n\nAU-6 Records are reviewed',
    ));
  it('says that nothing has', () =>
    equal(shown('AC-10'), 'AC-10 is no longer in the standard, and nothing has taken its place.'));
});

describe('Groups without an ID', () => {
  it('stand in the tree by their title', () => {
    const portfolio = indexOf(against('AC-2')).portfolioAt(home);
    deepEqual(portfolio && coverageTree(portfolio).nodes.map(({ id, title }) => [id, title]), [
      ['Access Control', ''],
      ['Audit', ''],
      ['Audit (2)', ''],
    ]);
  });
  it('are no elements', () =>
    checkRule('element-not-assessable', against('«Access Control»'), [
      'error: Access Control is a group and not an element. Name one or more of its elements instead: AC-2, AC-7.',
    ]));
});

const ajv = new Ajv({ allowUnionTypes: true });
const isStandard = ajv.compile(JSON.parse(readFileSync('schemas/standard.schema.json', 'utf8')) as object);

/** A standard in which everything is said that can be, as plain data. */
const everything = {
  title: 'S',
  edition: 2022,
  publisher: 'P',
  source: 'Q',
  acknowledgement: 'R',
  licence: ['L'],
  levels: ['Group', 'Control'],
  ratings: [{ id: 'good', title: 'Good', description: 'Well.' }, 'poor'],
  award: { rating: 'good', percent: 80 },
  profiles: [{ id: 'low', title: 'Low', description: 'Least.' }],
  retired: { x: 'a', y: ['a', 'b'], z: null },
  translations: {
    fr: {
      title: 'S',
      acknowledgement: 'R',
      levels: ['Groupe'],
      ratings: { good: { title: 'Bon', description: 'Bien.' }, poor: 'Faible' },
      profiles: { low: 'Bas' },
      nodes: {
        a: { title: 'A', short: 'A', text: 'A', introduction: ['A'], guidance: ['A'], keywords: ['A'] },
      },
    },
  },
  children: [
    {
      title: 'G',
      children: [
        {
          id: 'a',
          title: 'A',
          short: 'a',
          text: 'T',
          introduction: ['I'],
          guidance: ['G'],
          note: 'N',
          keywords: ['k'],
          profiles: ['low'],
          related: ['b', 'ISO:1'],
          assessable: true,
          children: [{ id: 'b', assessable: false, children: [{ id: 5 }] }],
        },
      ],
    },
  ],
};

/** Another value in one place of it; `undefined` takes the place away. */
function changedAt(value: unknown, path: readonly string[], to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  if (Array.isArray(value))
    return value.flatMap((item: unknown, at): unknown[] => {
      if (String(at) !== first) return [item];
      const changed = changedAt(item, rest, to);
      return changed === undefined ? [] : [changed];
    });
  return { ...(value as object), [first]: changedAt((value as Record<string, unknown>)[first], rest, to) };
}

const pathsIn = (value: unknown, above: readonly string[] = []): readonly (readonly string[])[] => [
  above,
  ...(typeof value === 'object' && value !== null
    ? [...Object.entries(value), ...(Array.isArray(value) ? [] : [['more', undefined] as const])].flatMap(
        ([key, inner]) => pathsIn(inner, [...above, key]),
      )
    : []),
];

/** What the product finds that no schema can see: one thing that must be among others. */
const isBetweenPlaces = (message: string): boolean =>
  /is not among the profiles|stands in the standard twice|needs children|is not in the standard/.test(
    message,
  ) || message.startsWith('An award needs');

describe('The schema of a standard', () => {
  it('takes a standard that says everything, and so does the product', () => {
    ok(isStandard(everything), JSON.stringify(isStandard.errors));
    deepEqual(parseStandard('s', JSON.stringify(everything)).problems, []);
  });

  it('takes what the product takes, and nothing else', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...pathsIn(everything).filter(({ length }) => length > 0)),
        fc.constantFrom<unknown>(
          undefined,
          null,
          '',
          ' ',
          'words',
          'true',
          5,
          true,
          false,
          [],
          ['words'],
          [5],
          [null],
          [[]],
          [{}],
          {},
          { more: 1 },
          { id: 'c' },
          [{ id: 'c' }],
          [{ title: 'C' }],
          [{ title: 'C', children: [{ id: 'c' }] }],
        ),
        (path, value) => {
          const changed = JSON.stringify(changedAt(everything, path, value));
          const bySchema = isStandard(parse(changed));
          const { problems } = parseStandard('s', changed);
          const own = problems.filter(({ message }) => !isBetweenPlaces(message));
          // Where nothing but a link between places is wrong, the schema may say nothing.
          if (problems.length > 0 && own.length === 0) return;
          equal(
            bySchema,
            own.length === 0,
            `${path.join('.')} = ${JSON.stringify(value)}: ${JSON.stringify([problems, isStandard.errors])}`,
          );
        },
      ),
      { numRuns: 2000 },
    ));
});
