import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Mapping } from '../../../../server/core/mapping/mapping';
import { parseMapping } from '../../../../server/core/mapping/mappingFile';
import {
  converse,
  relationCalled,
  relationNames,
  relations,
} from '../../../../server/core/mapping/relations';
import { marked } from '../../support/marked';
import { withoutShortcuts } from '../../support/withoutShortcuts';

const read = (text: string): { readonly mapping: Mapping; readonly messages: readonly string[] } => {
  const { mapping, problems } = parseMapping('m.yaml', text);
  return { mapping, messages: problems.map(({ message }) => message) };
};

const pairsIn = (text: string): readonly string[] =>
  read(text).mapping.pairs.map(({ from, to, relation, note }) =>
    [from.text, relation, to.text, note].join(' ').trim(),
  );

const whole = (pairs: string): string => `from: CSE\nto: ISO\npairs:\n${pairs}`;

describe('A mapping file', () => {
  for (const [name, text, expected] of [
    [
      'pairs on lines of their own',
      whole('  - from: 3.2.4\n    to: 9.1.2\n    relation: equal\n'),
      ['3.2.4 equal 9.1.2'],
    ],
    [
      'pairs in braces',
      whole('  - { from: 3.2.4, to: 9.1.2, relation: subset, note: In part }\n'),
      ['3.2.4 subset 9.1.2 In part'],
    ],
    [
      'IDs that look like numbers as they stand',
      whole('  - { from: 1.10, to: 05, relation: superset }\n'),
      ['1.10 superset 05'],
    ],
    [
      'IDs with blanks, slashes and colons',
      whole('  - { from: "Art. 5/1", to: "ISO:9", relation: equal }\n'),
      ['Art. 5/1 equal ISO:9'],
    ],
    [
      'a list on one side',
      whole('  - { from: "1", to: ["2", "3"], relation: intersects }\n'),
      ['1 intersects 2', '1 intersects 3'],
    ],
    [
      'lists on both sides',
      whole('  - { from: [a, b], to: [c, d], relation: equal }\n'),
      ['a equal c', 'a equal d', 'b equal c', 'b equal d'],
    ],
    [
      'JSON',
      '{"from": "CSE", "to": "ISO", "pairs": [{"from": 5, "to": "9.1", "relation": "equal"}]}',
      ['5 equal 9.1'],
    ],
    [
      'a byte order mark and the line ends of Windows',
      `\uFEFF${whole('  - { from: a, to: b, relation: equal }\n').replaceAll('\n', '\r\n')}`,
      ['a equal b'],
    ],
  ] as const)
    // prettier-ignore
    it(`is read with ${name}, by each of the readers`, () => {
      deepEqual(read(text).messages, []);
      deepEqual(pairsIn(text), expected);
      withoutShortcuts(() => deepEqual(pairsIn(text), expected));
    });

  it('names its standards by a text, or with an edition', () => {
    const { mapping } = read(
      'title: Two\nfrom: { standard: ISO 9001, edition: 2015 }\nto: ISO\npairs: [{ from: a, to: b, relation: equal }]\n',
    );
    deepEqual(
      [mapping.title, mapping.from?.name, mapping.from?.edition, mapping.to?.name, mapping.to?.edition],
      ['Two', 'ISO 9001', '2015', 'ISO', ''],
    );
  });

  it('gives places when they are asked for', () => {
    const text = whole('  - { from: 3.2.4, to: 9.1.2, relation: equal }\n');
    const [pair] = read(text).mapping.placed().pairs;
    equal(text.slice(pair?.to.span.start, pair?.to.span.end), '9.1.2');
  });

  for (const [text, ...messages] of [
    [
      '',
      'Names with a colon are expected here: title, publisher, source, acknowledgement, licence, from, to, pairs.',
    ],
    ['from: A\nto: B\n«pairs»:\n', /^A mapping needs pairs/],
    ['from: A\nto: B\npairs: «{ a: b }»\n', /^A mapping needs pairs/],
    [
      'from: A\n«pair»: []\nto: B\npairs: [{ from: a, to: b, relation: equal }]\n',
      '“pair” is not a part of a mapping file. Did you mean “pairs”?',
    ],
    ['«t»o: B\npairs: [{ from: a, to: b, relation: equal }]\n', /^A mapping says behind “from”/],
    ['«from»:\nto: B\npairs: [{ from: a, to: b, relation: equal }]\n', /^A mapping says behind “from”/],
    ['from: «[a]»\nto: B\npairs: [{ from: a, to: b, relation: equal }]\n', /^A mapping says behind “from”/],
    [
      'from: A\nto: B\npairs: [{ from: a, to: b, relation: «equals» }]\n',
      '“equals” is no relation. Did you mean “equal”? Write one of these: equal, subset, superset, intersects. Until then it is taken as intersects.',
    ],
    ['from: A\nto: B\npairs: [{ from: a, to: b, relation: «Subset-Of» }]\n', /Did you mean “subset”/],
    ['from: A\nto: B\npairs: [«{» from: a, to: b }]\n', /^How the two stand to each other is not said/],
    [
      "from: A\nto: B\npairs: [{ from: a, to: b, relation: «' '» }]\n",
      /^How the two stand to each other is not said/,
    ],
    ['from: A\nto: B\npairs: [{ from: a, «to»: , relation: equal }]\n', /^Write behind “to” the ID/],
    ['from: A\nto: B\npairs: [{ from: a, to: «[]», relation: equal }]\n', /^Write behind “to” the ID/],
    ['from: A\nto: B\npairs: [{ from: a, to: [«[b]», c], relation: equal }]\n', /^Write behind “to” the ID/],
    [
      'from: A\nto: B\npairs: [{ from: a, to: b, relation: equal }, { from: a, to: «b», relation: equal }]\n',
      'a and b are a pair above already.',
    ],
    [
      'from: A\nto: B\npairs: [{ from: a, to: b, relation: equal }, { from: a, to: «b», relation: subset }]\n',
      'a and b are a pair above already, as equal. What is said there counts: keep one of the two.',
    ],
    [
      'from: A\nto: B\npairs: [«a», { from: a, to: b, relation: equal }]\n',
      /^Names with a colon are expected here: from, to, relation, note/,
    ],
    [
      'from: A\nto: B\npairs: [{ from: a, to: b, relation: equal, «why»: x }]\n',
      '“why” is not a part of a mapping file.',
    ],
    [
      `from: A\nto: B\npairs: [{ from: a, to: b, relation: equal, «${'why '.repeat(30)}x»: x }]\n`,
      `“${'why '.repeat(30).slice(0, 79)}…” is not a part of a mapping file.`,
    ],
    [
      'from: A\nto: B\nsource: «[a]»\npairs: [{ from: a, to: b, relation: equal }]\n',
      'Behind “source”, a text is expected.',
    ],
    ['«title: S»\nchildren: [{ id: a }]\n', /^This is a standard file, and no mapping/],
    [
      '«mapping-collection:»\n  metadata: {}\n',
      /^This is an OSCAL mapping, and not a mapping file yet. Make one of it with “evidence-portfolio standard import m.yaml --write”/,
    ],
    [
      '«urn: urn:x»\nobjects:\n  requirement_mapping_set:\n    a: b\n',
      /^This is a library of CISO Assistant without a framework, and not a mapping file yet/,
    ],
    ['«apiVersion: v1»\nkind: Pod\n', /^This is a resource of Kubernetes, and no mapping/],
  ] as const)
    // prettier-ignore
    it(`says what is wrong with ${JSON.stringify(text.slice(0, 70))}`, () => {
      const { text: plain, spans } = marked(text);
      const { problems } = parseMapping('m.yaml', plain);
      equal(problems.length, messages.length, JSON.stringify(problems));
      problems.forEach(({ message, span }, at) => {
        const expected = messages[at];
        if (expected instanceof RegExp) ok(expected.test(message), message);
        else equal(message, expected);
        if (spans[at]) deepEqual(span, spans[at]);
      });
    });

  it('says where YAML cannot be read', () =>
    equal(parseMapping('m.yaml', 'from: "A\nto: B\n').problems.length > 0, true));

  it('keeps what can be read where something is wrong', () =>
    deepEqual(
      pairsIn(whole('  - { from: a, to: b, relation: like }\n  - { from: c, to: d, relation: equal }\n')),
      ['a intersects b', 'c equal d'],
    ));

  it('never throws, and stays within the text', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('from', 'to', 'pairs', ':', ' ', '\n', '- ', '{', '}', '[', ']', ',', '"', "'", 'a', '1.10', 'relation', 'equal', '&a ', '*a', '|', '#', '\t'),
          { maxLength: 40 },
        ),
        (parts) => {
          const text = parts.join('');
          for (const { span } of parseMapping('x.yaml', text).problems)
            ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        },
      ), // prettier-ignore
      { numRuns: 1000 },
    ));
});

