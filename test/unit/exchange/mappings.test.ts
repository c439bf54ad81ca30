/** Mappings of other programs, in files of their shape that were written for this. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseMapping } from '../../../server/core/mapping/mappingFile';
import { relationNames } from '../../../server/core/mapping/relations';
import type { MappingImport, MappingRequest } from '../../../server/exchange/mappings/importMapping';
import { importMapping } from '../../../server/exchange/mappings/importMapping';
import { relationOfParts, relationOfWholes } from '../../../server/exchange/mappings/sets';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function done(name: string, text: string, more: Partial<MappingRequest> = {}): MappingImport {
  const outcome = importMapping({ name, bytes: bytes(text), ...more });
  if (outcome?.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

const failure = (name: string, text: string): string => {
  const outcome = importMapping({ name, bytes: bytes(text) });
  return outcome?.kind === 'failed' ? outcome.message : JSON.stringify(outcome);
};

const pairsOf = ({ mapping }: MappingImport): readonly string[] =>
  mapping.pairs.map(({ from, relation, to, note }) => [from, relation, to, note].join(' ').trim());

const item = (id: string, type = 'control'): object => ({ type, 'id-ref': id });
const map = (
  relationship: unknown,
  sources: readonly object[],
  targets: readonly object[],
  more = {},
): object => ({
  uuid: 'u',
  relationship,
  sources,
  targets,
  ...more,
});
const oscal = (maps: readonly object[], more: object = {}, others: readonly object[] = []): string =>
  JSON.stringify({
    'mapping-collection': {
      uuid: 'c',
      metadata: { title: 'Orchard to Meadow', version: '1.0', 'oscal-version': '1.2.0' },
      mappings: [
        {
          uuid: 'm',
          'source-resource': { type: 'catalog', href: '#orchard' },
          'target-resource': { type: 'catalog', href: 'https://example.org/a/meadow%20v2.json' },
          maps,
          ...more,
        },
        ...others,
      ],
      'back-matter': { resources: [{ uuid: 'orchard', title: 'Orchard  Standard' }] },
    },
  });

describe('An OSCAL mapping', () => {
  it('becomes a mapping file that can be read', () => {
    const result = done(
      'm.json',
      oscal([map('equivalent-to', [item('or-1')], [item('me-1.2')], { remarks: 'Word\nfor word' })]),
    );
    equal(
      result.text,
      [
        'title: Orchard to Meadow',
        'source: Imported from an OSCAL mapping, version 1.0.',
        'from: Orchard Standard',
        'to: meadow v2',
        'pairs:',
        '  - { from: "or-1", to: "me-1.2", relation: equal, note: "Word for word" }',
        '',
      ].join('\n'),
    );
    deepEqual(parseMapping('m.yaml', result.text).problems, []);
    match(result.remarks.join('\n'), /from “Orchard Standard” to “meadow v2”.*--from and --to/);
  });

  it('may be YAML', () =>
    deepEqual(
      pairsOf(
        done(
          'm.yaml',
          'mapping-collection:\n  metadata: { title: T }\n  mappings:\n    - source-resource: { type: catalog, href: a.json }\n      target-resource: { type: catalog, href: b.json }\n      maps:\n        - relationship: subset-of\n          sources: [{ type: control, id-ref: 1.10 }]\n          targets: [{ type: control, id-ref: A.5.1 }]\n',
        ),
      ),
      ['1.10 subset A.5.1'],
    ));

  it('knows every relation of the format, and that of its drafts', () => {
    const words = [
      'equal-to',
      'equivalent-to',
      'subset-of',
      'superset-of',
      'intersects-with',
      { type: 'subset-of', ns: 'http://csrc.nist.gov/ns/oscal' },
    ];
    deepEqual(
      pairsOf(done('m.json', oscal(words.map((word, at) => map(word, [item(`a${at}`)], [item('b')]))))),
      ['a0 equal b', 'a1 equal b', 'a2 subset b', 'a3 superset b', 'a4 intersects b', 'a5 subset b'],
    );
  });

  it('may have a single mapping without a list, as some programs write it', () =>
    deepEqual(
      pairsOf(
        done(
          'm.json',
          oscal([map('equal-to', [item('a')], [item('b')])])
            .replace('"mappings":[', '"mappings":')
            .replace('],"back-matter"', ',"back-matter"'),
        ),
      ),
      ['a equal b'],
    ));

  it('lists relations that it has no word for', () => {
    const { remarks } = done(
      'm.json',
      oscal([
        map('equal-to', [item('a')], [item('b')]),
        map('no-relationship', [item('a')], [item('c')]),
        map('no-relationship', [item('a')], [item('d')]),
        map(undefined, [item('a')], [item('e')]),
      ]),
    );
    ok(
      remarks.includes(
        'Relations that are no relation of a mapping file are left out: no relationship (2), none (1).',
      ),
      remarks.join(),
    );
  });

  it('takes apart what is said of several parts together', () => {
    const result = done(
      'm.json',
      oscal([
        map('equivalent-to', [item('a')], [item('b'), item('c')]),
        map('subset-of', [item('d'), item('e')], [item('f')]),
        map('superset-of', [item('g'), item('h')], [item('i')]),
      ]),
    );
    deepEqual(pairsOf(result), [
      'a superset b',
      'a superset c',
      'd subset f',
      'e subset f',
      'g intersects i',
      'h intersects i',
    ]);
    match(result.remarks.join('\n'), /3 entries are about several parts together/);
  });

  it('names controls for their statements', () => {
    const result = done(
      'm.json',
      oscal([
        map('equal-to', [item('ac-2_smt.a', 'statement')], [item('b')]),
        map('equal-to', [item('c')], [item('ac-3_smt', 'statement')]),
      ]),
    );
    deepEqual(pairsOf(result), ['ac-2 superset b', 'c subset ac-3']);
    match(
      result.remarks.join('\n'),
      /Statements of controls have become pairs of their controls.*ac-2_smt\.a, ac-3_smt/,
    );
  });

  it('counts what it leaves out, and lists mappings of other standards', () => {
    const other = {
      'source-resource': { href: '#orchard' },
      'target-resource': { href: 'river.json' },
      maps: [map('equal-to', [item('x')], [item('y')])],
    };
    const { remarks, mapping } = done(
      'm.json',
      oscal(
        [
          map('equal-to', [item('a')], [item('b')], {
            qualifiers: [{}],
            'confidence-score': { category: 'high' },
          }),
        ],
        { 'source-gap-summary': {} },
        [other],
      ),
    );
    equal(mapping.pairs.length, 1);
    match(
      remarks.join('\n'),
      /Mappings of other standards in the same file are left out: Orchard Standard to river\./,
    );
    match(
      remarks.join('\n'),
      /Left out: qualifiers \(1\), confidence score \(1\), source gap summary \(1\)\./,
    );
  });

  for (const [text, says] of [
    ['{"mapping-collection": {"metadata": {}}}', 'This OSCAL mapping has no mappings in it.'],
    [oscal([]), 'This is an OSCAL mapping in which no pair can be read.'],
    [oscal([map('equal-to', [], [item('b')])]), 'This is an OSCAL mapping in which no pair can be read.'],
  ] as const)
    it(`says where there is nothing: ${says}`, () => equal(failure('m.json', text), says));
});

const ciso = (mappings: string, others = ''): string => `urn: urn:us:risk:library:mapping-orchard-to-meadow
locale: en
ref_id: mapping-orchard-to-meadow
name: Orchard to Meadow
version: 3
copyright: Ours
provider: Us
objects:
  requirement_mapping_sets:
  - urn: urn:us:risk:req_mapping_set:one
    name: Orchard to Meadow
    source_framework_urn: urn:us:risk:framework:orchard-2022
    target_framework_urn: urn:us:risk:framework:meadow
    requirement_mappings:
${mappings}${others}`;
const cisoPair = (
  from: string,
  to: string,
  relation: string,
  more = '',
): string => `    - source_requirement_urn: urn:us:risk:req_node:orchard-2022:${from}
      target_requirement_urn: urn:us:risk:req_node:meadow:${to}
      relationship: ${relation}
${more}`;

describe('A mapping set of CISO Assistant', () => {
  it('becomes a mapping file', () => {
    const result = done(
      'm.yaml',
      ciso(
        cisoPair(
          'a.5.1',
          'gv.po-01',
          'intersect',
          '      annotation: Policies\n      strength_of_relationship: 7\n',
        ) + cisoPair('b:c', 'd', 'equal'),
      ),
    );
    deepEqual(pairsOf(result), ['a.5.1 intersects gv.po-01 Policies', 'b:c equal d']);
    deepEqual(
      [result.mapping.from, result.mapping.to, result.mapping.publisher],
      ['orchard-2022', 'meadow', 'Us'],
    );
    match(result.remarks.join('\n'), /Left out: the strength of 1 relations/);
    deepEqual(parseMapping('m.yaml', result.text).problems, []);
  });

  it('knows every relation of the format, and lists what is none', () => {
    const result = done(
      'm.yaml',
      ciso(
        ['subset', 'superset', 'equal', 'intersect', 'not_related']
          .map((word, at) => cisoPair(`a${at}`, 'b', word))
          .join(''),
      ),
    );
    deepEqual(pairsOf(result), ['a0 subset b', 'a1 superset b', 'a2 equal b', 'a3 intersects b']);
    match(result.remarks.join('\n'), /left out: not_related \(1\)\./);
  });

  const reverted = (relation: string): string => `  - urn: urn:us:risk:req_mapping_set:two
    name: Meadow to Orchard
    source_framework_urn: urn:us:risk:framework:meadow
    target_framework_urn: urn:us:risk:framework:orchard-2022
    requirement_mappings:
    - source_requirement_urn: urn:us:risk:req_node:meadow:b
      target_requirement_urn: urn:us:risk:req_node:orchard-2022:a
      relationship: ${relation}
`;

  it('is said once where it stands there from both ends', () => {
    const same = done('m.yaml', ciso(cisoPair('a', 'b', 'subset'), reverted('superset')));
    ok(!same.remarks.join().includes('Left out'), same.remarks.join());
    const other = done('m.yaml', ciso(cisoPair('a', 'b', 'subset'), reverted('equal')));
    match(other.remarks.join('\n'), /Only the first mapping set is imported\. Left out: Meadow to Orchard\./);
  });

  it('may be a single one, as in older libraries', () =>
    deepEqual(
      pairsOf(
        done(
          'm.yaml',
          ciso(cisoPair('a', 'b', 'equal')).replace(
            'requirement_mapping_sets:\n  - urn',
            'requirement_mapping_set:\n    urn',
          ),
        ),
      ),
      ['a equal b'],
    ));
});

describe('A table of pairs', () => {
  for (const [name, text, from, to, pairs] of [
    [
      'plain',
      'From,To,Relation\n1.1,A-2,equal\n1.2,A-3,subset of\n',
      'source',
      'target',
      ['1.1 equal A-2', '1.2 subset A-3'],
    ],
    [
      'named after the standards',
      'From Orchard,To Meadow,Relationship,Notes\n1.1,A-2,equal,Same words\n',
      'Orchard',
      'Meadow',
      ['1.1 equal A-2 Same words'],
    ],
    [
      'of NIST’s shape',
      'Focal Document Element,Focal Document Element Description,Reference Document Element,Reference Document Element Description,Relationship\nGV.OC-01,Words,PM-1,More words,intersects with\n',
      'source',
      'target',
      ['GV.OC-01 intersects PM-1'],
    ],
    [
      'of CISO Assistant’s shape',
      'source_node_id,source_name,target_node_id,target_name,relationship\na.5.1,Words,gv.po-01,More,superset\n',
      'source',
      'target',
      ['a.5.1 superset gv.po-01'],
    ],
    [
      'words before IDs',
      'source_name,source_node_id,target_name,target_node_id,relationship\nWords,a.5.1,More,gv.po-01,superset\n',
      'source',
      'target',
      ['a.5.1 superset gv.po-01'],
    ],
    [
      'words before IDs, in NIST’s names',
      'Focal Document Element Description,Focal Document Element,Reference Document Element Title,Reference Document Element,Relationship\nWords,GV.OC-01,More words,PM-1,intersects with\n',
      'source',
      'target',
      ['GV.OC-01 intersects PM-1'],
    ],
    [
      'several IDs in a cell',
      'Source ID,Target ID,Relation\n1.1,A-2; A-3,equal\n',
      'source',
      'target',
      ['1.1 equal A-2', '1.1 equal A-3'],
    ],
  ] as const)
    // prettier-ignore
    it(`becomes a mapping file: ${name}`, () => {
      const result = done('crosswalk.csv', text);
      deepEqual(pairsOf(result), pairs);
      deepEqual([result.mapping.from, result.mapping.to], [from, to]);
      deepEqual(parseMapping('m.yaml', result.text).problems, []);
    });

  const ours = new Set(['A.5.1.1', 'A.6.1.2', '5.1', '5.2', '5.3', '8.1', 'AC-1, low']);
  const isId = (text: string): boolean => ours.has(text);
  for (const [name, rows] of [
    ['one in each', 'A.5.1.1,5.1\nA.6.1.2,5.3\n'],
    ['several, with spaces', 'A.5.1.1,5.1 5.2\nA.6.1.2,5.3 8.1\n'],
    ['several, with words between', 'A.5.1.1,5.1 and 5.2\nA.6.1.2,"5.3, 8.1"\n'],
    ['several, with marks between', 'A.5.1.1,5.1/5.2\nA.6.1.2,5.3 & 8.1\n'],
    ['words behind them', 'A.5.1.1 Policies,5.1 Policies\nA.6.1.2: Duties,5.3. Duties\n'],
    ['words behind them, beside others', 'A.5.1.1,A.5.1.1 Policies,5.1\nA.6.1.2,A.6.1.2 Duties,5.3\n'],
    ['a comma in an ID', 'A.5.1.1,"AC-1, low"\nA.6.1.2,5.3\n'],
  ] as const)
    it(`leads from edition to edition with ${name}`, () => {
      const columns = rows.split('\n')[0]?.split(',').length === 3 ? 'Old,Title,New\n' : 'Old,New\n';
      const { mapping } = done('c.csv', columns + rows, { isId });
      const { length } = mapping.pairs.filter(({ from, to }) => isId(from) && isId(to) && /^A\.\d/.test(from) && !/^A\.\d/.test(to)); // prettier-ignore
      deepEqual([length, mapping.pairs.length], name.startsWith('several') ? [4, 4] : [2, 2]);
    });

  it('lists rows that say no pair, and columns that are not taken', () => {
    const { remarks } = done(
      'c.csv',
      'From,To,Relation,Owner\n1,2,equal,Me\n3,,equal,Me\n4,5,perhaps,Me\n6,7,equal,Me\n',
    );
    match(remarks.join('\n'), /Left out: “Owner”/);
    match(remarks.join('\n'), /Rows without two IDs and a relation are left out: row 3, row 4\./);
  });

  for (const [name, text] of [
    ['a standard', 'ID,Title,Text\n1,A,B\n'],
    [
      'a standard with such columns',
      'ID,Source,Target,Relation,Text\n1,Law,2027,Contract,Words\n2,Law,2028,Contract,Words\n',
    ],
    ['nothing', ''],
  ] as const)
    it(`is not taken for one where it is ${name}`, () =>
      equal(importMapping({ name: 'a.csv', bytes: bytes(text) }), undefined));
});

describe('The import of a mapping', () => {
  it('takes the names of standards that somebody says', () => {
    const result = done('c.csv', 'From,To,Relation\n1,2,equal\n', {
      from: 'CSE',
      to: 'standards/my: own.yaml',
    });
    const read = parseMapping('m.yaml', result.text).mapping;
    deepEqual([read.from?.name, read.to?.name], ['CSE', 'standards/my: own.yaml']);
    ok(!result.remarks.join().includes('--from'));
  });

  it('takes what stands there more than once, once', () => {
    const result = done('c.csv', 'From,To,Relation\n1,2,equal\n1,2,subset\n');
    deepEqual(pairsOf(result), ['1 equal 2']);
    match(result.remarks.join('\n'), /more than once are taken once, as they stand first: 1 and 2\./);
  });

  it('leaves what is no mapping to others', () => {
    for (const [name, text] of [
      ['a.json', '{"catalog": {"metadata": {}}}'],
      ['a.yaml', 'title: S\nchildren: []\n'],
      ['a.md', '# mapping-collection'],
      ['a.yaml', ': : mapping-collection "'],
    ] as const)
      equal(importMapping({ name, bytes: bytes(text) }), undefined, name);
  });

  it('writes any text so that it is read as it was', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.string({ unit: 'binary' }), (id, note) => {
        const outcome = importMapping({
          name: 'm.json',
          bytes: bytes(oscal([map('equal-to', [item(`x${id}x`)], [item('b')], { remarks: note })])),
        });
        if (outcome?.kind !== 'done') return;
        const { mapping, problems } = parseMapping('m.yaml', outcome.result.text);
        deepEqual(problems, []);
        equal(mapping.pairs[0]?.from.text, outcome.result.mapping.pairs[0]?.from);
        equal(mapping.pairs[0]?.note, outcome.result.mapping.pairs[0]?.note);
      }),
      { numRuns: 500 },
    ));
});

describe('Relations between sets', () => {
  it('say of single parts no more than they may', () => {
    for (const relation of relationNames) {
      equal(relationOfParts(relation, 1, 1), relation);
      equal(relationOfParts(relation, 2, 2), 'intersects');
      equal(relationOfWholes(relation, { from: false, to: false }), relation);
      equal(relationOfWholes(relation, { from: true, to: true }), 'intersects');
    }
    deepEqual(
      relationNames.map((one) => relationOfParts(one, 2, 1)),
      ['subset', 'subset', 'intersects', 'intersects'],
    );
    deepEqual(
      relationNames.map((one) => relationOfParts(one, 1, 2)),
      ['superset', 'intersects', 'superset', 'intersects'],
    );
    deepEqual(
      relationNames.map((one) => relationOfWholes(one, { from: true, to: false })),
      ['superset', 'intersects', 'superset', 'intersects'],
    );
    deepEqual(
      relationNames.map((one) => relationOfWholes(one, { from: false, to: true })),
      ['subset', 'subset', 'intersects', 'intersects'],
    );
  });
});