describe('Relations', () => {
  it('lead back to themselves when they are read from both ends', () => {
    for (const relation of relationNames) equal(converse(converse(relation)), relation);
    equal(converse('subset'), 'superset');
    equal(converse('intersects'), 'intersects');
  });

  it('are known under the names of others', () =>
    deepEqual(
      ['equivalent-to', 'Subset of', 'SUPERSET_OF', 'intersects-with', 'equal', '=', 'no-relationship'].map(relationCalled),
      ['equal', 'subset', 'superset', 'intersects', 'equal', 'equal', undefined],
    )); // prettier-ignore
});

const ajv = new Ajv({ allowUnionTypes: true });
ajv.addVocabulary(['enumDescriptions']);
const schema = JSON.parse(readFileSync('schemas/mapping.schema.json', 'utf8')) as {
  readonly properties: {
    readonly pairs: { readonly items: { readonly properties: { readonly relation: unknown } } };
  };
};
const isMapping = ajv.compile(schema);

const everything = {
  title: 'Two standards',
  publisher: 'Us',
  source: 'A table',
  acknowledgement: 'Ours',
  licence: ['One', 'Two'],
  from: 'CSE',
  to: { standard: 'ISO 9001', edition: '2015' },
  pairs: [
    { from: '3.2.4', to: ['9.1', '9.2'], relation: 'equal', note: 'Word for word' },
    { from: 'a', to: 'b', relation: 'subset' },
  ],
};

function changedAt(value: unknown, [first, ...rest]: readonly string[], to: unknown): unknown {
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

describe('The schema of a mapping', () => {
  it('takes what the product takes, and nothing else', () => {
    ok(isMapping(everything), JSON.stringify(isMapping.errors));
    deepEqual(parseMapping('m', JSON.stringify(everything)).problems, []);
    fc.assert(
      fc.property(
        fc.constantFrom(...pathsIn(everything).filter(({ length }) => length > 0)),
        fc.constantFrom<unknown>(undefined, null, '', ' ', 'words', 'equal', 5, true, [], ['words'], [5], [null], [' '], [[]], [{}], {}, { more: 1 }, { standard: 'A' }, { edition: 'A' }, [{ from: 'x', to: 'y', relation: 'equal' }]),
        (path, value) => {
          const changed = JSON.stringify(changedAt(everything, path, value));
          const { problems } = parseMapping('m', changed);
          // The same pair twice is seen by no schema.
          const own = problems.filter(({ message }) => !message.includes('are a pair above already'));
          if (problems.length > 0 && own.length === 0) return;
          equal(isMapping(parse(changed)), own.length === 0, `${path.join('.')} = ${JSON.stringify(value)}: ${JSON.stringify([problems, isMapping.errors])}`);
        },
      ), // prettier-ignore
      { numRuns: 2000 },
    );
  });

  it('offers the relations with what they mean', () =>
    deepEqual(
      { ...(schema.properties.pairs.items.properties.relation as object), title: '', description: '' },
      { title: '', description: '', enum: relationNames, enumDescriptions: Object.values(relations) },
    ));
});
